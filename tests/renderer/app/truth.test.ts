// The truth bar's words: age, progress, trouble.
import { describe, expect, it } from 'vitest';
import { truthOf } from '../../../src/renderer/app/truth.ts';
import type { HistoryState } from '../../../src/shared/ipc/order-schemas.ts';

const now = new Date(2024, 10, 14, 14, 30);
const history: HistoryState = {
  revision: 1,
  total: 5_000,
  unreadable: 0,
  ownOnly: false,
  missing: null,
  partial: false,
  pulling: null,
  asOf: new Date(2024, 10, 14, 14, 2).toISOString(),
  problem: null,
};

const since = '2026-03-01T09:00:00.000Z';

describe('the truth bar', () => {
  it('says how old the facts are', () => {
    expect(truthOf(history, now)).toEqual({ age: 'as of 14:02', progress: null, trouble: null, missing: null, unsent: null });
    expect(truthOf({ ...history, asOf: null }, now).age).toBe('history not loaded yet');
    expect(truthOf(null, now).age).toBe('');
  });

  it('says that rows are missing which cannot be shown', () => {
    expect(truthOf({ ...history, unreadable: 3 }, now).missing).toBe('3 rows without an order number not shown');
  });

  it('says that fewer orders came than the server counts', () => {
    expect(truthOf({ ...history, missing: 3 }, now).unsent).toBe('3 orders of the server’s own count did not come');
  });

  it('does not take the beginning of a first history for all of it', () => {
    const beginning: HistoryState = { ...history, total: 510, asOf: null, partial: true };
    expect(truthOf({ ...beginning, pulling: { received: 1_200, expected: 3_000, since } }, now)).toMatchObject({
      age: 'only the first 510 orders yet',
      progress: { words: 'Loading 1,200 of 3,000' },
    });
  });

  it('counts while loading, against a whole where the server tells one', () => {
    expect(truthOf({ ...history, pulling: { received: 1_200, expected: 5_000, since } }, now).progress).toEqual({
      words: 'Loading 1,200 of 5,000',
      part: 0.24,
    });
    expect(truthOf({ ...history, pulling: { received: 1_200, expected: null, since } }, now).progress?.words).toBe('Loading, 1,200 so far');
    expect(truthOf({ ...history, pulling: { received: 0, expected: null, since } }, now).progress?.words).toBe('Loading…');
  });

  it('says what went wrong and how old the shown facts are', () => {
    const failed: HistoryState = { ...history, problem: { kind: 'unreachable', reason: 'offline' } };
    expect(truthOf(failed, now).trouble).toMatch(/offline.*Shown is what was known at 14:02\.$/);
    expect(truthOf({ ...failed, pulling: { received: 0, expected: null, since } }, now).trouble).toBeNull();
  });
});
