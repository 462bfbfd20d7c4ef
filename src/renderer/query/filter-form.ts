// The filter's fields, as they are read from a query and written into it: what is picked could as well be typed. Pure.
import { termOf, withTerm } from '../../shared/domain/query/edit-query.ts';
import { readQuery } from '../../shared/domain/query/parse-query.ts';
import { isGap } from '../../shared/domain/query/tokenise.ts';

/** Days from and to, or one of the words for several days; amounts from and to, or near one. As typed. */
export interface FilterDraft {
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly least: string;
  readonly most: string;
  readonly near: string;
}
export type FilterField = keyof FilterDraft;

export const NO_FILTER: FilterDraft = { days: '', from: '', to: '', least: '', most: '', near: '' };

export const DAY_CHOICES = [
  ['today', 'Today'],
  ['yesterday', 'Yesterday'],
  ['this-week', 'This week'],
  ['last-week', 'Last week'],
  ['this-month', 'This month'],
  ['last-month', 'Last month'],
  ['7d', 'Last 7 days'],
  ['30d', 'Last 30 days'],
] as const;

/** What the query says already. A form that these fields cannot show (`>500`) stays in the query as long as nothing else is written there. */
export function draftOf(text: string): FilterDraft {
  const date = termOf(text, 'date') ?? '';
  const amount = termOf(text, 'amount') ?? '';
  const isWord = DAY_CHOICES.some(([word]) => word === date);
  const [from = '', to = ''] = spanOf(date);
  const [least = '', most = ''] = spanOf(amount);
  const near = /^[~≈]\s*(.+)$/.exec(amount)?.[1] ?? '';
  return isWord ? { ...NO_FILTER, days: date, least, most, near } : { days: '', from, to, least, most, near };
}

/** A single value is from it and to it; with a sign before it, it is no span. */
function spanOf(value: string): readonly string[] {
  if (value === '' || /^[<>=~≤≥≈"“”„]|^[a-z]/i.test(value)) return [];
  const parts = value.split(/\.{2,3}/, 2);
  return parts.length === 1 ? [value, value] : parts;
}

/** One way of saying it at a time: what is typed last is meant. */
export function changed(draft: FilterDraft, field: FilterField, value: string): FilterDraft {
  const next = { ...draft, [field]: value };
  if (value === '') return next;
  if (field === 'days') return { ...next, from: '', to: '' };
  if (field === 'from' || field === 'to') return { ...next, days: '' };
  return field === 'near' ? { ...next, least: '', most: '' } : { ...next, near: '' };
}

/** @param before as the dialog opened: what nobody has changed is not written anew. */
export function textWith(text: string, before: FilterDraft, draft: FilterDraft): string {
  const date = dateOf(draft);
  const amount = amountOf(draft);
  const dated = date === dateOf(before) ? text : withTerm(text, 'date', date);
  return amount === amountOf(before) ? dated : withTerm(dated, 'amount', amount);
}

function dateOf({ days, from, to }: FilterDraft): string | null {
  return days === '' ? spanText(typed(from), typed(to)) : days;
}

function amountOf({ least, most, near }: FilterDraft): string | null {
  return typed(near) === '' ? spanText(typed(least), typed(most)) : `~${typed(near)}`;
}

function spanText(from: string, to: string): string | null {
  if (from === '' && to === '') return null;
  return from === to ? from : `${from}..${to}`;
}

/** Without spaces, which would end the value: `1 234`, `last week`. */
function typed(text: string): string {
  return Array.from(text)
    .filter((character) => !isGap(character))
    .join('');
}

type FilterErrors = Readonly<Partial<Record<FilterField, string>>>;

interface Asking {
  readonly now: number;
  readonly zone: string;
}

/** Each field by the rules of the query language, and then the two of a span against each other. */
export function filterErrors(draft: FilterDraft, asking: Asking): FilterErrors {
  const errors: Partial<Record<FilterField, string>> = {};
  for (const field of ['from', 'to'] as const) {
    if (!isOne(draft[field], /^[\w-]*$/, 'date', asking)) errors[field] = 'Write a day like 2026-11-22.';
  }
  for (const field of ['least', 'most', 'near'] as const) {
    if (!isOne(draft[field], /^(?!.*\.\.)[^<>=~≤≥≈"]*$/, 'amount', asking)) errors[field] = 'Write an amount like 500 or 12.50.';
  }
  if (Object.keys(errors).length > 0) return errors;
  if (!isRead('date', dateOf(draft), asking)) errors.to = 'This is before the first day.';
  if (!isRead('amount', amountOf(draft), asking)) errors.most = 'This is less than the other amount.';
  return errors;
}

/** Nothing, or a single day or amount without signs. */
function isOne(text: string, form: RegExp, field: 'date' | 'amount', asking: Asking): boolean {
  const value = typed(text);
  return form.test(value) && isRead(field, value === '' ? null : value, asking);
}

function isRead(field: 'date' | 'amount', value: string | null, asking: Asking): boolean {
  return value === null || readQuery(`${field}:${value}`, asking).problems.length === 0;
}
