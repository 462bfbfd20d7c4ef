// Hands a page's bytes over to the store as they come: no more of them under way than the store keeps up with.
import type { AppError } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { HistoryPieces } from '../http/history-call.ts';
import { notAList, type Page } from '../http/list-page.ts';
import { NoAnswer } from '../http/no-answer.ts';
import { judgeRead } from '../http/outcome.ts';
import type { HistoryDoor } from '../store/door.ts';

const ASKED = { thing: 'history', id: null } as const;
/** Pieces of one page that the store has not yet taken in. */
const MOST_UNDER_WAY = 4;

export type Taking = Pick<HistoryDoor, 'pageBytes' | 'endPage'>;

/**
 * @param received told with the rows of all pages that the store has cut so far.
 * @returns the page; or why there is none. Rejects only where the store does.
 */
export async function handOver(
  door: Taking,
  place: number,
  opened: HistoryPieces,
  received: (rows: number) => void,
): Promise<Result<Page>> {
  if (opened.kind !== 'pieces') return failureOf(judgeRead(opened, ASKED));
  const under: Promise<number>[] = [];
  const settle = async (): Promise<void> => received((await under.shift()) ?? 0);
  try {
    for await (const piece of opened.pieces) {
      const taken = door.pageBytes(place, piece);
      // Heard below, when its turn comes.
      taken.catch(() => undefined);
      under.push(taken);
      if (under.length >= MOST_UNDER_WAY) await settle();
    }
    while (under.length > 0) await settle();
  } catch (thrown) {
    // Whatever the store still says of them is of no use, but must not go unheard.
    await Promise.allSettled(under);
    if (!(thrown instanceof NoAnswer)) throw thrown;
    return failureOf(judgeRead({ kind: 'no-answer', reason: thrown.reason, certainlyNotSent: false }, ASKED));
  }
  const end = await door.endPage(place, opened.headers.get('content-type'));
  return end.kind === 'page' ? ok(end) : fail(notAList());
}

/** @param judged of an answer that brought no pieces; a success without a body is no list. */
function failureOf(judged: Result<unknown>): { readonly ok: false; readonly error: AppError } {
  return judged.ok ? fail(notAList()) : judged;
}
