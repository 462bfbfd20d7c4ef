// The index's columns beside the rows: a start takes them as they are, and reads only the rows that have changed since.
import type { OrderIndex } from '../columns/order-index.ts';
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
  return index === null ? fromRows(rows, told, createIndex()) : catchUp(index, file, rows, told);
}

/** Puts in what has changed since the columns were kept. */
function catchUp(index: OrderIndex, file: HistoryFile, rows: OrderRows, told: Told): OrderIndex {
  // Some are gone, others new.
  const touched = file.touched.all().map((id) => ({ id, order: rows.read(id) }));
  if (touched.length <= FEW && touched.every(({ id, order }) => order !== null || !index.has(id))) {
    for (const { order } of touched) if (order !== null) index.put(told.wholeOf(order));
    return index;
  }
  const rebuild = index.rebuild();
  for (const id of rows.ids()) if (!file.touched.has(id)) rebuild.keep(id);
  for (const { order } of touched) if (order !== null) rebuild.put(told.wholeOf(order));
  rebuild.finish();
  return index;
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
