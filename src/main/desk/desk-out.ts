// What leaves this desk and what links bring to it, joined with the page that shows both.
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import { seldom } from '../ipc/seldom.ts';
import { createHistoryExport, type HistoryExport, type HistoryExportParts } from '../orders/export-history.ts';
import { createLinkedOrder, type LinkedOrder } from './linked-order.ts';

export interface DeskOut {
  readonly historyExport: HistoryExport;
  readonly linked: LinkedOrder;
  /** Whoever was signed in leaves: nothing more of theirs is written, and the next link is not for their page. */
  left(): void;
}

interface DeskOutParts extends Omit<HistoryExportParts, 'told' | 'seldom'> {
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Milliseconds, monotonic. */
  now(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
}

/** Milliseconds between two tellings of how far an export is. */
const REST = 200;

export function createDeskOut(parts: DeskOutParts): DeskOut {
  const historyExport = createHistoryExport({
    ...parts,
    told: (progress) => parts.publish('history.exporting', progress),
    seldom: (work) => seldom(work, REST, parts.after),
  });
  const linked = createLinkedOrder({ ...parts, show: (place) => parts.publish('app.show', place) });
  return {
    historyExport,
    linked,
    left: () => {
      historyExport.cancel();
      linked.left();
    },
  };
}
