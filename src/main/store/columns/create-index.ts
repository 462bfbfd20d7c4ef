// The order index: binds the columns to what finds, sorts, counts and changes them.
import type { ReadQueryFunction } from '../../../shared/domain/query/terms.ts';
import { codeOfAmount } from './amount-dictionary.ts';
import { createFrozenResults, totalOf } from './frozen-results.ts';
import { readInsights } from './insights-columns.ts';
import { createMatches } from './matches.ts';
import {
  appendRow,
  type Coder,
  type Columns,
  emptyColumns,
  insertRow,
  paymentsEnd,
  replaceRow,
  rowOf,
  spareRows,
} from './order-columns.ts';
import type { OrderIndex, PendingColumns } from './order-index.ts';
import { collectPending, createPaymentHomes } from './pending-columns.ts';
import { createRowsRebuild } from './rebuild-rows.ts';
import { loadColumns, saveColumns } from './snapshot.ts';
import { createSortings } from './sortings.ts';
import { codeOfText } from './text-dictionary.ts';

/** Of nothing yet. */
export function createOrderIndex(readQuery: ReadQueryFunction): OrderIndex {
  return indexOf(emptyColumns(), readQuery);
}

/** @param parts as `save` gave them; they belong to the index from now on. @returns null: damaged, foreign or of another version. */
export function loadIndex(parts: readonly Uint8Array[], readQuery: ReadQueryFunction): OrderIndex | null {
  const columns = loadColumns(parts);
  return columns === null ? null : indexOf(columns, readQuery);
}

function indexOf(initial: Columns, readQuery: ReadQueryFunction): OrderIndex {
  let columns = initial;
  let version = 0;
  let pending: { readonly version: number; readonly columns: PendingColumns } | null = null;
  const now = (): Columns => columns;
  const versionNow = (): number => version;
  const matches = createMatches(now, versionNow, readQuery);
  const sorted = createSortings(now, versionNow);
  const frozen = createFrozenResults({ columns: now, version: versionNow, matches, sorted });
  const homes = createPaymentHomes(now);
  const changed = (): void => {
    version += 1;
    homes.changed();
  };

  return {
    get size() {
      return columns.rows;
    },
    highest: () => (columns.rows === 0 ? null : (columns.cells.id[columns.rows - 1] as number)),
    has: (id) => rowOf(columns, id) >= 0,
    put: (order) => {
      const row = rowOf(columns, order.id);
      const coder = singleCoder(columns, row);
      if (row >= 0) replaceRow(columns, row, order, coder);
      else if (-1 - row === columns.rows) appendRow(columns, order, coder, spareRows(columns));
      else {
        insertRow(columns, -1 - row);
        replaceRow(columns, -1 - row, order, coder);
      }
      changed();
    },
    rebuild: () => {
      const rebuild = createRowsRebuild(columns.rows);
      return {
        put: rebuild.put,
        keep: rebuild.keep,
        finish: () => {
          const next = rebuild.finish(columns);
          if (next === null) return;
          columns = next;
          changed();
        },
      };
    },
    find: (query, asking, { offset, limit }, fresh) => {
      const { ids, added, counts } = frozen.result(query, asking, fresh);
      return { total: ids.length, added, counts, ids: [...ids.subarray(offset, offset + limit)] };
    },
    position: (query, asking, id) => {
      const place = frozen.result(query, asking, false).ids.indexOf(id);
      return place === -1 ? null : place;
    },
    numbers: (query, asking, span) => {
      const { ids } = frozen.result(query, asking, false);
      return Float64Array.from(span === null ? ids : ids.subarray(span.first, span.last + 1));
    },
    counts: (queries, asking) => queries.map(({ text, state }) => totalOf(matches.of(text, asking), state)),
    orderOfPayment: homes.orderOf,
    pending: () => {
      if (pending?.version !== version) pending = { version, columns: collectPending(columns) };
      return pending.columns;
    },
    tellsPayments: () => columns.untold === 0,
    insights: (asking) => readInsights(columns, asking),
    save: () => saveColumns(columns),
  };
}

/** For one order: looks first at what its row holds, and through the whole dictionaries only then. @param row below 0: it is new. */
function singleCoder(columns: Columns, row: number): Coder {
  const { cells, paymentCells, amounts } = columns;
  const likely = new Set<number>();
  if (row >= 0) {
    for (const name of ['quantity', 'price', 'total', 'paid', 'due'] as const) likely.add(cells[name][row] as number);
    for (let at = cells.payments[row] as number; at < paymentsEnd(columns, row); at += 1) likely.add(paymentCells.amount[at] as number);
  }
  const [product, customer] = row < 0 ? [0, 0] : [cells.product[row] as number, cells.customer[row] as number];
  return {
    product: (text) => codeOfText(columns.products, text, product),
    customer: (text) => codeOfText(columns.customers, text, customer),
    amount: (value) => [...likely].find((code) => value !== null && amounts.values[code] === value) ?? codeOfAmount(amounts, value),
  };
}
