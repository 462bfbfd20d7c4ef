// Orders in a spreadsheet: every hostile cell is harmless text, every number a number, and nothing is said that is not known.
import { expect, it } from 'vitest';
import { ORDER_CSV_COLUMNS, orderCsv } from '../../../src/shared/domain/order-csv.ts';
import type { OrderRow, PaymentView } from '../../../src/shared/ipc/order-schemas.ts';

const ROW: OrderRow = {
  id: 123,
  product: 'Acer Aspire 5',
  customer: 'Ada',
  quantity: '2',
  price: '450000.00',
  total: '900000.00',
  paid: '0.00',
  due: '900000.00',
  createdAt: '2026-11-22T14:02:00.000Z',
  state: 'pending',
  payments: [],
};

const PAYMENT: PaymentView = {
  ...{ id: 51, order: 123, amount: '100.00', status: 'completed', createdAt: null },
  ...{ standing: 'settled', asked: null, operation: null, until: null },
};

it('begins with the byte order mark and the names of the columns, in the order that was asked for', () => {
  expect(orderCsv([ROW], ['state', 'id', 'total'], true)).toBe('\uFEFFPayment status,Order,Total\r\nPending,123,900000.00\r\n');
});

it('a later piece is rows alone, so that pieces put together are one file', () => {
  const rows = [ROW, { ...ROW, id: 124 }, { ...ROW, id: 125 }];
  const pieces = orderCsv(rows.slice(0, 1), ORDER_CSV_COLUMNS, true) + orderCsv(rows.slice(1), ORDER_CSV_COLUMNS, false);
  expect(pieces).toBe(orderCsv(rows, ORDER_CSV_COLUMNS, true));
});

it('writes every column, and an empty cell for what is not told', () => {
  const payments = [PAYMENT, { ...PAYMENT, id: 52, status: null, amount: null }];
  expect(orderCsv([{ ...ROW, payments }], ORDER_CSV_COLUMNS, true)).toBe(
    '\uFEFFOrder,Product,Customer,Quantity,Price,Total,Paid,Due,Created (UTC),Payment status,Payments\r\n' +
      '123,Acer Aspire 5,Ada,2,450000.00,900000.00,0.00,900000.00,2026-11-22T14:02:00.000Z,Pending,' +
      '"51 completed 100.00, 52 status not told amount not told"\r\n',
  );
  const untold: OrderRow = {
    ...{ id: 7, product: null, customer: null, quantity: null, price: null, total: null, paid: null, due: null },
    ...{ createdAt: null, state: 'not-told', payments: null },
  };
  expect(orderCsv([untold], ORDER_CSV_COLUMNS, false)).toBe('7,,,,,,,,,Not told,\r\n');
});

it.each([
  ['=HYPERLINK("http://evil.example","Click")', `"'=HYPERLINK(""http://evil.example"",""Click"")"`],
  ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  [' =1+1', "' =1+1"],
  // Characters without a picture go before it is looked at: they must not shield the sign behind them.
  ['\u200b=1+1', "'=1+1"],
  ['\ufeff=1+1', "'=1+1"],
  ['\u202e=1+1', "'=1+1"],
  ['\t=1+1', "' =1+1"],
  ['\r\n=1+1', "' =1+1"],
  ['a\r\n=1+1', 'a =1+1'],
  ['a;=1+1', "a;'=1+1"],
  ['one\ntwo', 'one two'],
  ['nul\u0000here', 'nul\u2400here'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['5" disk, black', '"5"" disk, black"'],
  ['भारत 😀', 'भारत 😀'],
])('a product called %j is written as %j', (product, text) => {
  expect(orderCsv([{ ...ROW, product }], ['product', 'id'], false)).toBe(`${text},123\r\n`);
});

it('numbers stay numbers, of any size and sign, with a point and nothing that groups them', () => {
  const row = { ...ROW, price: '-12.5', total: '123456789012345678901234.5678', due: '-0.0001', quantity: '0.125' };
  expect(orderCsv([row], ['price', 'total', 'due', 'quantity'], false)).toBe('-12.5,123456789012345678901234.5678,-0.0001,0.125\r\n');
});

it("a customer's name and a status of the server's own are disarmed like a product's", () => {
  const row = { ...ROW, customer: '=1', payments: [{ ...PAYMENT, status: 'x;=1\n@' }] };
  expect(orderCsv([row], ['customer', 'payments'], false)).toBe("'=1,51 x;'=1 @ 100.00\r\n");
});
