// What waits, in words: nothing is claimed that is not known.
import { describe, expect, it } from 'vitest';
import { connectionWords } from '../../../src/renderer/truth/connection-words.ts';
import {
  canCancel,
  countedEntries,
  entryFacts,
  entryName,
  isDoubtful,
  noticeWords,
  whyWaiting,
} from '../../../src/renderer/truth/waiting-words.ts';
import type { Operation, OperationState, Trail } from '../../../src/shared/domain/operation-schemas.ts';
import { REACHES } from '../../../src/shared/ipc/operation-requests.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';

const TRAIL: Trail = { doubt: false, tries: 0, baseline: null, rejected: [] };
const DOUBT: Trail = { ...TRAIL, doubt: true };
const waiting = (change: Partial<Extract<OperationState, { name: 'waiting' }>> = {}) =>
  anOperation({ state: { name: 'waiting', why: 'offline', problem: { kind: 'unreachable', reason: 'offline' }, trail: TRAIL, ...change } });
const entry = (operation: Operation, paused = false) => ({ operation, paused });

describe('why it has not been sent', () => {
  it('is the reason that the journal has', () => {
    expect(whyWaiting(entry(waiting()))).toMatch(/^This computer is offline\./);
    expect(whyWaiting(entry(waiting({ why: 'signed-out', problem: { kind: 'session-ended' } })))).toMatch(/signed in again/);
    expect(whyWaiting(entry(anOperation({})))).toMatch(/undone/);
    expect(whyWaiting(entry(waiting(), true))).toBe('Its batch is paused.');
  });

  it('says where an earlier attempt may have been carried out', () => {
    expect(whyWaiting(entry(waiting({ trail: DOUBT })))).toMatch(/may have been carried out\.$/);
    expect(whyWaiting(entry(waiting()))).not.toMatch(/carried out/);
  });
});

it('only what has not left yet can be cancelled, and doubt is told apart', () => {
  const sending = anOperation({ state: { name: 'sending', trail: TRAIL } });
  const unknown = anOperation({ state: { name: 'unknown', problem: null, trail: DOUBT, matches: [], emptyReads: [], unreadable: false } });
  expect([anOperation({}), waiting(), sending, unknown].map((each) => canCancel(entry(each)))).toEqual([true, true, false, false]);
  expect([waiting(), waiting({ trail: DOUBT })].map((each) => isDoubtful(entry(each)))).toEqual([false, true]);
});

it('each kind has a name and its facts', () => {
  const order = { kind: 'create-order', product: 'Rice\u202e', quantity: 2, price: '12.50', another: false } as const;
  const payment = { kind: 'record-payment', order: 8, amount: '3.00', another: false } as const;
  expect([anOperation({}), anOperation({ wish: order }), anOperation({ wish: payment })].map(entryName)).toEqual([
    'payment 5',
    'the new order of Rice',
    'the new payment of order 8',
  ]);
  expect(entryFacts(anOperation({}), '')).toBe('order 3 · Rice · 10.00');
  expect(countedEntries({ total: 1, entries: [entry(anOperation({}))], others: 0 })).toBe('1 mark');
  expect(countedEntries({ total: 2, entries: [entry(anOperation({})), entry(anOperation({ wish: order }))], others: 0 })).toBe('2 entries');
  expect(countedEntries({ total: 1, entries: [entry(anOperation({ wish: order }))], others: 0 })).toBe('1 entry');
});

it('every state of the connection has a word of its own, and says what becomes of marks', () => {
  expect(new Set(REACHES.map((reach) => connectionWords(reach).word)).size).toBe(REACHES.length);
  for (const reach of REACHES) expect(connectionWords(reach).meaning).toMatch(/mark/);
});

it('each notice says what is not sent or what to check', () => {
  expect(noticeWords({ kind: 'set-aside', file: 'journal.db.broken' })).toMatch(/journal\.db\.broken.*not sent/);
  expect(noticeWords({ kind: 'missing', entries: 1 })).toMatch(/^1 line of .* is missing.*not sent/);
  expect(noticeWords({ kind: 'broken', entry: 7 })).toMatch(/^Line 7 .*left out/);
});
