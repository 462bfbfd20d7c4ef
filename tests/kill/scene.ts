// What a crash point has to work with: the running app, the shop, the journal from outside, and wishes asked for through the page.
import type { Entry } from '../../src/main/journal/entry.ts';
import type { Wish } from '../../src/shared/domain/operation-schemas.ts';
import { PAYMENT_STATUSES } from '../../src/shared/domain/payment.ts';
import { BULK_STATUSES } from '../../src/shared/ipc/bulk-requests.ts';
import type { Input } from '../../src/shared/ipc/contract.ts';
import type { Chance } from '../simulation/chance.ts';
import { type App, until } from './app.ts';
import type { Outside } from './outside.ts';
import type { Arrival, KillShop } from './shop.ts';

/** Something asked for through the page. */
export interface Intent {
  readonly wish: Wish;
  /** The page has been told that it is taken on (a mark), or carried out (a creation). */
  acknowledged: boolean;
  /** What the page was told instead. */
  problem: string | null;
}

export interface Scene {
  readonly app: App;
  readonly shop: KillShop;
  readonly outside: Outside;
  readonly folder: string;
  readonly chance: Chance;
  readonly intents: readonly Intent[];
  /** Sends it off; does not wait. */
  ask(wish: Wish): Intent;
  /** One bulk run over this many payments, which somebody else has put back to pending before; started when it resolves. */
  runBulk(count: number): Promise<void>;
  /** Rows of the journal since the scene began. */
  rows(): readonly Entry[];
  /** How many rows there are of this kind: `asked`, or the event of a move. */
  count(kind: string): number;
  /** Seconds. */
  hold(seconds: number): Promise<void>;
  /** Main has taken up all that was asked for: what one page asks for is taken up in order. */
  takenUp(): Promise<void>;
  /** Grows with all that main learns. */
  revision(): Promise<number>;
  /** Marks of so many different payments. */
  marks(count: number): Wish[];
  /** One to three marks, or now and then a creation. */
  wishes(creations: readonly Exclude<Wish['kind'], 'mark'>[]): Wish[];
}

export interface SceneParts extends Pick<Scene, 'app' | 'shop' | 'outside' | 'folder' | 'chance'> {
  /** Different in each scene: what is created carries it. */
  readonly seed: number;
}

export function setScene({ seed, ...parts }: SceneParts): Scene {
  const { app, shop, outside, chance } = parts;
  const intents: Intent[] = [];
  const began = outside.last();
  const rows = (): readonly Entry[] => outside.since(began);

  const anotherStatus = (payment: number): (typeof PAYMENT_STATUSES)[number] => {
    const now = shop.store.state.payment(payment)?.status;
    return chance.pick(PAYMENT_STATUSES.filter((status) => status !== now)) ?? 'completed';
  };
  const marks = (count: number): Wish[] => {
    const taken = new Set<number>();
    while (taken.size < count) {
      const id = chance.whole(1, shop.payments);
      if (shop.store.state.payment(id) !== undefined) taken.add(id);
    }
    return [...taken].map((payment) => ({ kind: 'mark', payment, to: anotherStatus(payment) }));
  };

  return {
    ...parts,
    intents,
    ask: (wish) => {
      const intent: Intent = { wish, acknowledged: false, problem: null };
      intents.push(intent);
      void request(parts, wish).then(
        (problem) => {
          intent.acknowledged = problem === null;
          intent.problem = problem;
        },
        // Killed before it was answered: then nobody was told anything.
        () => undefined,
      );
      return intent;
    },
    runBulk: async (count) => {
      const ids = marks(count).map((wish) => (wish.kind === 'mark' ? wish.payment : 0));
      for (const id of ids) shop.store.state.changePayment(id, { status: 'pending' });
      await app.request('history.refresh', null);
      const to = chance.pick(BULK_STATUSES) ?? 'completed';
      const own = ids.map((payment): Intent => ({ wish: { kind: 'mark', payment, to }, acknowledged: false, problem: null }));
      intents.push(...own);
      const plan = await app.request('bulk.plan', { to, of: { by: 'payments', ids } });
      const started = plan.ok ? await app.request('bulk.start', { plan: plan.value.plan, confirmed: true }) : plan;
      if (!started.ok || started.value.taken !== count) throw new Error(`the bulk run did not start: ${JSON.stringify(started)}`);
      for (const intent of own) intent.acknowledged = true;
    },
    rows,
    count: (kind) => rows().filter((row) => row.kind === kind || (row.kind === 'moved' && JSON.parse(row.body).kind === kind)).length,
    hold: async (seconds) => {
      const settings = await app.request('settings.read', null);
      if (!settings.ok) throw new Error('the settings cannot be read');
      await app.request('settings.save', { ...settings.value, hold: seconds, confirmAbove: '' });
    },
    takenUp: async () => {
      await app.request('app.info', null);
    },
    revision: async () => {
      const history = await app.request('history.state', null);
      return history.ok ? history.value.revision : 0;
    },
    marks,
    wishes: (creations) => {
      const kind = chance.happens(0.3) ? chance.pick(creations) : undefined;
      if (kind === 'create-order') return [{ kind, product: `Basket ${seed}`, quantity: 2, price: '3.50', another: false }];
      // An amount that no other round has.
      if (kind === 'record-payment') return [{ kind, order: chance.whole(1, shop.orders), amount: `${seed}.25`, another: false }];
      return marks(chance.whole(1, 3));
    },
  };
}

/** @returns null when it was acknowledged, else what the page was told. */
async function request({ app, shop }: Pick<Scene, 'app' | 'shop'>, wish: Wish): Promise<string | null> {
  if (wish.kind === 'mark') {
    const marked = await app.request('payments.mark', markInput(shop, wish));
    return marked.ok ? null : JSON.stringify(marked.error);
  }
  const created =
    wish.kind === 'create-order'
      ? await app.request('orders.create', { product: wish.product, quantity: String(wish.quantity), price: wish.price, again: null })
      : await app.request('payments.record', { order: wish.order, amount: wish.amount, again: null });
  if (!created.ok) return JSON.stringify(created.error);
  return created.value.outcome === 'created' ? null : 'unknown';
}

function markInput({ store }: KillShop, { payment, to }: Extract<Wish, { kind: 'mark' }>): Input<'payments.mark'> {
  const row = store.state.payment(payment);
  const status = row?.status ?? null;
  const saw = { status, amount: null, order: row?.orderId ?? null, product: null };
  return { payment, to, saw, reason: status === 'pending' ? null : 'Typed by mistake', confirmed: true };
}

/** The reading that stands before each write. */
export function isReading({ method, path }: Arrival): boolean {
  return method === 'GET' && /^\/api\/orders\/(payments\/)?\d+\/$/.test(path);
}

export function isWrite({ key }: Arrival): boolean {
  return key !== '';
}

export async function keptAtShop({ shop }: Scene, count: number): Promise<void> {
  await until(`the shop keeps ${count} calls waiting`, () => shop.kept() === count);
}

export async function written(scene: Scene, kind: string, count: number): Promise<void> {
  await until(`the journal has ${count} rows that say "${kind}"`, () => scene.count(kind) === count);
}

/** A claim of a crash point about where it is; what a point claims is looked at, so that no round is counted for another place. */
export function claim(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not at the point: ${what}`);
}
