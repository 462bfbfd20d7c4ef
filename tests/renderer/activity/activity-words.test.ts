// What Activity says, and what it asks the journal for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_QUERY, filterOf, isFiltered } from '../../../src/renderer/activity/activity-query.ts';
import { attemptsText, lineOf, moveText, outcomeLook, verdictText } from '../../../src/renderer/activity/activity-words.ts';
import { DONE, newOrder, newPayment, operation, TRAIL } from '../support/operations.ts';

describe('an entry', () => {
  it('is named by what it is about', () => {
    expect(lineOf(operation())).toBe('Payment 12: pending → completed');
    expect(lineOf(operation({ saw: { status: null, amount: null, order: null, product: null } }))).toBe(
      'Payment 12: not known → completed',
    );
    expect(lineOf(newOrder({ state: { name: 'undone' } }))).toBe('New order');
    expect(lineOf(newPayment({ state: DONE }))).toBe('New payment 12');
  });

  it('says how often it was sent where that says something', () => {
    expect(attemptsText(operation())).toBeNull();
    expect(attemptsText(operation({ attempts: 3 }))).toBe('Sent 3 times.');
    expect(attemptsText(operation({ attempts: 0 }))).toBe('Never sent.');
    expect(attemptsText(operation({ attempts: 0, state: { name: 'undone' } }))).toBeNull();
  });

  it('that is too old is not called waiting', () => {
    const waiting = { name: 'waiting', problem: null, trail: TRAIL } as const;
    expect(outcomeLook(operation({ state: { ...waiting, why: 'aged' } })).word).toBe('Too old');
    expect(outcomeLook(operation({ state: { ...waiting, why: 'offline' } })).word).toBe('Waiting');
  });

  it('tells who took a step', () => {
    expect(moveText({ kind: 'send-again', by: 'Bea', reason: 'Paid after all' })).toEqual({
      text: 'To be sent by a person’s word: Paid after all',
      by: 'Bea',
    });
    expect(moveText({ kind: 'sent', baseline: null })).toEqual({ text: 'Sent', by: null });
    expect(moveText({ kind: 'looked', matches: [3, 4], unreadable: false }).text).toBe('Looked: it may be number 3 or 4');
  });
});

describe('the check of the journal', () => {
  it('says how much is as it was written', () => {
    expect(verdictText({ sound: true, entries: 1_234, hash: 'a' })).toBe('All 1,234 entries are as they were written.');
    expect(verdictText({ sound: true, entries: 0, hash: 'a' })).toBe('The journal is empty.');
  });

  it.each([
    ['gap', 'Entry 1,017 is missing or stands in another place.'],
    ['altered', 'Entry 1,017 is not as it was written.'],
    ['shortened', 'Entries are missing from number 1,017 on'],
    ['unlawful', 'Entry 1,017 tells of a step that Paydesk does not take.'],
    ['unreadable', 'Entry 1,017 cannot be read.'],
    ['standing', 'The entries are as they were written, but the list made from them disagrees about entry 1,017.'],
  ] as const)('names the entry that is wrong, and what that means (%s)', (flaw, words) => {
    const text = verdictText({ sound: false, flaw, sequence: 1_017 });
    expect(text).toContain(words);
    expect(text).toContain('Export the journal');
  });
});

describe('a query', () => {
  const own = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = 'America/New_York';
  });
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  it('asks for whole days of this computer’s time zone, the last one included', () => {
    expect(filterOf({ ...FIRST_QUERY, from: '2026-11-01', until: '2026-11-01' })).toMatchObject({
      // The clocks went back on this day: it had 25 hours.
      from: '2026-11-01T04:00:00.000Z',
      until: '2026-11-02T05:00:00.000Z',
    });
    expect(filterOf({ ...FIRST_QUERY, from: '20', until: '' })).toMatchObject({ from: null, until: null });
  });

  it('asks for the states of an outcome', () => {
    expect(filterOf({ ...FIRST_QUERY, outcome: 'decided', clerk: 'Ada' })).toMatchObject({ states: ['decided', 'not-done'], actor: 'Ada' });
    expect(filterOf(FIRST_QUERY)).toMatchObject({ text: '', states: null, actor: null, order: null });
  });

  it('knows when it leaves something out', () => {
    expect(isFiltered(FIRST_QUERY)).toBe(false);
    expect(isFiltered({ ...FIRST_QUERY, text: '  ' })).toBe(false);
    expect(isFiltered({ ...FIRST_QUERY, order: 34 })).toBe(true);
    expect(isFiltered({ ...FIRST_QUERY, until: '2026-11-01' })).toBe(true);
  });
});
