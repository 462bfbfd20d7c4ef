// What runs in our page to see a pull: sent as text, like in-page.ts. All times are the wall clock's, in milliseconds.
import type { HistoryState, HistoryWindow } from '../../src/shared/ipc/order-schemas.ts';
import type { Result } from '../../src/shared/result.ts';

export interface Pulled {
  /** When it began, as main says. */
  readonly since: number;
  /** When the first order was painted. */
  readonly firstRows: number;
  /** When the page had been answered with the order that stands last in the server's answer, all of them counted. */
  readonly searchable: number;
}

declare global {
  interface Window {
    pulled: Promise<Pulled>;
  }
}

/** From now on: `window.pulled` tells of the next pull. @param last words that only the last order has. */
export function watchPull(orders: number, last: string): void {
  const wallClock = (): number => performance.timeOrigin + performance.now();
  const began = Promise.withResolvers<number>();
  const painted = Promise.withResolvers<number>();
  const found = Promise.withResolvers<number>();

  const rows = new MutationObserver(() => {
    if (document.querySelector('[role=grid][aria-label="Orders"] [role=row][aria-label^="Order "]') === null) return;
    rows.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted.resolve(wallClock());
      port2.postMessage(null);
    });
  });
  rows.observe(document.body, { subtree: true, childList: true, attributes: true });

  const query = { text: last, state: null, sort: [{ by: 'id', direction: 'descending' }] };
  const search = async (): Promise<void> => {
    const answer = (await window.paydesk.request('history.window', { query, fresh: true, offset: 0, limit: 1 })) as Result<HistoryWindow>;
    if (answer.ok && answer.value.total === 1) found.resolve(wallClock());
  };
  const stop = window.paydesk.listen((name, payload) => {
    if (name !== 'history.changed') return;
    const { pulling, problem, total } = payload as HistoryState;
    if (pulling !== null) began.resolve(Date.parse(pulling.since));
    if (problem !== null) found.reject(new Error(`the pull failed: ${problem.kind}`));
    if (total === orders) void search();
  });
  window.pulled = Promise.all([began.promise, painted.promise, found.promise]).then(([since, firstRows, searchable]) => {
    stop();
    return { since, firstRows, searchable };
  });
}

/** @returns milliseconds until the history has been asked for again and the answer is there. */
export async function refreshInPage(): Promise<number> {
  const began = performance.now();
  const answer = (await window.paydesk.request('history.refresh', null)) as Result<HistoryState>;
  if (!answer.ok || answer.value.problem !== null) throw new Error('the second pull failed');
  return performance.now() - began;
}
