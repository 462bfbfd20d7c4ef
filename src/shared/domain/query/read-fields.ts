// What stands behind each kind of field, as a term, or the one sentence that says what is the matter with it.
import { readableText } from '../../readable-text.ts';
import { type AmountRange, type NoAmount, readAmountRange } from './read-amount-range.ts';
import { type AskedAt, type NoTime, readAge, readDates, type TimeSpan } from './read-dates.ts';
import { beginsStatus, STATUS_NAMES, statusNear, statusOf } from './read-status.ts';
import type { AmountTerm, QueryProblem, Term, TextTerm } from './terms.ts';
import type { Item, Token } from './tokenise.ts';

export type TermOrProblem = Term | QueryProblem;

const MOST_QUOTED = 40;

function problem(at: { readonly from: number; readonly to: number }, message: string, unfinished = false): QueryProblem {
  return { from: at.from, to: at.to, message, unfinished };
}

/** What was typed, safe to read and no longer than a line. */
function quoted(text: string): string {
  const readable = readableText(text);
  return `"${readable.length > MOST_QUOTED ? `${Array.from(readable).slice(0, MOST_QUOTED).join('')}…` : readable}"`;
}

export function readStatusField({ items, not, ...token }: Token): TermOrProblem {
  const states = items.map(({ text }) => statusOf(text));
  const wrong = items.find((_, place) => states[place] === null);
  if (wrong !== undefined) return noStatus(wrong);
  const any = [...new Set(states.filter((state) => state !== null))];
  return any.length === 0 ? problem(token, 'Say a status after status:, like status:failed.', true) : { kind: 'status', any, not };
}

function noStatus(item: Item): QueryProblem {
  const near = statusNear(item.text);
  const names = Object.values(STATUS_NAMES);
  const help = near === null ? `Use ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.` : `Did you mean ${near}?`;
  return problem(item, `There is no status ${quoted(item.text)}. ${help}`, beginsStatus(item.text));
}

const TEXT_EXAMPLES = { product: 'product:lamp', customer: 'customer:"Ann Lee"', number: 'number:123', payment: 'payment:45' } as const;

export function readTextField(field: TextTerm['field'], { items, not, ...token }: Token): TermOrProblem {
  if (items.length === 0) return problem(token, `Say what to look for after ${field}:, like ${TEXT_EXAMPLES[field]}.`, true);
  if (field === 'product' || field === 'customer') return { kind: 'text', field, any: items.map(({ text }) => text), not };
  // Copied with its sign: #123.
  const numbers = items.map(({ text }) => text.replace(/^#/, ''));
  const wrong = items.find((_, place) => !/^\d+$/.test(numbers[place] ?? ''));
  const what = field === 'number' ? 'an order number' : 'a payment number';
  if (wrong !== undefined) return problem(wrong, `${quoted(wrong.text)} is not ${what}. Write digits, like ${TEXT_EXAMPLES[field]}.`);
  return { kind: 'text', field, any: numbers, not };
}

/** A value that has no list: as typed, or what stands in its quotes. */
function wholeValue({ items, value }: Token): string {
  const only = items.length === 1 ? items[0] : undefined;
  return only?.quoted === true ? only.text : value.text.replace(BIDI_MARKS, '');
}

/** They come along with amounts that were copied, and mean nothing in a number or a date. */
const BIDI_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function readAmountField(field: AmountTerm['field'], token: Token): TermOrProblem {
  const typed = wholeValue(token);
  const range = readAmountRange(typed);
  return typeof range === 'string'
    ? noAmount(field, range, typed, token)
    : { kind: 'amount', field, ...(range satisfies AmountRange), not: token.not };
}

function noAmount(field: string, why: NoAmount, typed: string, token: Token): QueryProblem {
  const what = field === 'quantity' ? 'a quantity' : 'an amount';
  if (why === 'unfinished') return problem(token, `Say ${what} after ${field}:, like ${field}:>500.`, true);
  if (why === 'reversed') return problem(token.value, `${quoted(typed)} ends before it begins. Write the smaller one first.`, true);
  return problem(token.value, `${quoted(typed)} is not ${what}. Write it like 500, >500, 100..200 or ~500.`);
}

export function readTimeField(field: 'date' | 'age', token: Token, at: AskedAt): TermOrProblem {
  const typed = wholeValue(token);
  const span: TimeSpan | NoTime = field === 'date' ? readDates(typed, at) : readAge(typed, at);
  if (typeof span !== 'string') return { kind: 'time', ...span, not: token.not };
  return field === 'date' ? noDate(span, typed, token) : noAge(span, typed, token);
}

/** Signs that wait for a day or an age. */
const SAYS_NOTHING = /^[\s<>=≤≥.,]*$/;

function noDate(why: NoTime, typed: string, token: Token): QueryProblem {
  if (SAYS_NOTHING.test(typed)) return problem(token, 'Say a day after date:, like date:today or date:2026-11-22.', true);
  if (why === 'reversed') return problem(token.value, `${quoted(typed)} ends before it begins. Write the earlier day first.`, true);
  if (why === 'no-such') return problem(token.value, `${quoted(typed)} is not in the calendar.`);
  const help = 'Write it like 2026-11-22, 2026-11, today, last-week or 7d.';
  return problem(token.value, `${quoted(typed)} is not a date. ${help}`, why === 'unfinished');
}

function noAge(why: NoTime, typed: string, token: Token): QueryProblem {
  if (SAYS_NOTHING.test(typed)) return problem(token, 'Say an age after age:, like age:>2d for older than two days.', true);
  if (why === 'bare') return problem(token.value, `Say older or younger: age:>${typed.trim()} or age:<${typed.trim()}.`);
  if (why === 'reversed') return problem(token.value, `${quoted(typed)} ends before it begins. Write the shorter age first.`, true);
  return problem(token.value, `${quoted(typed)} is not an age. Write it like >2d or <3h, with m, h, d or w.`, why === 'unfinished');
}
