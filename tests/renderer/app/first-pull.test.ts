// A first history that comes in: its beginning is shown, then all of it, from the top; unless somebody has put a hand on it meanwhile.
import { expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createDesk } from '../../../src/renderer/app/create-desk.ts';
import { rowAt } from '../../../src/renderer/rows/page-cache.ts';
import type { HistoryQuery, HistoryState, HistoryWindow } from '../../../src/shared/ipc/order-schemas.ts';
import { ok } from '../../../src/shared/result.ts';
import { order, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

const counts = { pending: 1, completed: 0, failed: 0, 'partly-paid': 0, 'no-payment': 0, 'not-told': 0 };

interface WindowInput {
  readonly query: HistoryQuery;
  readonly fresh: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A server that tells its oldest orders first; what is found in the beginning is found anew each time. */
async function aFirstPull() {
  let revision = 1;
  let [highest, found, ripe, foundRipe] = [0, 0, false, false];
  let partial = false;
  let waiting: (() => void)[] | null = null;
  const state = (): HistoryState => ({
    revision,
    total: highest,
    unreadable: 0,
    ownOnly: false,
    missing: null,
    partial,
    pulling: partial ? { received: highest, expected: 3_000, since: '2026-11-22T12:00:00.000Z' } : null,
    asOf: ripe ? '2026-11-22T12:00:00.000Z' : null,
    problem: null,
  });
  const window = ({ fresh, offset, limit }: WindowInput): HistoryWindow => {
    // What was found in the beginning is found anew once more.
    if (fresh || !foundRipe) found = highest;
    foundRipe = ripe;
    const [size, newest] = [Math.max(0, Math.min(limit, found - offset)), found - offset];
    const rows = Array.from({ length: size }, (_, at) => order(newest - at));
    return { revision, total: found, added: highest - found, counts, rows };
  };
  const client = createFakeClient({
    'history.state': () => ok(state()),
    'history.window': async (input) => {
      // Found when it is asked for, told later.
      const answer = window(input);
      if (waiting !== null) await new Promise<void>((go) => waiting?.push(go));
      return ok(answer);
    },
    'history.position': ({ id }) => ok(id > found ? null : found - id),
    'payments.pending': () => ok({ revision, total: 0, pending: 0, sum: '0.00', rows: [], embedded: true }),
    'orders.peek': (id) => ok(order(id)),
  });
  const desk = createDesk(client, createAnnouncements(), () => '');
  desk.follow();
  await settled();
  const list = () => desk.orders.getState();
  list().show({ first: 0, last: 30 });
  await settled();
  const come = async (to: number, now: { partial: boolean }, tell = true): Promise<void> => {
    [highest, partial, ripe, revision] = [to, now.partial, !now.partial, revision + 1];
    if (tell) client.send('history.changed', state());
    // Page after page, each with where its rows stand now.
    for (let page = 0; page < 5; page += 1) await settled();
  };
  return {
    list,
    come,
    first: () => rowAt(list().cache, 0)?.id,
    /** Answers wait until they are let go. */
    hold: () => (waiting = []),
    release: async () => {
      const held = waiting ?? [];
      waiting = null;
      for (const go of held) go();
      await settled();
    },
  };
}

it('the beginning is shown, and then all of it from the top', async () => {
  const { list, come, first } = await aFirstPull();
  await come(510, { partial: true });
  expect(first()).toBe(510);
  await come(1_500, { partial: true });
  expect(first()).toBe(1_500);
  await come(3_000, { partial: false });
  expect(first()).toBe(3_000);
  expect(list()).toMatchObject({ shift: 0, above: 0, answer: { added: 0 } });
  // From then on nothing comes in by itself.
  await come(3_001, { partial: false });
  expect(first()).toBe(3_000);
  expect(list().answer?.added).toBe(1);
});

it('an answer that is newer than the last news of it, or older, keeps no place at the top', async () => {
  const { list, come, first, hold, release } = await aFirstPull();
  await come(510, { partial: true });
  await come(800, { partial: true }, false);
  list().reask();
  await settled();
  expect(first()).toBe(800);
  hold();
  await come(900, { partial: true });
  await come(3_000, { partial: false });
  await come(3_000, { partial: false });
  await release();
  expect(first()).toBe(3_000);
  expect(list()).toMatchObject({ shift: 0, above: 0 });
});

it('where somebody has selected a row, that row stays where it is, and the rest is told', async () => {
  const { list, come } = await aFirstPull();
  await come(510, { partial: true });
  list().selectIndex(2);
  await settled();
  await come(3_000, { partial: false });
  expect(list()).toMatchObject({ shift: 2_490, above: 2_490, selectedId: 508, selectedIndex: 2_492 });
});

it('where somebody has scrolled, the rows in sight stay', async () => {
  const { list, come } = await aFirstPull();
  await come(510, { partial: true });
  list().show({ first: 90, last: 130 }, 100);
  await settled();
  await come(3_000, { partial: false });
  expect(list()).toMatchObject({ shift: 2_490, above: 2_490 });
  expect(rowAt(list().cache, 2_590)?.id).toBe(410);
});
