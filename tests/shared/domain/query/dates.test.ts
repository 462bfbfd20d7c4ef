// Days, weeks and months in a stated time zone, whatever its clocks do; ages in hours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../../src/shared/domain/query/parse-query.ts';
import { dayAt, dayBegins, normalDay } from '../../../../src/shared/domain/query/zone-days.ts';

const HOUR = 3_600_000;

function span(text: string, now: string, zone = 'UTC'): { readonly from: number | null; readonly to: number | null } {
  const { terms, problems } = readQuery(text, { now: Date.parse(now), zone });
  const [term] = terms;
  if (term?.kind !== 'time') throw new Error(`${text}: ${problems[0]?.message ?? 'no time'}`);
  return { from: term.from, to: term.to };
}

function shown(text: string, now = '2026-11-22T12:00:00Z', zone = 'UTC'): string {
  const { from, to } = span(text, now, zone);
  const iso = (time: number | null) => (time === null ? '' : new Date(time).toISOString().replace(':00.000Z', ''));
  return `${iso(from)}..${iso(to)}`;
}

// 2026-11-22 is a Sunday.
it.each([
  ['date:today', '2026-11-22T00:00..2026-11-23T00:00'],
  ['date:yesterday', '2026-11-21T00:00..2026-11-22T00:00'],
  ['date:this-week', '2026-11-16T00:00..2026-11-23T00:00'],
  ['date:last-week', '2026-11-09T00:00..2026-11-16T00:00'],
  ['date:last week', '2026-11-09T00:00..2026-11-16T00:00'],
  ['date:this-month', '2026-11-01T00:00..2026-12-01T00:00'],
  ['date:last-month', '2026-10-01T00:00..2026-11-01T00:00'],
  ['date:this-year', '2026-01-01T00:00..2027-01-01T00:00'],
  ['date:last-year', '2025-01-01T00:00..2026-01-01T00:00'],
  ['date:7d', '2026-11-16T00:00..2026-11-23T00:00'],
  ['date:1d', '2026-11-22T00:00..2026-11-23T00:00'],
  ['date:2w', '2026-11-09T00:00..2026-11-23T00:00'],
  ['date:2026-11-22', '2026-11-22T00:00..2026-11-23T00:00'],
  ['created:2026-11', '2026-11-01T00:00..2026-12-01T00:00'],
  ['date:2026-12', '2026-12-01T00:00..2027-01-01T00:00'],
  ['date:2026', '2026-01-01T00:00..2027-01-01T00:00'],
  ['date:2024-02-29', '2024-02-29T00:00..2024-03-01T00:00'],
  ['date:2026-11-01..2026-11-15', '2026-11-01T00:00..2026-11-16T00:00'],
  ['date:2026-11-01..', '2026-11-01T00:00..'],
  ['date:..2026-11-15', '..2026-11-16T00:00'],
  ['date:2026-10..yesterday', '2026-10-01T00:00..2026-11-22T00:00'],
  ['date:>2026-11-01', '2026-11-02T00:00..'],
  ['date:>=2026-11-01', '2026-11-01T00:00..'],
  ['date:<2026-11-01', '..2026-11-01T00:00'],
  ['date:<=2026-11-01', '..2026-11-02T00:00'],
  ['date:=2026-11-01', '2026-11-01T00:00..2026-11-02T00:00'],
  ['age:>2d', '..2026-11-20T12:00'],
  ['age:>=2d', '..2026-11-20T12:00'],
  ['age:<3h', '2026-11-22T09:00..'],
  ['age:<30m', '2026-11-22T11:30..'],
  ['age:<30min', '2026-11-22T11:30..'],
  ['age:>1w', '..2026-11-15T12:00'],
  ['age:1d..7d', '2026-11-15T12:00..2026-11-21T12:00'],
  ['age:1d..', '..2026-11-21T12:00'],
])('%s is %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it.each([
  ['2026-01-01T12:00:00Z', 'date:last-month', '2025-12-01T00:00..2026-01-01T00:00'],
  ['2026-11-23T12:00:00Z', 'date:this-week', '2026-11-23T00:00..2026-11-30T00:00'],
  ['2026-03-31T12:00:00Z', 'date:last-month', '2026-02-01T00:00..2026-03-01T00:00'],
])('on %s %s is %s', (now, text, expected) => {
  expect(shown(text, now)).toBe(expected);
});

it.each(['2026-02-29', '2026-13', '2026-00', '2026-11-31', '2026-11-00'])('%s is not in the calendar', (day) => {
  expect(readQuery(`date:${day}`, { now: 0, zone: 'UTC' }).problems[0]?.message).toContain('is not in the calendar');
});

describe('a zone', () => {
  it('decides which day it is', () => {
    expect(shown('date:today', '2026-11-22T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-22T23:00..2026-11-23T23:00');
    expect(shown('date:today', '2026-11-22T03:00:00Z', 'America/New_York')).toBe('2026-11-21T05:00..2026-11-22T05:00');
    expect(shown('date:today', '2026-11-22T12:00:00Z', 'Asia/Kathmandu')).toBe('2026-11-21T18:15..2026-11-22T18:15');
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-10-26', 24],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    // Midnight itself is skipped, or comes twice.
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Africa/Cairo', '2024-04-26', 23],
    ['Asia/Beirut', '2026-03-29', 23],
    ['America/Havana', '2026-11-01', 25],
  ])('in %s the day %s has %d hours', (zone, day, hours) => {
    const { from, to } = span(`date:${day}`, '2026-11-22T12:00:00Z', zone);
    expect(((to ?? 0) - (from ?? 0)) / HOUR).toBe(hours);
  });

  it('may leave out a whole day: Samoa went from Thursday to Saturday', () => {
    const { from, to } = span('date:2011-12-30', '2026-11-22T12:00:00Z', 'Pacific/Apia');
    expect((to ?? 0) - (from ?? 0)).toBe(0);
    expect(span('date:2011-12-29..2011-12-31', '2026-11-22T12:00:00Z', 'Pacific/Apia')).toEqual({
      from: Date.parse('2011-12-29T10:00:00Z'),
      to: Date.parse('2011-12-31T10:00:00Z'),
    });
  });

  it('is full of days without a gap: every moment lies in the day that its clock shows', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/Sao_Paulo',
      'America/Havana',
      'Asia/Kathmandu',
      'Africa/Cairo',
      'Pacific/Apia',
    );
    const moments = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(moments, zones, (time, zone) => {
        const day = dayAt(time, zone);
        expect(dayBegins(day, zone)).toBeLessThanOrEqual(time);
        expect(dayBegins(normalDay({ ...day, day: day.day + 1 }), zone)).toBeGreaterThan(time);
      }),
      { numRuns: 300 },
    );
  });
});
