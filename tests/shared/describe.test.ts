// Every failure the app knows, as one sentence for a clerk: never markup, never a hole, never a code in place of words.
import { describe, expect, it } from 'vitest';
import { assertNever } from '../../src/shared/assert-never.ts';
import {
  type AppError,
  appError,
  FILE_PROBLEMS,
  JOURNAL_PROBLEMS,
  KEYCHAIN_PROBLEMS,
  THINGS,
  UNREACHABLE_REASONS,
  VIEWS_PROBLEMS,
} from '../../src/shared/errors/app-error.ts';
import { describeError, describeKeychain } from '../../src/shared/errors/describe.ts';

const EVERY: readonly AppError[] = [
  { kind: 'bad-address', address: '<b>' },
  { kind: 'insecure-address', address: 'http://shop.example' },
  ...UNREACHABLE_REASONS.map((reason) => ({ kind: 'unreachable', reason }) as const),
  { kind: 'not-the-api', status: 200 },
  { kind: 'wrong-credentials' },
  { kind: 'session-ended' },
  { kind: 'refused', summary: [], fields: {} },
  { kind: 'refused', summary: ['Closed.', 'Gone.'], fields: {} },
  { kind: 'refused', summary: [], fields: { price: ['Too low.'], quantity: ['Too few.'] } },
  { kind: 'refused', summary: ['Closed.'], fields: { price: ['Too low.'] } },
  { kind: 'forbidden', said: null },
  { kind: 'forbidden', said: 'Owners only.' },
  ...THINGS.flatMap((thing) => [
    { kind: 'not-found', thing, id: null } as const,
    { kind: 'not-found', thing, id: 7 } as const,
    { kind: 'not-offered', thing } as const,
    { kind: 'outcome-unknown', thing, status: null } as const,
    { kind: 'outcome-unknown', thing, status: 502 } as const,
    { kind: 'busy', thing } as const,
  ]),
  { kind: 'too-many-requests', wait: null },
  { kind: 'too-many-requests', wait: 1 },
  { kind: 'too-many-requests', wait: 42 },
  { kind: 'server-error', status: 503 },
  ...KEYCHAIN_PROBLEMS.map((problem) => ({ kind: 'keychain', problem }) as const),
  ...JOURNAL_PROBLEMS.map((problem) => ({ kind: 'journal', problem }) as const),
  ...THINGS.map((thing) => ({ kind: 'moved-on', thing }) as const),
  ...FILE_PROBLEMS.map((problem) => ({ kind: 'not-saved', problem }) as const),
  ...VIEWS_PROBLEMS.map((problem) => ({ kind: 'not-taken-in', problem }) as const),
  { kind: 'not-printed' },
  { kind: 'marks-waiting', count: 1 },
  { kind: 'marks-waiting', count: 12 },
  { kind: 'server-needed', why: 'signed-in', count: 0 },
  { kind: 'server-needed', why: 'waiting', count: 1 },
  { kind: 'server-needed', why: 'waiting', count: 3 },
  { kind: 'server-needed', why: 'not-known', count: 0 },
  { kind: 'internal', reference: 'ab12cd34' },
];

const SEEN = EVERY.map((error) => [JSON.stringify(error), describeError(error)] as const);

describe('every failure', () => {
  it('stands here', () => {
    const kinds = appError.options.map((option) => option.entries.kind.literal);
    expect(new Set(EVERY.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it.each(SEEN)('%s: “%s”', (_error, text) => {
    expect(text).toMatch(/^[A-Z\d].{20,}[.]$/);
    expect(text).not.toMatch(/<[a-z!/]|\[object|undefined|null|NaN|\bkind\b|-credentials|not-the-api|_/);
    expect(text).not.toMatch(/ {2}|\n/);
  });

  it.each(SEEN)('%s shows no name of a program’s error', (_error, text) => {
    expect(text).not.toMatch(/ERR_|E[A-Z]{4,}|HTTP|JSON|token|null/);
  });
});

describe('the sentence', () => {
  it('holds what the server said', () => {
    expect(describeError({ kind: 'refused', summary: ['Closed.', 'Gone.'], fields: {} })).toBe(
      'The server did not accept this: Closed. Gone.',
    );
    expect(describeError({ kind: 'refused', summary: [], fields: { price: ['Too low.'], quantity: ['Too few.'] } })).toBe(
      'The server did not accept this: Price: Too low. Quantity: Too few.',
    );
    expect(describeError({ kind: 'forbidden', said: 'Owners only.' })).toContain('The server says: Owners only.');
  });

  it('counts seconds as people do', () => {
    expect(describeError({ kind: 'too-many-requests', wait: 1 })).toContain('in 1 second.');
    expect(describeError({ kind: 'too-many-requests', wait: 42 })).toContain('in 42 seconds.');
  });

  it('of a mistake of our own can be found in the log, and does not claim that nothing happened', () => {
    const text = describeError({ kind: 'internal', reference: 'ab12cd34' });
    expect(text).toContain('ab12cd34');
    expect(text).not.toMatch(/nothing was sent/i);
  });

  it('of an unknown outcome never says to simply try again', () => {
    for (const thing of THINGS) expect(describeError({ kind: 'outcome-unknown', thing, status: null })).toMatch(/before/);
  });

  it('of a keychain is the same wherever it is told', () => {
    for (const problem of KEYCHAIN_PROBLEMS) expect(describeError({ kind: 'keychain', problem })).toBe(describeKeychain(problem));
  });

  it('of what waits counts it, and says what can be done', () => {
    expect(describeError({ kind: 'marks-waiting', count: 1 })).toMatch(/^One entry is .*Send, export or cancel it before/);
    expect(describeError({ kind: 'marks-waiting', count: 12 })).toMatch(/^12 entries are .*Send, export or cancel them before/);
  });

  it('of a busy payment names the ways out', () => {
    expect(describeError({ kind: 'busy', thing: 'payment' })).toMatch(/undo it, or decide on it/);
  });

  it('of something outside the union is a bug', () => {
    expect(() => assertNever({ kind: 'new' } as never)).toThrow('unhandled case: {"kind":"new"}');
  });
});
