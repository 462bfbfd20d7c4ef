// The shop's write path, opened once, and the practice store's, new each time.
import { expect, it } from 'vitest';
import type { Operations } from '../../../src/main/journal/operations.ts';
import { NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import { fail } from '../../../src/shared/result.ts';
import { aClock, aWritePath } from '../store/support/a-write-path.ts';
import { must } from './a-journal.ts';

const signedIn = (operations: Operations): void =>
  operations.connect({ owner: { server: 'https://shop.example', username: 'ada' }, actor: () => 'Ada' }, null);
const mark = { wish: { kind: 'mark', payment: 5, to: 'completed' }, saw: NOTHING_SEEN, reason: null } as const;

it('the shop’s journal is opened once, however often it is asked for', async () => {
  const [first, second] = [aWritePath(aClock(0)), aWritePath(aClock(0))].map((path) => Promise.all([path.shop(), path.shop()]));
  for (const pair of [await first, await second]) expect(pair?.[0]).toBe(pair?.[1]);
});

it('a journal that cannot be opened is told as it is', async () => {
  const damaged = fail({ kind: 'journal', problem: 'damaged' } as const);
  expect(await aWritePath(aClock(0), { openShopJournal: async () => damaged }).shop()).toEqual(damaged);
});

it('each opening of the practice store has a journal of its own, and none is the shop’s', async () => {
  const path = aWritePath(aClock(0));
  const [shop, first] = [must(await path.shop()), must(await path.practice())];
  for (const operations of [shop, first]) signedIn(operations);
  must(await first.ask(mark, 4_000));
  expect([shop, first].map((operations) => operations.unsettled().length)).toEqual([0, 1]);
  expect(must(await path.practice()).unsettled()).toEqual([]);
  // Nobody comes back to the former one.
  expect(await first.ask({ ...mark, wish: { ...mark.wish, payment: 99 } }, 0)).toMatchObject({
    error: { kind: 'journal', problem: 'closed' },
  });
});
