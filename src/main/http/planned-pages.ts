// Reads the pages of a list several at a time, as long as every one of them is what was foreseen.
import type { AppError } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type HowToTake, notAList, type Page, type Taken, type TakePage } from './list-page.ts';
import type { PagePlan } from './page-plan.ts';

/** Failures that reading page after page would meet as well. */
const SURE: ReadonlySet<AppError['kind']> = new Set(['unreachable', 'session-ended', 'too-many-requests']);

/** The first page has been taken. */
export async function takePlanned(plan: PagePlan, take: TakePage, { goOn, atOnce }: HowToTake): Promise<Result<Taken | null>> {
  const stop = new AbortController();
  let next = 2;
  let count: number | null = null;
  /** Of several the first counts: the others are stopped by it. */
  const problems: AppError[] = [];

  const look = (place: number, answer: Result<Page>): void => {
    if (!answer.ok) problems.push(answer.error);
    else if (!plan.agrees(place, answer.value)) problems.push(notAList());
    else count = answer.value.count;
    if (problems.length > 0) stop.abort();
  };
  const work = async (): Promise<void> => {
    while (problems.length === 0 && goOn() && next <= plan.pages) {
      const place = next;
      next += 1;
      look(place, await take(plan.search(place), place, stop.signal));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (!goOn()) return ok(null);
  const [problem = null] = problems;
  if (problem !== null && SURE.has(problem.kind)) return fail(problem);
  // A page past the end, one that does not fit, a server that is not up to several calls at a time.
  return ok({ pages: plan.pages, count, doubtful: false, broken: problem });
}
