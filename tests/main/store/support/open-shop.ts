// One signed-in identity on a practice store, with the network in between under the test's hand. No session, no Electron.
import { createActivity } from '../../../../src/main/activity/activity.ts';
import type { Connection } from '../../../../src/main/http/connection.ts';
import type { Fetch } from '../../../../src/main/http/transport.ts';
import { createIdentity, type Identity } from '../../../../src/main/identity.ts';
import type { UpdateMethod } from '../../../../src/main/payments/update-method.ts';
import type { PracticeBehaviour } from '../../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeRequest, type PracticeStore } from '../../../../src/main/practice/store.ts';
import { bind } from '../../../../src/main/session/bind.ts';
import type { Result } from '../../../../src/shared/result.ts';
import { createFaultyNetwork, type FaultyNetwork } from './faulty-network.ts';

export const ORIGIN = 'https://shop.example';
export const TODAY = Date.UTC(2026, 9, 22, 10);

export interface Shop extends Identity {
  readonly store: PracticeStore;
  readonly network: FaultyNetwork;
  readonly connection: Connection;
  readonly activity: ReturnType<typeof createActivity>;
  /** How often the page was told that the history changed. */
  changes(): number;
  readonly names: string[];
  /** The learned method as it is remembered. */
  remembered(): UpdateMethod | null;
  remember(method: UpdateMethod | null): void;
  /** Requests that the store has taken up since the last call, sign-in aside. */
  requests(): readonly PracticeRequest[];
  tick(milliseconds: number): void;
}

/** @param between stands between the network and the practice store: what the server says may be changed there. */
export async function openShop(
  behaviour: Partial<PracticeBehaviour> = {},
  between: (store: Fetch) => Fetch = (store) => store,
): Promise<Shop> {
  let now = TODAY;
  const timeNow = (): string => new Date(now).toISOString();
  const store = createPracticeStore({ behaviour: { orders: 12, ...behaviour }, now: () => now });
  const network = createFaultyNetwork(between((request) => store.fetch(request)));
  const server = { origin: ORIGIN, base: ORIGIN, exposed: false };
  const { access, refresh } = await signIn(store);
  const { connection } = bind({
    target: { server, network: network.fetch, username: PRACTICE_ACCOUNT.username, practice: false },
    access,
    refresh,
    keep: () => Promise.resolve(),
    ended: () => undefined,
    now: () => now,
  });
  let method: UpdateMethod | null = null;
  let changes = 0;
  let key = 0;
  let read = store.requests.length;
  const names: string[] = [];
  const activity = createActivity(timeNow, () => undefined);
  const identity = createIdentity({
    connection,
    activity,
    methods: {
      read: () => method,
      save: (learned) => {
        method = learned;
      },
    },
    newKey: () => `key-${++key}`,
    timeNow,
    named: (name) => names.push(name),
    historyChanged: () => {
      changes += 1;
    },
  });
  return {
    ...identity,
    store,
    network,
    connection,
    activity,
    names,
    changes: () => changes,
    remembered: () => method,
    remember: (learned) => {
      method = learned;
    },
    requests: () => {
      const since = store.requests.slice(read);
      read = store.requests.length;
      return since;
    },
    tick: (milliseconds) => {
      now += milliseconds;
    },
  };
}

async function signIn(store: PracticeStore): Promise<{ access: string; refresh: string }> {
  const request = new Request(`${ORIGIN}/api/token/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PRACTICE_ACCOUNT),
  });
  return (await (await store.fetch(request)).json()) as { access: string; refresh: string };
}

/** The requests that may change something. */
export function writes(requests: readonly PracticeRequest[]): readonly string[] {
  return requests.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method)).map(({ method, path }) => `${method} ${path}`);
}

export function wentWell<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function errorOf(result: Result<unknown>): Extract<Result<unknown>, { ok: false }>['error'] {
  if (result.ok) throw new Error('unexpectedly went well');
  return result.error;
}
