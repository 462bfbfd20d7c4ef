// Reads a list through any of DRF's pagings: none at all, page numbers, limit and offset, cursors.
import type { Thing } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Evidence } from './evidence.ts';
import { type HowToTake, notAList, type Page, type Taken, type TakePage } from './list-page.ts';
import { judgeRead } from './outcome.ts';
import { readPageLinks } from './page-links.ts';
import { planPages } from './page-plan.ts';
import { takePlanned } from './planned-pages.ts';
import { isRecord } from './read-error.ts';

/** More pages than any shop has: a server whose pages never end. */
const MOST_PAGES = 100_000;

/**
 * Rows may come twice (cursors under writes, lists that change); telling them apart is the caller's business.
 * @returns null where it was given up; or the first failure: half a list is never told as the whole.
 */
export async function takeAllPages(take: TakePage, how: HowToTake): Promise<Result<Taken | null>> {
  if (!how.goOn()) return ok(null);
  const first = await take('', 1, new AbortController().signal);
  if (!first.ok) return first;
  const plan = how.atOnce > 1 ? planPages(first.value) : null;
  return plan === null || plan.pages > MOST_PAGES ? await follow(first.value, take, how) : await takePlanned(plan, take, how);
}

/** One page after the other, wherever each says that the next one is. */
async function follow(first: Page, take: TakePage, { goOn }: HowToTake): Promise<Result<Taken | null>> {
  const seen = new Set(['']);
  let rows = first.rows;
  let page = first;
  let doubtful = false;
  while (page.next !== null) {
    if (!goOn()) return ok(null);
    // A `next` that leads back would go round for ever.
    if (seen.has(page.next) || seen.size >= MOST_PAGES) return fail(notAList());
    seen.add(page.next);
    const answer = await take(page.next, seen.size, new AbortController().signal);
    // Past the end: the list has become shorter meanwhile.
    if (!answer.ok && answer.error.kind === 'not-found') return ok({ pages: seen.size, count: null, doubtful: true, broken: answer.error });
    if (!answer.ok) return answer;
    doubtful ||= answer.value.count !== page.count;
    page = answer.value;
    rows += page.rows;
  }
  return ok({ pages: seen.size, count: page.count, doubtful: doubtful || (page.count !== null && page.count !== rows), broken: null });
}

/** Every row of every page, parsed, in this thread. */
export async function readAllPages(read: (search: string) => Promise<Evidence>, thing: Thing): Promise<Result<readonly unknown[]>> {
  const rows: unknown[] = [];
  const take: TakePage = async (search) => {
    const answer = judgeRead(await read(search), { thing, id: null });
    if (!answer.ok) return answer;
    const page = readPage(answer.value);
    if (page === null) return fail(notAList());
    for (const row of page.results) rows.push(row);
    return ok(page);
  };
  const taken = await takeAllPages(take, { goOn: () => true, atOnce: 1 });
  if (!taken.ok) return taken;
  const broken = taken.value?.broken ?? null;
  return broken === null ? ok(rows) : fail(broken);
}

function readPage(value: unknown): (Page & { readonly results: readonly unknown[] }) | null {
  if (Array.isArray(value)) return { results: value, rows: value.length, count: value.length, next: null };
  if (!isRecord(value) || !Array.isArray(value['results'])) return null;
  const links = readPageLinks(value);
  return links === null ? null : { results: value['results'], rows: value['results'].length, ...links };
}
