// A batch counted out of the file: every state by its name, what was decided by what it came to, and the same after reopening.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OperationEvent } from '../../../src/shared/domain/operation-schemas.ts';
import { aFolder, markOf, must, openAt } from './a-journal.ts';

const LOST: OperationEvent = { kind: 'lost', problem: null };
const SENT: OperationEvent = { kind: 'sent', baseline: null };
const theirs = { status: 'failed', amount: '10.00', order: 3, product: 'Rice' };

/** What becomes of each payment of the batch, in turn. */
const COURSES: readonly (readonly OperationEvent[])[] = [
  [],
  [SENT],
  [SENT, { kind: 'answered', number: 1 }],
  [SENT, { kind: 'refused', problem: { kind: 'forbidden', said: null } }],
  [{ kind: 'undone', by: 'Ada' }],
  [
    { kind: 'changed', theirs },
    { kind: 'keep-theirs', by: 'Ada' },
  ],
  [SENT, LOST, { kind: 'say-done', by: 'Ada', number: null }],
  [SENT, LOST, { kind: 'say-not-done', by: 'Ada' }],
  [{ kind: 'changed', theirs }],
];

it('counts where the operations of one batch stand, in memory and after a restart', async () => {
  const path = join(aFolder(), 'journal.db');
  const journal = await openAt(path);
  const list = COURSES.map((_, index) =>
    markOf(index + 1, { batch: 'ours', saw: { ...theirs, status: 'pending', amount: `${index}.50` } }),
  );
  const asked = must(await journal.ask([...list, markOf(100, { batch: 'another' }), markOf(101)]));
  for (const [index, course] of COURSES.entries()) for (const event of course) must(await journal.move(asked[index]?.id ?? '', event));

  const expected = {
    ...{ held: 1, sending: 1, done: 1, refused: 1, undone: 1, conflict: 1, 'not-done': 1 },
    ...{ 'decided keep-theirs': 1, 'decided say-done': 1 },
  };
  const told = must(await journal.tally('ours'));
  expect(Object.fromEntries(told.map(({ outcome, count }) => [outcome, count]))).toEqual(expected);
  await journal.close();

  const again = await openAt(path);
  const later = must(await again.tally('ours'));
  expect(Object.fromEntries(later.map(({ outcome, count }) => [outcome, count]))).toEqual(expected);
  expect(must(await again.tally('none'))).toEqual([]);
  await again.close();
});

it('tells what a batch was asked for with, and what has become of each amount', async () => {
  const journal = await openAt(':memory:');
  const saw = (amount: string | null) => ({ status: 'pending', amount, order: 3, product: null });
  const asked = must(
    await journal.ask([
      markOf(1, { batch: 'ours', saw: saw('0.10') }),
      markOf(2, { batch: 'ours', saw: saw('0.10') }),
      markOf(3, { batch: 'ours', saw: saw(null) }),
    ]),
  );
  must(await journal.move(asked[0]?.id ?? '', { kind: 'found', number: 1 }));
  expect(must(await journal.amounts('ours'))).toEqual(
    expect.arrayContaining([
      { amount: '0.10', outcome: 'done', count: 1 },
      { amount: '0.10', outcome: 'held', count: 1 },
      { amount: null, outcome: 'held', count: 1 },
    ]),
  );
  await journal.close();
});
