// Where the other pages of a list are, foreseen from the first: only to ask for several at once. Each page's own `next` has to agree.
import type { Page } from './list-page.ts';

export interface PagePlan {
  readonly pages: number;
  /** @param page from 2 */
  search(page: number): string;
  /** Whether a page is what was foreseen. */
  agrees(page: number, told: Page): boolean;
}

/** By which servers number their pages; one that does it by another name is read page after page. */
const NUMBERED = /(^|&)(page|p|pg|page_number|pageNumber|page_no)=2(?=&|$)/;
const OFFSET = /(^|&)(offset|start|skip)=(\d{1,15})(?=&|$)/;

/** @returns null where the other pages cannot be foreseen. */
export function planPages(first: Page): PagePlan | null {
  const { rows, count, next } = first;
  if (next === null || count === null || rows === 0 || count <= rows) return null;
  const pages = Math.ceil(count / rows);
  const search = searchBy(next, rows);
  if (search === null) return null;
  return {
    pages,
    search,
    agrees: (page, told) => {
      const last = page === pages;
      return (
        told.count === count && told.rows === (last ? count - rows * (pages - 1) : rows) && told.next === (last ? null : search(page + 1))
      );
    },
  };
}

function searchBy(next: string, rows: number): PagePlan['search'] | null {
  if (NUMBERED.test(next)) return (page) => next.replace(NUMBERED, `$1$2=${page}`);
  if (Number(OFFSET.exec(next)?.[3]) !== rows) return null;
  return (page) => next.replace(OFFSET, `$1$2=${rows * (page - 1)}`);
}
