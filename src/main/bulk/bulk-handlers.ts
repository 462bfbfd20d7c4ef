// The page's requests about many payments at once: which rows, the dry run, the start of a run, and a hand on it while it goes.
import { setImmediate } from 'node:timers/promises';
import { readMoney } from '../../shared/domain/money.ts';
import { type Gathered, type GatherInput, MOST_CHOSEN, type Plan, type PlanInput, type Started } from '../../shared/ipc/bulk-requests.ts';
import type { Input, Output, RequestName } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/ipc/session-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Operations } from '../journal/operations.ts';
import type { HistoryBook } from '../store/history-book.ts';
import type { Batches } from './batches.ts';
import { gatherFacts } from './gather-facts.ts';
import { planInPieces } from './plan-in-pieces.ts';
import type { MarksPlan } from './plan-marks.ts';

/** What a run needs of whoever is signed in. */
interface Own {
  readonly book: Pick<HistoryBook, 'orders' | 'payments' | 'markOf' | 'numbers' | 'pendingNumbers'>;
  readonly connection: { readonly server: { readonly base: string } };
}

type Handler<I, O> = (input: I) => Result<O> | Promise<Result<O>>;

export interface BulkParts {
  /** Refuses while nobody is signed in. */
  signedIn<I, O>(handler: (own: Own, input: I) => Promise<Result<O>>): Handler<I, O>;
  /** Refuses as well where nothing can be written down. */
  writing<I, O>(handler: (operations: Operations, input: I, own: Own) => Promise<Result<O>>): Handler<I, O>;
  rules(): Pick<Settings, 'hold' | 'confirmAbove'>;
  batches(): Batches | null;
  newId(): string;
}

/** Dry runs that can still be started; a person has one before them. */
const MOST_PLANS = 3;
/** What `Retry failed` takes up again: certainly not carried out, and nobody has to decide first. */
const FAILED = ['refused', 'not-done'] as const;
const PAGE = 500;

interface Frozen extends MarksPlan {
  readonly own: Own;
}

type BulkRequest = Extract<RequestName, `bulk.${string}`>;
type BulkHandlers = { readonly [N in BulkRequest]: Handler<Input<N>, Output<N>> };

export function createBulkHandlers({ signedIn, writing, rules, batches, newId }: BulkParts): BulkHandlers {
  const plans = new Map<string, Frozen>();

  const freeze = (own: Own, frozen: MarksPlan): Plan => {
    const id = newId();
    plans.set(id, { ...frozen, own });
    for (const old of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(old);
    return { plan: id, limit: rules().confirmAbove, ...frozen.told };
  };

  const plan = async (operations: Operations, { to, of }: PlanInput, own: Own): Promise<Result<Plan>> => {
    const ids = of.by === 'failed' ? await failedOf(operations, of.batch, own) : ok(of.ids);
    if (!ids.ok) return ids;
    const limit = readMoney(rules().confirmAbove);
    const by = of.by === 'orders' ? 'orders' : 'payments';
    const facts = await gatherFacts(own.book, by, ids.value);
    return ok(freeze(own, await planInPieces(facts, { to, by, ids: ids.value, limit }, () => setImmediate())));
  };

  const start = async (operations: Operations, input: { plan: string; confirmed: boolean }, own: Own): Promise<Result<Started>> => {
    const frozen = plans.get(input.plan);
    // Of somebody who sat here before, or started already.
    if (frozen?.own !== own) return fail({ kind: 'moved-on', thing: 'payment' });
    if (frozen.told.large > 0 && !input.confirmed)
      return fail({ kind: 'refused', summary: [], fields: { confirm: ['There are large amounts: confirm them.'] } });
    plans.delete(input.plan);
    const asked = await operations.askMany(frozen.inputs, rules().hold * 1_000);
    if (!asked.ok) return asked;
    const { batch, taken, left } = asked.value;
    return ok({ batch: taken.length === 0 ? null : batch, taken: taken.length, left: left.length });
  };

  /** Only a batch of whoever is signed in. */
  const ofTheirs = <O>(act: (operations: Operations, batch: string) => Promise<Result<O>>): Handler<{ batch: string }, O> =>
    writing(async (operations, { batch }) => {
      return batches()?.knows(batch) === true ? await act(operations, batch) : fail({ kind: 'moved-on', thing: 'payment' });
    });

  return {
    'bulk.gather': signedIn(async (own, input: GatherInput) => ok(await gather(own, input))),
    'bulk.plan': writing(plan),
    'bulk.start': writing(start),
    'bulk.pause': ofTheirs((operations, batch) => operations.pause(batch)),
    'bulk.resume': ofTheirs((operations, batch) => operations.resume(batch)),
    'bulk.sendNow': ofTheirs(async (operations, batch) => {
      operations.sendBatchNow(batch);
      return ok(null);
    }),
    'bulk.cancel': ofTheirs(async (operations, batch) => {
      const undone = await operations.cancelBatch(batch);
      return undone.ok ? ok({ count: undone.value }) : undone;
    }),
  };
}

async function gather({ book }: Own, input: GatherInput): Promise<Gathered> {
  const all = await (input.by === 'orders' ? book.numbers(input.query, input.span) : book.pendingNumbers(input.span));
  return { ids: all.slice(0, MOST_CHOSEN), total: all.length };
}

/** The payments of a batch that were refused, in the order in which they were asked for. */
async function failedOf({ page }: Operations, batch: string, { connection }: Own): Promise<Result<readonly number[]>> {
  const found: number[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const answer = await page({ batch, states: FAILED, server: connection.server.base, offset, limit: PAGE });
    if (!answer.ok) return answer;
    for (const { wish } of answer.value.operations) if (wish.kind === 'mark') found.push(wish.payment);
    if (offset + PAGE >= answer.value.total) return ok(found.toReversed());
  }
}
