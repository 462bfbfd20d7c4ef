// Times in the words of a counter, in the zone of this computer.
import { describe, expect, it } from 'vitest';
import { age, asOfTime, counted, dayName, fullTime, shortTime } from '../../../src/renderer/ui/format-time.ts';

const now = new Date(2024, 10, 14, 14, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('a short time', () => {
  it.each([
    [at(2024, 10, 14, 14, 2), 'Today 14:02'],
    [at(2024, 10, 13, 9, 5), 'Yesterday 09:05'],
    [at(2024, 10, 12, 9, 30), '12 Nov 09:30'],
    [at(2023, 10, 12, 9, 30), '12 Nov 2023'],
  ])('%s is %s', (iso, words) => {
    expect(shortTime(iso, now)).toBe(words);
  });

  it('calls yesterday yesterday across a month’s end', () => {
    expect(shortTime(at(2024, 9, 31, 23, 59), new Date(2024, 10, 1, 0, 1))).toBe('Yesterday 23:59');
  });

  it('gives back what it cannot read', () => {
    expect(shortTime('next week', now)).toBe('next week');
    expect(shortTime(null, now)).toBe('—');
    expect(fullTime('next week')).toBeUndefined();
  });
});

describe('how old the facts are', () => {
  it('names the day only when it is not today', () => {
    expect(asOfTime(at(2024, 10, 14, 14, 2), now)).toBe('14:02');
    expect(asOfTime(at(2024, 10, 13, 14, 2), now)).toBe('Yesterday 14:02');
  });
});

describe('an age', () => {
  it.each([
    [at(2024, 10, 14, 14, 30), 'under a minute'],
    [at(2024, 10, 14, 14, 29), '1 minute'],
    [at(2024, 10, 14, 11, 31), '2 hours'],
    [at(2024, 10, 11, 14, 0), '3 days'],
    [at(2024, 10, 15, 14, 0), 'under a minute'],
  ])('of %s is %s', (iso, words) => {
    expect(age(iso, now)).toBe(words);
  });

  it('is not invented', () => {
    expect(age(null, now)).toBeNull();
    expect(age('?', now)).toBeNull();
  });
});

describe('counts and days', () => {
  it('group digits and use the plural', () => {
    expect([counted(1, 'order'), counted(1200, 'order'), counted(0, 'payment'), counted(2, 'match')]).toEqual([
      '1 order',
      '1,200 orders',
      '0 payments',
      '2 matches',
    ]);
  });

  it('read a day as a day here, never as midnight in UTC', () => {
    expect(dayName('2024-11-12')).toBe('Tue 12 Nov');
    expect(dayName('soon')).toBe('soon');
  });
});
