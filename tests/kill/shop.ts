// The shop's server of a kill run: the practice store over HTTP, which can keep a call waiting before or after it is carried out, and
// writes down all that reaches it. A call that is kept can still be carried out when whoever sent it is long dead, as real servers do.
import { createPracticeStore, type PracticeStore } from '../../src/main/practice/store.ts';
import { openAnyServer } from '../e2e/support/any-server.ts';

export interface Arrival {
  readonly method: string;
  readonly path: string;
  /** Its `Idempotency-Key`: the operation's id; empty for a reading. */
  readonly key: string;
  readonly body: string;
  /** What the store answered; null until it is carried out, or never. */
  status: number | null;
  /** It changed something: a status became another, or something was made. */
  effect: boolean;
}

/** `keep`: it waits, not carried out. `carry-out`: it is carried out, and its answer waits. */
export type Treatment = 'answer' | 'keep' | 'carry-out';

export interface KillShop {
  readonly url: string;
  readonly store: PracticeStore;
  /** Numbers from 1 up to these are those that the shop began with; some numbers of payments may be free. */
  readonly orders: number;
  readonly payments: number;
  /** Oldest first. */
  readonly arrivals: readonly Arrival[];
  writes(): readonly Arrival[];
  /** From now on; all are answered until this is called. */
  treat(how: (arrival: Arrival) => Treatment): void;
  /** How many wait. */
  kept(): number;
  /** Lets all that wait be carried out and answered. */
  release(): void;
  /** They are never carried out. */
  drop(): void;
  /** They are carried out although nobody waits for an answer any more. */
  carryOutLate(): Promise<void>;
  close(): Promise<void>;
}

export async function openKillShop(orders: number): Promise<KillShop> {
  const arrivals: Arrival[] = [];
  let treatment: (arrival: Arrival) => Treatment = () => 'answer';
  let kept: { readonly carryOut: () => Promise<Response>; readonly go: (what: 'answer' | 'drop') => void }[] = [];
  const store = createPracticeStore({ behaviour: { orders } });

  const carryOut = async (request: Request, arrival: Arrival): Promise<Response> => {
    const before = statusOf(store, arrival.path);
    const response = await store.fetch(request);
    arrival.status = response.status;
    arrival.effect = arrival.method === 'POST' ? response.status === 201 : statusOf(store, arrival.path) !== before;
    return response;
  };

  const server = await openAnyServer(async ({ request, path }) => {
    const { method, headers } = request;
    const body = method === 'GET' || method === 'OPTIONS' ? null : await request.text();
    const arrival: Arrival = { method, path, key: headers.get('idempotency-key') ?? '', body: body ?? '', status: null, effect: false };
    arrivals.push(arrival);
    // A request of its own: the arrived one ends with its connection.
    const own = new Request(request.url, { method, headers: new Headers(headers), body });
    const how = treatment(arrival);
    if (how === 'answer') return await carryOut(own, arrival);
    const done = how === 'carry-out' ? await carryOut(own, arrival) : null;
    const carryOutOnce = async (): Promise<Response> => done ?? (await carryOut(own, arrival));
    const word = await new Promise<'answer' | 'drop'>((go) => kept.push({ carryOut: carryOutOnce, go }));
    return word === 'answer' ? await carryOutOnce() : new Response(null, { status: 500 });
  });

  const takeKept = (): typeof kept => {
    const all = kept;
    kept = [];
    return all;
  };
  return {
    url: server.url,
    store,
    orders,
    payments: Math.max(...Array.from({ length: orders }, (_, index) => store.state.paymentsOf(index + 1).at(-1)?.id ?? 0)),
    arrivals,
    writes: () => arrivals.filter(({ key }) => key !== ''),
    treat: (how) => {
      treatment = how;
    },
    kept: () => kept.length,
    release: () => {
      for (const { go } of takeKept()) go('answer');
    },
    drop: () => {
      for (const { go } of takeKept()) go('drop');
    },
    carryOutLate: async () => {
      for (const { carryOut: late, go } of takeKept()) {
        await late();
        go('drop');
      }
    },
    close: server.close,
  };
}

function statusOf({ state }: PracticeStore, path: string): string | null {
  const id = /^\/api\/orders\/payments\/(\d+)\/$/.exec(path)?.[1];
  return id === undefined ? null : (state.payment(Number(id))?.status ?? null);
}
