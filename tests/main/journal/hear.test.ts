// Waiting for what becomes of an operation, against a journal that a test moves by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askAndHear } from '../../../src/main/journal/hear.ts';
import type { OperationsChange } from '../../../src/main/journal/operations.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';

const OFFLINE: AppError = { kind: 'unreachable', reason: 'offline' };
const trail = { doubt: false, tries: 1, baseline: null, rejected: [] };
const STATES = {
  held: { name: 'held', until: '2026-03-01T09:00:00.000Z' },
  sending: { name: 'sending', trail },
  offline: { name: 'waiting', why: 'offline', problem: OFFLINE, trail },
  person: { name: 'waiting', why: 'person', problem: null, trail },
  doubtful: { name: 'waiting', why: 'offline', problem: OFFLINE, trail: { ...trail, doubt: true } },
  unknown: { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: false },
  conflict: { name: 'conflict', theirs: { status: 'failed', amount: null, order: null, product: null }, trail },
  done: { name: 'done', how: 'answered', number: 7 },
  refused: { name: 'refused', problem: OFFLINE },
  undone: { name: 'undone' },
} as const satisfies Record<string, OperationState>;
type Name = keyof typeof STATES;
const inState = (name: Name, id = 'one'): Operation => anOperation({ id, state: STATES[name] });

/** @param undo what the journal answers when it is asked to undo. */
function aJournal(undo: (told: (operation: Operation) => void) => Result<Operation> = () => ok(inState('undone'))) {
  const listeners = new Set<(change: OperationsChange) => void>();
  let undos = 0;
  const told = (operation: Operation): void => {
    for (const listener of listeners) listener({ kind: 'operation', operation });
  };
  return {
    told,
    listeners,
    undos: () => undos,
    operations: {
      subscribe: (listener: (change: OperationsChange) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      undo: async () => {
        undos += 1;
        if (undos > 100) throw new Error('tried for ever');
        return undo(told);
      },
    },
  };
}

const turn = () => new Promise(setImmediate);

describe('asking and hearing', () => {
  it.each(['done', 'refused', 'undone', 'unknown', 'conflict', 'doubtful'] as const)(
    'ends with “%s”, and nobody listens any more',
    async (end) => {
      const journal = aJournal();
      const heard = askAndHear(journal.operations, async () => ok(inState('held')));
      await turn();
      for (const name of ['sending', end] as const) journal.told(inState(name));
      expect(await heard).toEqual(ok(inState(end)));
      expect([journal.listeners.size, journal.undos()]).toEqual([0, 0]);
    },
  );

  it('hears what had happened before the asking returned', async () => {
    const journal = aJournal();
    const heard = await askAndHear(journal.operations, async () => {
      for (const name of ['held', 'sending', 'done'] as const) journal.told(inState(name));
      return ok(inState('held'));
    });
    expect(heard).toEqual(ok(inState('done')));
  });

  it('does not take another operation’s end for its own', async () => {
    const journal = aJournal();
    let ended = false;
    const heard = askAndHear(journal.operations, async () => ok(inState('held'))).finally(() => {
      ended = true;
    });
    await turn();
    for (const name of ['sending', 'done'] as const) journal.told(inState(name, 'other'));
    await turn();
    expect(ended).toBe(false);
    journal.told(inState('done'));
    await heard;
  });

  it('ends where it was not taken on', async () => {
    const journal = aJournal();
    const busy = fail({ kind: 'busy', thing: 'order' } as const);
    expect(await askAndHear(journal.operations, async () => busy)).toEqual(busy);
    expect(journal.listeners.size).toBe(0);
  });

  it('listens no longer after a bug of our own', async () => {
    const journal = aJournal();
    await expect(askAndHear(journal.operations, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(journal.listeners.size).toBe(0);
  });
});

describe('one that cannot go out now', () => {
  it('is undone once and told as it waited', async () => {
    const journal = aJournal();
    expect(await askAndHear(journal.operations, async () => ok(inState('offline')))).toEqual(ok(inState('offline')));
    expect(journal.undos()).toBe(1);
  });

  it('but waits by a person’s word is waited for', async () => {
    const journal = aJournal();
    const heard = askAndHear(journal.operations, async () => ok(inState('person')));
    await turn();
    journal.told(inState('done'));
    expect(await heard).toEqual(ok(inState('done')));
    expect(journal.undos()).toBe(0);
  });

  it('and has gone on just then is heard to its end', async () => {
    const journal = aJournal((told) => {
      told(inState('sending'));
      return fail({ kind: 'moved-on', thing: 'order' });
    });
    const heard = askAndHear(journal.operations, async () => ok(inState('offline')));
    await turn();
    journal.told(inState('done'));
    expect(await heard).toEqual(ok(inState('done')));
  });

  it('and cannot be undone, because the journal is full, is told as it waits: nobody tries that for ever', async () => {
    const journal = aJournal(() => fail({ kind: 'journal', problem: 'full' }));
    expect(await askAndHear(journal.operations, async () => ok(inState('offline')))).toEqual(ok(inState('offline')));
    expect(journal.undos()).toBe(1);
  });
});

it('whatever comes in whatever order and rhythm, the first end of one’s own is what is heard', async () => {
  const ends = new Set<Name>(['done', 'refused', 'undone', 'unknown', 'conflict', 'doubtful', 'offline']);
  const move = fc.record({ name: fc.constantFrom(...(Object.keys(STATES) as Name[])), own: fc.boolean(), pause: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 12 }), fc.nat({ max: 12 }), async (moves, early) => {
      const journal = aJournal();
      const last: typeof moves = [...moves, { name: 'done', own: true, pause: false }];
      const heard = askAndHear(journal.operations, async () => {
        for (const { name, own } of last.slice(0, early)) journal.told(inState(name, own ? 'one' : 'other'));
        return ok(inState('held'));
      });
      await turn();
      for (const { name, own, pause } of last.slice(early)) {
        journal.told(inState(name, own ? 'one' : 'other'));
        if (pause) await turn();
      }
      const result = await heard;
      const told = last.filter(({ own }) => own).map(({ name }) => name);
      const name = result.ok ? (Object.keys(STATES) as Name[]).find((each) => STATES[each] === result.value.state) : undefined;
      // It may have been overtaken by later ones that came at the same moment; never by one that is no end.
      expect(told.filter((each) => ends.has(each))).toContain(name);
      expect(journal.listeners.size).toBe(0);
    }),
    { numRuns: 500 },
  );
});
