// When the page has drawn the rows that are kept on this computer, and the rest of the work at a start may begin.
import type { HistoryBook } from '../store/history-book.ts';

/** Milliseconds in which a page draws a screenful, also on a slow computer. */
const DRAWING = 1_000;
/** Milliseconds: a page that asks for no rows meanwhile asks for none. */
const LONGEST = 3_000;

/** At once where nothing is kept. @param after of the desk. */
export async function firstRowsDrawn(
  { opening, seen }: Pick<HistoryBook, 'opening' | 'seen'>,
  after: (milliseconds: number, work: () => void) => () => void,
): Promise<void> {
  const opened = await opening;
  if (opened === null || opened.summary.total === 0) return;
  await new Promise<void>((resolve) => {
    const stop = after(LONGEST, resolve);
    void seen.then(() => {
      stop();
      after(DRAWING, resolve);
    });
  });
}
