// /api/orders/, /api/orders/{id}/ and /api/orders/history/.
import { json, noneMatches } from './answers.ts';
import { answerConditionally } from './conditional.ts';
import { integer, money, text } from './fields.ts';
import { answerPage, type Listing } from './paging.ts';
import type { Person } from './people.ts';
import { showOrder } from './render.ts';
import { readWhole } from './serializer.ts';
import type { OrderRow } from './shop.ts';
import { forMember, type Parts, type View, withValues } from './view.ts';

export function orderCreationView({ shop, behaviour, now }: Parts): View {
  // Django's CharField(255), PositiveIntegerField from 1, DecimalField(10, 2).
  const fields = { product_name: text({ max: 255 }), quantity: integer(1, 2_147_483_647), price: money() };
  return {
    name: 'Order Create',
    access: 'members',
    fields,
    handlers: () => ({
      POST: forMember((call, person) =>
        withValues(
          call,
          (data) => readWhole(data, fields),
          (values) => {
            const order = shop.addOrder({
              userId: person.id,
              productName: values.product_name,
              quantity: values.quantity,
              priceMinor: values.price,
              createdAt: now(),
            });
            return json(201, showOrder(order, [], behaviour));
          },
        ),
      ),
    }),
  };
}

export function orderView({ shop, behaviour }: Parts): View {
  return {
    name: 'Order Detail',
    access: 'members',
    reads: 'order',
    handlers: () => ({
      GET: forMember((call, person) => {
        const order = shop.order(call.id);
        // Another's order does not exist, as far as get_queryset() is concerned.
        if (order === undefined || (behaviour.ownOnly && order.userId !== person.id)) return noneMatches('Order');
        return json(200, showOrder(order, shop.paymentsOf(order.id), behaviour));
      }),
    }),
  };
}

export function historyView({ shop, behaviour }: Parts): View {
  const show = (id: number): unknown => {
    const order = shop.order(id) as OrderRow;
    return showOrder(order, behaviour.payments === 'none' ? [] : shop.paymentsOf(id), behaviour);
  };
  return {
    name: 'Order History',
    access: 'members',
    handlers: () => ({
      GET: forMember((call, person) => {
        const listing = behaviour.ownOnly ? ownOrders(shop, person) : allOrders(shop.orderCount);
        const answer = answerPage(listing, call.url, behaviour, show);
        return behaviour.etag ? answerConditionally(answer, call.request.headers) : answer;
      }),
    }),
  };
}

// Numbers run from 1 without gaps, so a place is a number less one.
function allOrders(length: number): Listing {
  return {
    length,
    slice: (from, to) => Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, index) => from + index + 1),
    placeOf: (id) => Math.max(0, Math.min(length, id - 1)),
  };
}

function ownOrders(shop: Parts['shop'], person: Person): Listing {
  const ids: number[] = [];
  for (let id = 1; id <= shop.orderCount; id += 1) if (shop.order(id)?.userId === person.id) ids.push(id);
  return {
    length: ids.length,
    slice: (from, to) => ids.slice(from, to),
    placeOf: (id) => {
      const place = ids.findIndex((own) => own >= id);
      return place < 0 ? ids.length : place;
    },
  };
}
