// One page of a list, and what reading all of them comes to.
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/result.ts';
import type { PageLinks } from './page-links.ts';

export interface Page extends PageLinks {
  readonly rows: number;
}

/**
 * Reads one page and does with its rows what is to be done.
 * @param search the query string without `?`; '' for the first page.
 * @param place from 1.
 * @param stop it is not wanted any more.
 */
export type TakePage = (search: string, place: number, stop: AbortSignal) => Promise<Result<Page>>;

export interface Taken {
  readonly pages: number;
  /** The server's own count of all rows, as told last. */
  readonly count: number | null;
  /** The list has changed meanwhile, or its pages do not fit together: rows may be missing. */
  readonly doubtful: boolean;
  /** Not all pages have been read, though another try may read them. */
  readonly broken: AppError | null;
}

export interface HowToTake {
  /** Asked before each page; false gives up: the caller knows why. */
  goOn(): boolean;
  /** So many pages may be read at a time, where it can be foreseen where they are. */
  readonly atOnce: number;
}

export function notAList(): AppError {
  return { kind: 'not-the-api', status: 200 };
}
