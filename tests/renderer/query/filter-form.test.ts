// The filter writes what could be typed, shows what was typed, and leaves alone what nobody changed in it.
import { describe, expect, it } from 'vitest';
import { changed, draftOf, type FilterDraft, filterErrors, NO_FILTER, textWith } from '../../../src/renderer/query/filter-form.ts';

const ASKING = { now: Date.UTC(2026, 10, 22), zone: 'UTC' };
const draft = (fields: Partial<FilterDraft>): FilterDraft => ({ ...NO_FILTER, ...fields });

it.each([
  ['', {}],
  ['lamp', {}],
  ['date:today', { days: 'today' }],
  ['date:2026-11-01..2026-11-15', { from: '2026-11-01', to: '2026-11-15' }],
  ['date:2026-11-01..', { from: '2026-11-01' }],
  ['date:2026-11-01', { from: '2026-11-01', to: '2026-11-01' }],
  ['date:>2026-11-01', {}],
  ['amount:100..200 date:7d', { days: '7d', least: '100', most: '200' }],
  ['amount:..200', { most: '200' }],
  ['amount:500', { least: '500', most: '500' }],
  ['amount:~500', { near: '500' }],
  ['amount:>500', {}],
  ['-amount:500', {}],
])('%j is shown as %j', (text, fields) => {
  expect(draftOf(text)).toEqual(draft(fields));
});

it.each([
  ['', { days: 'today' }, 'date:today'],
  ['lamp', { from: '2026-11-01' }, 'lamp date:2026-11-01..'],
  ['lamp', { to: '2026-11-15' }, 'lamp date:..2026-11-15'],
  ['lamp', { from: '2026-11-01', to: '2026-11-15', near: '500' }, 'lamp date:2026-11-01..2026-11-15 amount:~500'],
  ['date:today lamp', {}, 'lamp'],
  ['date:today lamp', { days: 'yesterday' }, 'date:yesterday lamp'],
  ['lamp', { least: ' 1 234 ' }, 'lamp amount:1234..'],
  ['lamp', { least: '500', most: '500' }, 'lamp amount:500'],
])('%j with %j becomes %j', (text, fields, expected) => {
  expect(textWith(text, draftOf(text), draft(fields))).toBe(expected);
});

it('leaves what it cannot show, as long as nothing takes its place', () => {
  const text = 'amount:>500 lamp';
  expect(textWith(text, draftOf(text), draft({ days: 'today' }))).toBe('amount:>500 lamp date:today');
  expect(textWith(text, draftOf(text), draft({ most: '900' }))).toBe('amount:..900 lamp');
  const dated = 'date:>2026-11-01';
  expect(textWith(dated, draftOf(dated), draft({ most: '900' }))).toBe('date:>2026-11-01 amount:..900');
});

describe('one way of saying it at a time', () => {
  it.each([
    [{ days: 'today' }, 'from', '2026-11-01', { from: '2026-11-01' }],
    [{ from: '2026-11-01', to: '2026-11-02' }, 'days', 'today', { days: 'today' }],
    [{ least: '1', most: '2' }, 'near', '5', { near: '5' }],
    [{ near: '5' }, 'most', '2', { most: '2' }],
    [{ near: '5', days: 'today' }, 'near', '', { days: 'today' }],
  ] as const)('%j, %s %j: %j', (before, field, value, after) => {
    expect(changed(draft(before), field, value)).toEqual(draft(after));
  });
});

it.each([
  [{}, {}],
  [{ from: '2026-11-01', to: '2026-11-15', least: '1,000', most: '2.000,50' }, {}],
  [{ from: '1.11.2026' }, { from: 'Write a day like 2026-11-22.' }],
  [{ to: '2026-02-30' }, { to: 'Write a day like 2026-11-22.' }],
  [{ to: '>2026-02-01' }, { to: 'Write a day like 2026-11-22.' }],
  [{ least: 'x' }, { least: 'Write an amount like 500 or 12.50.' }],
  [{ near: '>5' }, { near: 'Write an amount like 500 or 12.50.' }],
  [{ most: '1..2' }, { most: 'Write an amount like 500 or 12.50.' }],
  [{ from: '2026-11-15', to: '2026-11-01' }, { to: 'This is before the first day.' }],
  [{ least: '200', most: '100' }, { most: 'This is less than the other amount.' }],
])('%j has the errors %j', (fields, errors) => {
  expect(filterErrors(draft(fields), ASKING)).toEqual(errors);
});
