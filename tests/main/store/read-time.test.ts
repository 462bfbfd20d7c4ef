// Times as servers write them: DRF’s own, other formats that mean one moment, and those that could mean two.
import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/main/store/read-time.ts';

describe('a time', () => {
  const local = (...parts: [number, number, number, number?, number?]): string => new Date(...parts).toISOString();

  it.each([
    ['2026-11-02T09:30:00Z', '2026-11-02T09:30:00.000Z'],
    ['2026-11-02T09:30:00.123456Z', '2026-11-02T09:30:00.123Z'],
    ['2026-11-02T09:30:00+05:45', '2026-11-02T03:45:00.000Z'],
    ['2026-11-02T09:30:00.5-03:00', '2026-11-02T12:30:00.500Z'],
    ['2026-11-02T09:30:00+0545', '2026-11-02T03:45:00.000Z'],
    ['2026-11-02 09:30:00.123456+00:00', '2026-11-02T09:30:00.123Z'],
    ['2026-11-02 09:30:00 UTC', '2026-11-02T09:30:00.000Z'],
    ['2026-11-02T09:30Z', '2026-11-02T09:30:00.000Z'],
    ['Mon, 02 Nov 2026 09:30:00 +0545', '2026-11-02T03:45:00.000Z'],
    ['Mon, 02 Nov 2026 09:30:00 GMT', '2026-11-02T09:30:00.000Z'],
    [1_793_612_200, '2026-11-02T09:36:40.000Z'],
    ['1793612200', '2026-11-02T09:36:40.000Z'],
    [1_793_612_200_123, '2026-11-02T09:36:40.123Z'],
  ])('with an offset is told in UTC: %s', (text, expected) => {
    expect(readTime(text)).toBe(expected);
  });

  it('without an offset is this computer’s local time, as Django writes it with USE_TZ=False', () => {
    expect(readTime('2026-11-02T09:30:00')).toBe(local(2026, 10, 2, 9, 30));
    expect(readTime('2026-11-02')).toBe(local(2026, 10, 2));
    for (const text of [
      '2026-11-02 09:30',
      '2026/11/02 09:30:00',
      '02 Nov 2026 09:30',
      'Nov. 2, 2026, 9:30 a.m.',
      '2 November 2026 at 09:30',
    ])
      expect(readTime(text)).toBe(local(2026, 10, 2, 9, 30));
    expect(readTime('Nov 2, 2026, 9:30 pm')).toBe(local(2026, 10, 2, 21, 30));
    expect(readTime('Nov 2, 2026, 12 am')).toBe(local(2026, 10, 2));
  });

  it.each(['', 'yesterday', '02/11/2026', '2 Nivôse 2026', '2026-13-40', '2026-11-02T99:00:00Z', 20_261_102, null, {}, ['2026-11-02']])(
    'is not told when it could mean two days, or none: %j',
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );
});

it('a plain time in UTC is read as a date would read it, to the millisecond', () => {
  for (const text of [
    ...['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678999Z', '2026-12-28T23:59:59.999999Z'],
    ...['0001-01-01T00:00:00Z', '2026-02-28T00:00:00.1Z', '2026-03-31T23:00:00.12Z', '2024-02-29T10:00:00Z'],
  ])
    expect(readTime(text)).toBe(new Date(text).toISOString());
});
