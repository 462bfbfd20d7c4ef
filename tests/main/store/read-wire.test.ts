import { describe, expect, it } from 'vitest';
import { readOrder, readPayment } from '../../../src/main/store/read-wire.ts';
import { amount } from './support/facts.ts';

const wire = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 3,
  product_name: 'Acer',
  quantity: 5,
  price: '450000.00',
  created_at: '2026-10-01T09:30:00Z',
  ...more,
});

describe('an order', () => {
  it('is read with everything that the guide documents', () => {
    expect(readOrder(wire())).toEqual({
      id: 3,
      product: 'Acer',
      customer: null,
      quantity: amount('5'),
      price: amount('450000'),
      createdAt: '2026-10-01T09:30:00.000Z',
      payments: null,
      more: [],
    });
  });

  it.each([
    ['a bare number', 7],
    ['text', 'order'],
    ['null', null],
    ['nothing', undefined],
    ['a list', [wire()]],
    ['no number', { product_name: 'Acer' }],
    ['a null number', wire({ id: null })],
    ['number 0', wire({ id: 0 })],
    ['a negative number', wire({ id: -3 })],
    ['a broken number', wire({ id: 3.5 })],
    ['a number beyond what can be held exactly', wire({ id: 2 ** 53 })],
    ['a code for a number', wire({ id: 'A-3' })],
    ['a list for a number', wire({ id: [3] })],
  ])('is not made of %s', (_, value) => {
    expect(readOrder(value)).toBeNull();
  });

  it('takes its number as text too, as servers with big numbers send it', () => {
    expect(readOrder(wire({ id: '9007199254740' }))?.id).toBe(9_007_199_254_740);
  });

  it.each([
    ['450000.00', '450000'],
    [450000, '450000'],
    [19.9, '19.9'],
    ['0.1', '0.1'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    ['12.3456', '12.3456'],
    [0.1 + 0.2, '0.3'],
  ])('reads the price %j exactly', (price, expected) => {
    expect(readOrder(wire({ price }))?.price).toBe(amount(expected));
  });

  it.each(['', ' ', 'NaN', 'Infinity', '1,200.00', '12 EUR', '0x10', null, true, [], {}])(
    'tells no price that it cannot read: %j',
    (price) => {
      expect(readOrder(wire({ price }))?.price).toBeNull();
    },
  );

  it.each([
    ['customer_name', { customer_name: 'Ram Rai' }, 'Ram Rai'],
    ['customer as text', { customer: 'Ram Rai' }, 'Ram Rai'],
    ['customer as an object with a name', { customer: { id: 4, name: 'Ram Rai' } }, 'Ram Rai'],
    ['user as an object with a user name', { user: { id: 4, username: 'ram' } }, 'ram'],
    ['the first that says something', { customer_name: ' ', customer: null, user: 'ram' }, 'ram'],
    ['nobody for a bare row number', { user: 11 }, null],
    ['nobody for an empty object', { customer: {} }, null],
  ])('finds the customer in %s', (_, more, expected) => {
    expect(readOrder(wire(more))?.customer).toBe(expected);
  });

  it('takes the product from a nested object where there is no product name', () => {
    const { product_name: _, ...rest } = wire();
    expect(readOrder({ ...rest, product: { id: 1, name: 'Acer' } })?.product).toBe('Acer');
    expect(readOrder({ ...rest, product: 9 })?.product).toBeNull();
  });

  it('keeps a name as it was written, in any script', () => {
    for (const name of ['لاپتاپ', '👩‍👩‍👧 set', 'Cafe\u0301', '<b>Acer</b>', 'a'.repeat(200)])
      expect(readOrder(wire({ product_name: name }))?.product).toBe(name);
  });
});

describe('what stands in another field, or cannot be read', () => {
  const without = (name: string): Record<string, unknown> => Object.fromEntries(Object.entries(wire()).filter(([key]) => key !== name));

  it.each(['created', 'created_on', 'date_created', 'order_date', 'ordered_at', 'date', 'timestamp'])('is the time from %s', (name) => {
    const order = readOrder({ ...without('created_at'), [name]: '2026-11-02T09:30:00Z' });
    expect([order?.createdAt, order?.more]).toEqual(['2026-11-02T09:30:00.000Z', []]);
  });

  it('is the number from pk or order_id', () => {
    expect(readOrder({ ...without('id'), pk: 3 })).toMatchObject({ id: 3, more: [] });
    expect(readOrder({ ...without('id'), order_id: '3' })).toMatchObject({ id: 3, more: [] });
    expect(readPayment({ pk: 12, order_id: 5 }, 3)).toMatchObject({ id: 12, order: 5 });
    expect(readPayment({ payment_id: 12 }, 3)).toMatchObject({ id: 12, order: 3 });
  });

  it('is shown as the server wrote it, so that nothing is hidden', () => {
    const order = readOrder(wire({ created_at: '02/11/2026', price: '1.200,00', quantity: null, payments: 'paid in cash' }));
    expect(order).toMatchObject({ createdAt: null, price: null, quantity: null, payments: null });
    expect(order?.more).toEqual([
      { name: 'price', value: '1.200,00' },
      { name: 'created_at', value: '02/11/2026' },
      { name: 'payments', value: 'paid in cash' },
    ]);
  });
});

describe('the payments of an order', () => {
  const full = { id: 12, order: 3, amount: '1200.00', status: 'pending', created_at: '2026-10-02T09:00:00Z' };
  const fact = { id: 12, order: 3, amount: amount('1200'), status: 'pending', createdAt: '2026-10-02T09:00:00.000Z' };

  it.each(['payments', 'payment_set', 'order_payments', 'payment_details', 'payment_history', 'payment_records', 'transactions'])(
    'are read from %s',
    (field) => {
      expect(readOrder(wire({ [field]: [full, { ...full, id: 13, status: 'failed' }] }))?.payments).toEqual([
        fact,
        { ...fact, id: 13, status: 'failed' },
      ]);
    },
  );

  it('are one, none, or not told', () => {
    expect(readOrder(wire({ payment: full }))?.payments).toEqual([fact]);
    expect(readOrder(wire({ payment: null }))?.payments).toEqual([]);
    expect(readOrder(wire({ payments: [] }))?.payments).toEqual([]);
    expect(readOrder(wire())?.payments).toBeNull();
  });

  it.each([
    ['without an amount', { ...full, amount: undefined }],
    ['with a status of a bank’s own', { ...full, status: 'settled' }],
    ['bare numbers', 12],
  ])('are not taken from what a bank may have written: transactions %s', (_, entry) => {
    const order = readOrder(wire({ transactions: [full, entry] }));
    expect([order?.payments, order?.more.map(({ name }) => name)]).toEqual([null, ['transactions']]);
  });

  it('are those of the field that holds some, where an old one was left behind', () => {
    expect(readOrder(wire({ payment: null, payment_set: [full] }))).toMatchObject({ payments: [fact], more: [] });
    expect(readOrder(wire({ payments: 'see below', payment_details: full }))?.payments).toEqual([fact]);
  });

  it('may be bare numbers, of which nothing else is claimed', () => {
    const bare = { order: 3, amount: null, status: null, createdAt: null };
    expect(readOrder(wire({ payments: [12, '13'] }))?.payments).toEqual([
      { id: 12, ...bare },
      { id: 13, ...bare },
    ]);
    expect(readOrder(wire({ payment: 12 }))?.payments).toEqual([{ id: 12, ...bare }]);
  });

  it('that carry no number are passed over where others do', () => {
    expect(readOrder(wire({ payments: [{ amount: '1' }, full, null, 'paid'] }))?.payments).toEqual([fact]);
  });

  it('are not told, rather than told as none, where not one of them can be read', () => {
    expect(readOrder(wire({ payments: [{ amount: '1200.00', status: 'completed' }] }))?.payments).toBeNull();
    expect(readOrder(wire({ payment: 'completed' }))?.payments).toBeNull();
  });
});

describe('a payment', () => {
  it('knows its order from its own answer, nested or plain, and else from where it stood', () => {
    expect(readPayment({ id: 12, order: 5 }, 3)?.order).toBe(5);
    expect(readPayment({ id: 12, order: '5' }, 3)?.order).toBe(5);
    expect(readPayment({ id: 12, order: { id: 5, product_name: 'Acer' } }, 3)?.order).toBe(5);
    expect(readPayment({ id: 12, order: 'https://shop.example/api/orders/5/' }, 3)?.order).toBe(3);
    expect(readPayment({ id: 12 }, null)?.order).toBeNull();
  });

  it('keeps a status outside the guide’s three, and takes other spellings of the three as them', () => {
    expect(readPayment({ id: 12, status: 'refunded' }, null)?.status).toBe('refunded');
    expect(readPayment({ id: 12, status: 'COMPLETED' }, null)?.status).toBe('completed');
    expect(readPayment({ id: 12, status: '' }, null)?.status).toBeNull();
    expect(readPayment({ id: 12, status: 2 }, null)?.status).toBeNull();
  });

  it.each([null, undefined, true, [], 'twelve', 0, -1, 1.5, { id: 'twelve' }, {}])('is not made of %j', (value) => {
    expect(readPayment(value, 3)).toBeNull();
  });
});

describe('fields that this console does not know', () => {
  it('are kept as text, cut where they are endless', () => {
    const more = readOrder(
      wire({ note: 'Ring twice', gift: true, weight: null, tags: ['a', { b: 1 }], long: 'x'.repeat(2_000), user: 11 }),
    )?.more;
    expect(more).toEqual([
      { name: 'note', value: 'Ring twice' },
      { name: 'gift', value: 'true' },
      { name: 'weight', value: 'null' },
      { name: 'tags', value: '["a",{"b":1}]' },
      { name: 'long', value: `${'x'.repeat(500)}…` },
      { name: 'user', value: '11' },
    ]);
  });

  it('do not repeat the customer', () => {
    expect(readOrder(wire({ customer: { name: 'Ram' }, user: 4 }))?.more).toEqual([{ name: 'user', value: '4' }]);
  });

  it('may be nested as deep as a server likes', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(readOrder(wire({ deep }))?.id).toBe(3);
  });
});
