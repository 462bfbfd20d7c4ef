// One start of a desk in the simulation: the real journal, delivery, client and token handling, between a crash and the next.
import { createApi } from '../../src/main/http/api.ts';
import { createAuthorisedFetch } from '../../src/main/http/authorised-fetch.ts';
import { createServerClock } from '../../src/main/http/server-clock.ts';
import type { Fetch } from '../../src/main/http/transport.ts';
import { type Journal, openJournal } from '../../src/main/journal/journal.ts';
import { createOperations, type Operations } from '../../src/main/journal/operations.ts';
import { createShopServer } from '../../src/main/journal/shop-server.ts';
import type { UpdateMethod } from '../../src/main/payments/update-method.ts';
import { updatePayment } from '../../src/main/payments/update-payment.ts';
import { renewTokens } from '../../src/main/session/server-calls.ts';
import { createTokenAccess } from '../../src/main/session/token-access.ts';
import { BrokenInvariant } from './broken.ts';
import { type CrashingDoorParts, openCrashingDoor } from './crashing-door.ts';
import type { FakeShop } from './fake-shop.ts';
import type { Ledger } from './ledger.ts';

export const ORIGIN = 'https://shop.example';
const SERVER = { origin: ORIGIN, base: ORIGIN, exposed: false };

export interface SimulatedDesk {
  readonly journal: Journal;
  readonly operations: Operations;
  /** null while nobody is signed in. */
  user(): string | null;
  /** The session has run out: calls answer so until somebody signs in. */
  expired(): boolean;
  signIn(user: string): void;
  signOut(): void;
}

export interface SimulatedDeskParts extends Omit<CrashingDoorParts, 'alive'> {
  readonly shop: FakeShop;
  readonly ledger: Ledger;
  readonly wire: Fetch;
  alive(): boolean;
  newId(): string;
  /** A bug, wherever it shows. */
  failed(thrown: unknown): void;
}

export async function startDesk(parts: SimulatedDeskParts): Promise<SimulatedDesk> {
  const { clock, chance, shop, ledger, wire, alive, newId } = parts;
  const timeNow = (): string => new Date(clock.now()).toISOString();
  // What gathers when the desk dies has not been written, and nothing of it has been sent.
  const soon = (work: () => void): unknown => clock.at(chance.whole(1, 30), () => (alive() ? work() : undefined));
  const opened = await openJournal({ door: openCrashingDoor(parts), timeNow, newId, soon });
  if (!opened.ok) throw new Error('the journal did not open');
  const journal = opened.value;
  journal.subscribe((change) => {
    if (change.kind === 'operation') ledger.changed(change.operation);
  });
  // What the last start has written down without living to say so.
  const written = await journal.page({ offset: 0, limit: 10_000 });
  if (written.ok) written.value.operations.forEach(ledger.changed);
  const operations = createOperations({
    journal,
    newId,
    now: clock.now,
    random: chance.next,
    after: (milliseconds, work) => clock.at(milliseconds, () => (alive() ? work() : undefined)),
    failed: parts.failed,
  });
  let session: { user: string; over: boolean } | null = null;
  let method: UpdateMethod | null = null;

  const signIn = (user: string): void => {
    const own = { user, over: false };
    let renewing = 0;
    session = own;
    const { access, refresh } = shop.signIn(user);
    const open = createApi(SERVER, wire);
    const tokens = createTokenAccess({
      access,
      refresh,
      now: clock.now,
      keep: () => new Promise((resolve) => clock.at(chance.whole(0, 30), () => (alive() ? resolve() : undefined))),
      ended: () => {
        own.over = true;
      },
      renew: async (token) => {
        renewing += 1;
        if (renewing !== 1) parts.failed(new BrokenInvariant('two refreshes at the same time'));
        const renewed = await renewTokens(open, token);
        renewing -= 1;
        return renewed;
      },
    });
    const measured = createServerClock({ wall: clock.now, now: clock.now });
    const api = createApi(SERVER, createAuthorisedFetch(measured.watch(wire), tokens));
    const memory = {
      read: () => method,
      save: (learned: UpdateMethod) => {
        method = learned;
      },
    };
    const server = createShopServer({
      connection: { api, server: SERVER, username: user, clock: measured },
      updatePayment: (update) => updatePayment(api, update, memory),
    });
    // The history was read a while ago: some of the newest orders are not known.
    const highestOrder = (): number | null => (chance.happens(0.2) ? null : Math.max(1, shop.orders.size - chance.whole(0, 3)));
    operations.connect({ owner: server.owner, actor: () => user }, { server, names: () => [user], highestOrder });
  };

  return {
    journal,
    operations,
    user: () => session?.user ?? null,
    expired: () => session?.over === true,
    signIn,
    signOut: () => {
      session = null;
      operations.connect(null, null);
    },
  };
}
