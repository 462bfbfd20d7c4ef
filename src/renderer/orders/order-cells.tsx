// What stands in each column of the history.
import type { ReactNode } from 'react';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import type { ColumnId } from '../../shared/ipc/view-requests.ts';
import { Amount } from '../ui/Amount.tsx';
import { quantityText } from '../ui/quantity.ts';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { orderWords } from './order-words.ts';
import { StatusMark } from './StatusMark.tsx';

export const ORDER_CELLS: Readonly<Record<ColumnId, (order: OrderRow) => ReactNode>> = {
  order: ({ id }) => <span className="number order-number">{id}</span>,
  product: ({ product }) => <ServerText text={product} />,
  customer: ({ customer }) => <ServerText text={customer} />,
  quantity: ({ quantity }) => <span className="number">{quantityText(quantity)}</span>,
  price: ({ price }) => <Amount value={price} />,
  total: ({ total }) => <Amount value={total} />,
  paid: ({ paid }) => <MaybeZero value={paid} />,
  due: ({ due }) => <MaybeZero value={due} />,
  created: ({ createdAt }) => <When iso={createdAt} />,
  payment: (order) => <StatusMark status={orderWords(order)} />,
  payments: ({ payments }) => <Payments payments={payments} />,
};

/** Nothing paid and nothing due are quieter than something. */
function MaybeZero({ value }: { readonly value: string | null }) {
  return (
    <span data-zero={value !== null && /^-?0[.0]*$/.test(value)} className="due">
      <Amount value={value} />
    </span>
  );
}

/** Their numbers, as they are said on the telephone. */
function Payments({ payments }: Pick<OrderRow, 'payments'>) {
  if (payments === null) {
    return (
      <span className="soft" title="Not told by the server">
        —
      </span>
    );
  }
  const numbers = payments.map(({ id }) => id).join(', ');
  return (
    <span className="number cut" title={numbers}>
      {numbers === '' ? '—' : numbers}
    </span>
  );
}
