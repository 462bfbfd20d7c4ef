// One operation as a row of a spreadsheet.
import { type Cell, CSV_START, csvRow } from '../../shared/csv.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { factsOf, outcomeWords } from '../../shared/domain/operation-words.ts';

const COLUMNS = [
  ...['Time (UTC)', 'Clerk', 'Account', 'What', 'Payment', 'Order', 'Product', 'Amount'],
  ...['Before', 'After', 'Reason', 'Outcome', 'Attempts', 'Operation'],
];

export const HEAD = CSV_START + csvRow(COLUMNS);

export function operationRow(operation: Operation): string {
  const { askedAt, actor, owner, reason, attempts, id } = operation;
  const { what, payment, order, product, amount, before, after } = factsOf(operation);
  const cells: readonly Cell[] = [
    ...[askedAt, actor, owner.username, what, payment, order, product, amount === null ? null : { decimal: amount }],
    ...[before, after, reason, outcomeWords(operation), attempts, id],
  ];
  return csvRow(cells);
}
