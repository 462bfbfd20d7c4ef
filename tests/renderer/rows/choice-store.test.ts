// The choice of a list, with the list: ranges beyond the rows at hand, what a mark or a search does to it, and what comes back after a run.
import { describe, expect, it } from 'vitest';
import { createChoiceStore } from '../../../src/renderer/rows/choice-store.ts';
import { createListStore } from '../../../src/renderer/rows/list-store.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import type { Gathered } from '../../../src/shared/ipc/bulk-requests.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';

interface Query {
  readonly text: string;
  readonly descending: boolean;
}

/** A list of 1,000 rows whose numbers are their places and 1,000 more; main tells what is not at hand. */
async function aList() {
  const asked: ({ first: number; last: number } | null)[] = [];
  const failures: AppError[] = [];
  let answer: ((span: { first: number; last: number } | null) => Result<Gathered>) | null = null;
  const row = (index: number) => ({ id: index + 1_000 });
  const between = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, place) => row(first + place).id);
  const list = createListStore<Query, { readonly id: number }, { revision: number; total: number; rows: { id: number }[] }>({
    query: { text: '', descending: false },
    idOf: ({ id }) => id,
    ask: async (_query, offset, limit) =>
      ok({ revision: 1, total: 1_000, rows: Array.from({ length: limit }, (_, place) => row(offset + place)) }),
  });
  list.getState().show({ first: 0, last: 50 });
  await settled();
  const choice = createChoiceStore({
    list,
    idOf: ({ id }) => id,
    select: (index) => list.getState().selectIndex(index),
    gather: async (_query, span) => {
      asked.push(span);
      if (answer !== null) return answer(span);
      const { first, last } = span ?? { first: 0, last: 999 };
      return ok({ ids: between(first, last), total: 1_000 });
    },
    failed: (error) => failures.push(error),
    sameRows: (a, b) => a.text === b.text,
  });
  const chosen = () => [...choice.getState().ids].map((id) => id - 1_000);
  const { act } = choice.getState();
  return {
    ...{ list, choice, asked, failures, chosen, act },
    refuse: () => {
      answer = () => fail({ kind: 'session-ended' });
    },
  };
}

describe('rows at hand', () => {
  it('are chosen without asking anybody', async () => {
    const { act, chosen, asked, choice } = await aList();
    act(3, 'only');
    act(6, 'range');
    expect(chosen()).toEqual([3, 4, 5, 6]);
    act(1, 'range');
    expect(chosen()).toEqual([1, 2, 3]);
    act(9, 'toggle');
    expect(chosen()).toEqual([1, 2, 3, 9]);
    expect(choice.getState().many).toBe(true);
    expect(asked).toEqual([]);
  });

  it('a click with Ctrl takes the clicked row along, but not one that was selected by the console itself', async () => {
    const { act, chosen, list } = await aList();
    act(2, 'only');
    act(5, 'toggle');
    expect(chosen()).toEqual([2, 5]);
    act(7, 'only');
    list.getState().selectId(1_003);
    await settled();
    act(5, 'toggle');
    expect(chosen()).toEqual([5]);
  });

  it('ticks made one after the other add up', async () => {
    const { act, chosen } = await aList();
    for (const index of [8, 3, 5, 3]) act(index, 'tick');
    expect(chosen()).toEqual([8, 5]);
  });

  it('walking past rows leaves the choice as it is', async () => {
    const { act, chosen, list } = await aList();
    act(2, 'tick');
    act(3, 'walk');
    act(4, 'tick');
    expect(chosen()).toEqual([2, 4]);
    expect(list.getState().selectedIndex).toBe(4);
  });
});

describe('rows beyond', () => {
  it('a range to the end is told by main', async () => {
    const { act, chosen, asked } = await aList();
    act(90, 'only');
    act(999, 'range');
    await settled();
    expect(asked).toEqual([{ first: 90, last: 999 }]);
    expect(chosen()).toHaveLength(910);
  });

  it('an answer that comes after the hand has gone on is dropped', async () => {
    const { act, chosen } = await aList();
    act(90, 'only');
    act(999, 'range');
    act(4, 'only');
    await settled();
    expect(chosen()).toEqual([]);
  });

  it('all of the result is a frozen set; what could not be told is said', async () => {
    const { choice, chosen, failures, refuse } = await aList();
    choice.getState().all();
    await settled();
    expect(chosen()).toHaveLength(1_000);
    refuse();
    choice.getState().all();
    await settled();
    expect(failures).toEqual([{ kind: 'session-ended' }]);
    expect(chosen()).toHaveLength(1_000);
  });
});

describe('what else happens to the list', () => {
  it('sorted otherwise it is the same choice, searched otherwise none', async () => {
    const { act, choice, chosen, list } = await aList();
    act(3, 'only');
    act(6, 'range');
    list.getState().setQuery({ text: '', descending: true });
    expect(chosen()).toHaveLength(4);
    list.getState().setQuery({ text: 'acer', descending: true });
    expect(choice.getState()).toMatchObject({ ids: new Set(), many: false });
  });

  it('a single tick goes when a mark moves on, so that the next key marks the row that is selected', async () => {
    const { act, choice, chosen, list } = await aList();
    act(3, 'tick');
    expect(choice.getState().many).toBe(false);
    list.getState().selectId(1_004);
    await settled();
    expect(choice.getState().many).toBe(false);
    expect(chosen()).toEqual([]);
  });

  it('a range begins where the console has gone on to', async () => {
    const { act, chosen, list } = await aList();
    act(3, 'only');
    list.getState().selectId(1_010);
    await settled();
    act(12, 'range');
    expect(chosen()).toEqual([10, 11, 12]);
  });

  it('what came to nothing is chosen again, unless a hand was on the rows since', async () => {
    const { act, choice, chosen } = await aList();
    const since = choice.getState().touched();
    choice.getState().restore([1_001, 1_002], since);
    expect(chosen()).toEqual([1, 2]);
    act(5, 'only');
    choice.getState().restore([1_001, 1_002], since);
    expect(chosen()).toEqual([]);
  });
});
