// The index's columns beside the rows: a start takes them as they are, and reads only the rows that have changed since.
import type { OrderIndex } from '../columns/order-index.ts';
import type { Order } from '../facts.ts';
import { type Breath, stepThrough } from './breath.ts';
import { troubleOf } from './database.ts';
import { readFacts } from './facts-text.ts';
import type { HistoryFile } from './history-file.ts';
import type { OrderRows } from './order-rows.ts';
import type { Told } from './told.ts';

export interface IndexMaker {
  createIndex(): OrderIndex;
  /** null: not columns that can be used. */
  loadIndex(parts: readonly Uint8Array[]): OrderIndex | null;
}

/** Putting an order in by itself costs more than copying thousands. */
const FEW = 20;

export function openIndex(file: HistoryFile, rows: OrderRows, told: Told, { createIndex, loadIndex }: IndexMaker): OrderIndex {
  const { columns } = file.meta();
  const parts = columns === null ? null : file.pieces.read(columns);
  const index = parts === null ? null : loadIndex(parts);
  if (index === null) return fromRows(rows, told, createIndex());
  bringUpToDate(index, file, rows, told);
  return index;
}

/** Some have come or changed since the columns were written, others are gone. */
function bringUpToDate(index: OrderIndex, file: HistoryFile, rows: OrderRows, told: Told): void {
  const orders: Order[] = [];
  let gone = 0;
  for (const id of file.touched.all()) {
    const order = rows.read(id);
    if (order !== null) orders.push(told.wholeOf(order));
    else if (index.has(id)) gone += 1;
  }
  if (orders.length <= FEW && gone === 0) {
    for (const order of orders) index.put(order);
    return;
  }
  const rebuild = index.rebuild();
  for (const id of rows.ids()) if (!file.touched.has(id)) rebuild.keep(id);
  for (const order of orders) rebuild.put(order);
  rebuild.finish();
}

function fromRows(rows: OrderRows, told: Told, index: OrderIndex): OrderIndex {
  const rebuild = index.rebuild();
  for (const facts of rows.all()) rebuild.put(told.wholeOf(readFacts(facts)));
  rebuild.finish();
  return index;
}

export interface Saver {
  /** What is being written is of no use any more. */
  stop(): void;
  save(): Promise<void>;
}

export function createSaver(file: HistoryFile, index: OrderIndex, told: Told, newBreath: () => Breath): Saver {
  let attempt = 0;
  const write = async (own: number): Promise<void> => {
    const breathe = newBreath();
    const former = file.meta().columns;
    const name = former === 'columns a' ? 'columns b' : 'columns a';
    file.touched.mark();
    // Copied: they are those that the index lives in.
    const parts = index.save().map((part) => part.slice());
    for (const _ of file.pieces.write(name, parts)) {
      await breathe();
      if (own !== attempt) return;
    }
    file.write(() => {
      file.note({ columns: name });
      file.touched.clearMarked();
      // The columns hold what the file does not.
      for (const id of told.remembered()) file.touched.add(id);
    });
    if (former !== null) await stepThrough(file.pieces.remove(former), breathe);
  };
  return {
    stop: () => {
      attempt += 1;
    },
    save: async () => {
      attempt += 1;
      if (!file.kept() || !file.onDisk) return;
      try {
        await write(attempt);
      } catch (thrown) {
        // It only costs the next start some time; what is wrong with the disk or the file, the next call meets, too.
        if (troubleOf(thrown) === null) throw thrown;
      }
    },
  };
}
