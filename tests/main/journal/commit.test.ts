// What is brought to the disk together: a person's word at once and with all that waits, the moves within a batch in company.
import { expect, it } from 'vitest';
import { createCommit } from '../../../src/main/journal/commit.ts';
import type { Answer, Change } from '../../../src/main/journal/file.ts';

const change = (operation: string): Change => ({
  draft: { operation, kind: 'moved', at: '2026-03-01T09:00:00.000Z', body: '{}' },
  standing: null,
});

/** A disk whose transactions end when the test says so, and a time in which changes gather that ends likewise. */
function setUp(gathers = true) {
  const written: string[][] = [];
  const ends: ((answer: Answer<number>) => void)[] = [];
  const gathered: (() => void)[] = [];
  let sequence = 1;
  const append = (changes: readonly Change[]): Promise<Answer<number>> => {
    written.push(changes.map(({ draft }) => draft.operation));
    return new Promise((resolve) => ends.push(resolve));
  };
  const commit = createCommit({ append }, gathers ? (work) => gathered.push(work) : undefined);
  return {
    written,
    gathered,
    ask: (operation: string, patient: boolean) => commit([change(operation)], patient),
    /** Ends the transaction that is under way, and lets whoever waited for it go on. */
    synced: async () => {
      const first = sequence;
      sequence += written[written.length - 1]?.length ?? 0;
      ends.shift()?.({ ok: true, value: first });
      await new Promise(setImmediate);
    },
  };
}

it('writes what a person waits for at once', () => {
  const { written, ask, gathered } = setUp();
  void ask('pressed', false);
  expect(written).toEqual([['pressed']]);
  expect(gathered).toHaveLength(0);
});

it('lets moves within a batch gather, and writes them in their order', async () => {
  const { written, ask, gathered, synced } = setUp();
  const told = [ask('a', true), ask('b', true), ask('c', true)];
  expect(written).toEqual([]);
  expect(gathered).toHaveLength(1);
  gathered[0]?.();
  expect(written).toEqual([['a', 'b', 'c']]);
  await synced();
  expect(await Promise.all(told)).toEqual([1, 2, 3].map((value) => ({ ok: true, value })));
});

it('takes what has gathered along with a person’s word, and does not write it twice', async () => {
  const { written, ask, gathered, synced } = setUp();
  void ask('a', true);
  void ask('pressed', false);
  expect(written).toEqual([['a', 'pressed']]);
  await synced();
  gathered[0]?.();
  expect(written).toHaveLength(1);
});

it('writes a person’s word as soon as the disk is free, and gathers again afterwards', async () => {
  const { written, ask, gathered, synced } = setUp();
  void ask('first', false);
  void ask('a', true);
  void ask('pressed', false);
  await synced();
  expect(written).toEqual([['first'], ['a', 'pressed']]);
  void ask('b', true);
  await synced();
  expect(written).toHaveLength(2);
  expect(gathered).toHaveLength(1);
  gathered[0]?.();
  expect(written.at(-1)).toEqual(['b']);
});

it('writes at once where nothing gathers', () => {
  const { written, ask } = setUp(false);
  void ask('a', true);
  expect(written).toEqual([['a']]);
});
