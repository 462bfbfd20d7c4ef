// The machine of an operation: every kind, in every state, under every event.
import { describe, expect, it } from 'vitest';
import { isSettled, move, moveOperation, SETTLED, type StateName } from '../../../src/shared/domain/operation.ts';
import type { OperationEvent, OperationKind, OperationState, Trail } from '../../../src/shared/domain/operation-schemas.ts';
import { NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation, at, later } from './an-operation.ts';

const problem = { kind: 'unreachable', reason: 'offline' } as const;
const sure: Trail = { doubt: false, tries: 1, baseline: null, rejected: [] };
const doubtful: Trail = { ...sure, doubt: true };
const theirs = { ...NOTHING_SEEN, status: 'failed' };

/** Every state, with and without an earlier attempt in doubt where that can be. */
const states = {
  held: { name: 'held', until: at },
  waiting: { name: 'waiting', why: 'offline', problem: null, trail: sure },
  'waiting in doubt': { name: 'waiting', why: 'person', problem: null, trail: doubtful },
  sending: { name: 'sending', trail: sure },
  'sending in doubt': { name: 'sending', trail: doubtful },
  unknown: { name: 'unknown', problem: null, trail: doubtful, matches: [], emptyReads: [], unreadable: false },
  conflict: { name: 'conflict', theirs, trail: sure },
  done: { name: 'done', how: 'answered', number: 7 },
  refused: { name: 'refused', problem },
  undone: { name: 'undone' },
  decided: { name: 'decided', how: 'kept-theirs', number: null },
  'not-done': { name: 'not-done' },
} as const satisfies Record<string, OperationState>;
type Given = keyof typeof states;

const events = {
  undone: { kind: 'undone', by: 'Ada' },
  parked: { kind: 'parked', why: 'offline', problem },
  sent: { kind: 'sent', baseline: null },
  answered: { kind: 'answered', number: 7 },
  found: { kind: 'found', number: 7 },
  refused: { kind: 'refused', problem },
  changed: { kind: 'changed', theirs },
  lost: { kind: 'lost', problem },
  looked: { kind: 'looked', matches: [7, 8], unreadable: false },
  'send-again': { kind: 'send-again', by: 'Ada', reason: 'Slip' },
  'keep-theirs': { kind: 'keep-theirs', by: 'Ada' },
  'say-done': { kind: 'say-done', by: 'Ada', number: 7 },
  'say-not-done': { kind: 'say-not-done', by: 'Ada' },
} as const satisfies Record<OperationEvent['kind'], OperationEvent>;
type Event = OperationEvent['kind'];

/** What follows; what is not named is refused. `mark:` holds for marks alone. */
const table: Record<Given, Partial<Record<Event, StateName | `mark:${StateName}`>>> = {
  held: { undone: 'undone', parked: 'waiting', sent: 'sending', found: 'done', refused: 'refused', changed: 'mark:conflict' },
  waiting: {
    undone: 'undone',
    parked: 'waiting',
    sent: 'sending',
    found: 'done',
    refused: 'refused',
    changed: 'mark:conflict',
    'send-again': 'waiting',
  },
  'waiting in doubt': {
    undone: 'decided',
    parked: 'waiting',
    sent: 'sending',
    found: 'done',
    refused: 'unknown',
    changed: 'mark:conflict',
    looked: 'unknown',
    'send-again': 'waiting',
  },
  sending: { answered: 'done', refused: 'refused', parked: 'waiting', lost: 'unknown' },
  'sending in doubt': { answered: 'done', refused: 'unknown', parked: 'unknown', lost: 'unknown' },
  unknown: {
    found: 'done',
    changed: 'mark:conflict',
    sent: 'mark:sending',
    looked: 'unknown',
    'send-again': 'waiting',
    'say-done': 'decided',
    'say-not-done': 'not-done',
  },
  conflict: { 'keep-theirs': 'decided', 'send-again': 'waiting' },
  done: {},
  refused: {},
  undone: {},
  decided: {},
  'not-done': {},
};

const cells = (['mark', 'create-order', 'record-payment'] as const satisfies OperationKind[]).flatMap((kind) =>
  (Object.keys(states) as Given[]).flatMap((given) => (Object.keys(events) as Event[]).map((event) => ({ kind, given, event }))),
);

describe('every kind, state and event', () => {
  it.each(cells)('$kind, $given, $event', ({ kind, given, event }) => {
    const told = table[given][event] ?? null;
    const forMarks = told?.startsWith('mark:') === true;
    const expected = forMarks && kind !== 'mark' ? null : (told?.replace('mark:', '') ?? null);
    const next = move(kind, states[given], events[event], later);
    expect(next?.name ?? null).toBe(expected);
  });
});

it('what is settled stays as it is', () => {
  for (const state of Object.values(states)) expect(isSettled(state)).toBe(SETTLED.has(state.name));
  expect([...SETTLED].toSorted()).toEqual(['decided', 'done', 'not-done', 'refused', 'undone']);
});

describe('what is remembered on the way', () => {
  it('keeps what was known before the first attempt that may have been carried out', () => {
    const first = { highestOrder: 5, payments: null, sentAt: at, serverClock: true };
    const second = { ...first, highestOrder: 9 };
    const sent = move('create-order', states.held, { kind: 'sent', baseline: first }, at);
    const lost = sent && move('create-order', sent, events.lost, at);
    const released = lost && move('create-order', lost, events['send-again'], at);
    expect(released && move('create-order', released, { kind: 'sent', baseline: second }, at)).toMatchObject({
      trail: { baseline: first, tries: 1, doubt: true },
    });
  });

  it('takes a new baseline where nothing had left', () => {
    const baseline = { highestOrder: 9, payments: null, sentAt: at, serverClock: true };
    expect(move('create-order', states.waiting, { kind: 'sent', baseline }, at)).toMatchObject({ trail: { baseline } });
  });

  it('does not offer again what a person has looked at and sent again nevertheless', () => {
    const unknown = { ...states.unknown, matches: [7, 8] };
    expect(move('create-order', unknown, events['send-again'], at)).toMatchObject({ trail: { rejected: [7, 8], tries: 0 } });
  });

  it('does not take back a person’s “send it again” for a reading that shows nothing', () => {
    const again = move('create-order', states.unknown, events['send-again'], at);
    expect(again && move('create-order', again, { kind: 'looked', matches: [], unreadable: false }, at)).toBeNull();
    expect(again && move('create-order', again, events.looked, at)).toMatchObject({ name: 'unknown', matches: [7, 8] });
  });

  it('counts no try that did not leave this computer', () => {
    const sending = move('mark', states.held, events.sent, at);
    expect(sending).toMatchObject({ trail: { tries: 1 } });
    expect(sending && move('mark', sending, events.parked, at)).toMatchObject({ trail: { tries: 0 } });
  });

  it('keeps the first and the last empty reading, and none once something was found', () => {
    const look: OperationEvent = { kind: 'looked', matches: [], unreadable: false };
    const first = move('create-order', states.unknown, look, 'A');
    const second = first && move('create-order', first, look, 'B');
    const third = second && move('create-order', second, look, 'C');
    expect(third).toMatchObject({ emptyReads: ['A', 'C'] });
    expect(third && move('create-order', third, events.looked, 'D')).toMatchObject({ emptyReads: [], matches: [7, 8] });
  });

  it('takes theirs as seen when ours is sent again over it', () => {
    const operation = anOperation({ state: states.conflict });
    expect(moveOperation(operation, events['send-again'], later)).toMatchObject({ saw: theirs, state: { name: 'waiting' } });
    expect(moveOperation(operation, events['keep-theirs'], later)).toMatchObject({ saw: operation.saw });
  });

  it('has the new reason when ours is sent again over theirs, the old one where none is given, and no other decision changes it', () => {
    const again = (reason: string | null): OperationEvent => ({ kind: 'send-again', by: 'Ada', reason });
    const conflict = anOperation({ state: states.conflict, reason: 'Slip' });
    expect(moveOperation(conflict, again('Customer paid after all'), later)?.reason).toBe('Customer paid after all');
    expect(moveOperation(conflict, again(null), later)?.reason).toBe('Slip');
    const unknown = anOperation({ state: states.unknown, reason: 'Slip' });
    expect(moveOperation(unknown, again('Something else'), later)).toMatchObject({ reason: 'Slip', saw: unknown.saw });
    expect(moveOperation(conflict, events['keep-theirs'], later)?.reason).toBe('Slip');
  });

  it('counts attempts', () => {
    const sent = moveOperation(anOperation({}), events.sent, later);
    expect(sent).toMatchObject({ attempts: 1, changedAt: later });
  });
});
