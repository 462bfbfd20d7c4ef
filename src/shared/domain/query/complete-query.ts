// What could stand where somebody types: names of fields, statuses, words for days, and the signs that amounts and ages take.

import { fieldOf, namesOf, QUERY_FIELDS, type QueryField } from './fields.ts';
import { DATE_WORDS } from './read-dates.ts';
import { STATUS_NAMES, statusOf, wordsOf } from './read-status.ts';
import { AMOUNT_FIELDS, TEXT_FIELDS } from './terms.ts';
import { type Item, isGap, type Token, tokenise } from './tokenise.ts';

export interface CompletionOption {
  readonly insert: string;
  readonly label: string;
  /** A few words on what it means. */
  readonly hint: string;
}

export interface Completions {
  /** The part of the text that an option takes the place of. */
  readonly from: number;
  readonly to: number;
  /** A word that begins like a field may be meant as the word that it is; behind a colon a value is sure to be meant. */
  readonly of: 'field' | 'value';
  readonly options: readonly CompletionOption[];
}

const NOTHING = (caret: number): Completions => ({ from: caret, to: caret, of: 'field', options: [] });

/** @param caret where the next letter would go. No options: there is nothing to offer, or what stands there is complete. */
export function completions(text: string, caret: number): Completions {
  const token = tokenise(text).find(({ from, to }) => from < caret && caret <= to);
  if (token === undefined || token.items.some(({ quoted, from, to }) => quoted && from < caret && caret <= to)) return NOTHING(caret);
  if (token.field === null) return fieldNames(text, token, caret);
  const field = fieldOf(token.field.name);
  if (field === null || caret <= token.field.to) return NOTHING(caret);
  const found = valuesOf(field, text, token, caret);
  const typed = text.slice(found.from, found.to);
  return found.options.every(({ insert }) => insert === typed) ? NOTHING(caret) : found;
}

/** The text with an option in its place, and where the caret goes: what is complete is followed by a space. */
export function completed(
  text: string,
  { from, to }: Pick<Completions, 'from' | 'to'>,
  { insert }: Pick<CompletionOption, 'insert'>,
): { readonly text: string; readonly caret: number } {
  const goesOn = /[:<>=~]$/.test(insert);
  const after = text.slice(to);
  const gap = goesOn || after.startsWith(',') ? 0 : 1;
  const rest = gap === 1 && !isGap(after[0]) ? ` ${after}` : after;
  const space = gap === 1 && rest === '' ? ' ' : '';
  return { text: text.slice(0, from) + insert + space + rest, caret: from + insert.length + gap };
}

function fieldNames(text: string, token: Token, caret: number): Completions {
  const from = token.value.from;
  const typed = text.slice(from, caret).toLowerCase();
  if (!/^[a-z]{2,20}$/.test(typed)) return NOTHING(caret);
  const options = QUERY_FIELDS.filter((field) => namesOf(field).some((name) => name.startsWith(typed)));
  return {
    from,
    to: token.to,
    of: 'field',
    options: options.map((field) => ({ insert: `${field}:`, label: `${field}:`, hint: FIELD_HINTS[field] })),
  };
}

const FIELD_HINTS: Readonly<Record<QueryField, string>> = {
  status: 'pending, partly, completed, failed, none',
  product: 'Words in the product',
  customer: 'Words in the customer’s name',
  number: 'Part of the order number',
  payment: 'A payment number',
  amount: 'The order’s total, or one of its payments',
  total: 'Quantity × price',
  price: 'Price of one',
  paid: 'What is paid already',
  due: 'What is still to be paid',
  quantity: 'How many',
  date: 'Day on which it was created',
  age: 'How long ago it was created',
};

function valuesOf(field: QueryField, text: string, token: Token, caret: number): Completions {
  const isOneOf = (fields: readonly string[]) => fields.includes(field);
  if (field === 'status') return statuses(text, token, caret);
  if (field === 'date') return days(text, token, caret);
  if (field === 'age') return ages(text, token, caret);
  if (isOneOf(AMOUNT_FIELDS) && !isOneOf(TEXT_FIELDS)) return signs(text, token, caret);
  return NOTHING(caret);
}

function statuses(text: string, token: Token, caret: number): Completions {
  const item: Item | undefined = token.items.find(({ from, to }) => from <= caret && caret <= to);
  const from = item?.from ?? caret;
  const typed = text.slice(from, caret).toLowerCase();
  const taken = token.items.filter((each) => each !== item).map((each) => statusOf(each.text));
  const fitting = (Object.keys(STATUS_NAMES) as (keyof typeof STATUS_NAMES)[]).filter(
    (state) => !taken.includes(state) && wordsOf(state).some((word) => word.startsWith(typed.replace(/[\s_-]+/g, ''))),
  );
  const options = fitting.map((state) => ({ insert: STATUS_NAMES[state], label: STATUS_NAMES[state], hint: STATUS_HINTS[state] }));
  return { from, to: item?.to ?? caret, of: 'value', options };
}

const STATUS_HINTS: Readonly<Record<keyof typeof STATUS_NAMES, string>> = {
  pending: 'A payment waits to be marked',
  completed: 'Paid in full',
  failed: 'No payment came through',
  'partly-paid': 'Paid, but not all of it',
  'no-payment': 'No payment recorded',
  'not-told': 'The server does not say',
};

const DAY_HINTS: Readonly<Record<(typeof DATE_WORDS)[number], string>> = {
  today: 'Since midnight',
  yesterday: 'The day before',
  'this-week': 'Since Monday',
  'last-week': 'Monday to Sunday',
  'this-month': 'Since the first',
  'last-month': 'The whole month before',
  'this-year': 'Since 1 January',
  'last-year': 'The whole year before',
};
const DAYS: readonly CompletionOption[] = [
  ...DATE_WORDS.map((word) => ({ insert: word, label: word, hint: DAY_HINTS[word] })),
  { insert: '7d', label: '7d', hint: 'Seven days, today included' },
  { insert: '30d', label: '30d', hint: 'Thirty days, today included' },
];

/** Behind a sign or the dots of a span a day begins anew. */
function days(text: string, { value }: Token, caret: number): Completions {
  const typed = text.slice(value.from, caret).toLowerCase();
  const part = /[^<>=≤≥.\s]*$/.exec(typed)?.[0] ?? '';
  return { from: caret - part.length, to: value.to, of: 'value', options: DAYS.filter(({ insert }) => insert.startsWith(part)) };
}

const AGES: readonly CompletionOption[] = [
  { insert: '>1d', label: '>1d', hint: 'Older than a day' },
  { insert: '>2d', label: '>2d', hint: 'Older than two days' },
  { insert: '>1w', label: '>1w', hint: 'Older than a week' },
  { insert: '<1h', label: '<1h', hint: 'Younger than an hour' },
  { insert: '<1d', label: '<1d', hint: 'Younger than a day' },
];
const UNITS = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' } as const;

function ages(text: string, { value }: Token, caret: number): Completions {
  const typed = text.slice(value.from, caret).trim();
  const to = value.to;
  const [, sign, count] = /^([<>])=?(\d{1,5})$/.exec(typed) ?? [];
  const from = caret - typed.length;
  if (sign === undefined) return { from, to, of: 'value', options: AGES.filter(({ insert }) => insert.startsWith(typed)) };
  const than = sign === '>' ? 'Older than' : 'Younger than';
  const options = Object.entries(UNITS).map(([unit, word]) => ({
    insert: typed + unit,
    label: typed + unit,
    hint: `${than} ${count} ${word}`,
  }));
  return { from, to, of: 'value', options };
}

function signs(text: string, { value }: Token, caret: number): Completions {
  if (text.slice(value.from, value.to).trim() !== '') return NOTHING(caret);
  const options = [
    { insert: '>', label: '>500', hint: 'More than 500' },
    { insert: '>=', label: '>=500', hint: '500 or more' },
    { insert: '<', label: '<500', hint: 'Less than 500' },
    { insert: '<=', label: '<=500', hint: '500 or less' },
    { insert: '~', label: '~500', hint: 'Near 500: 475 to 525' },
  ];
  return { from: caret, to: caret, of: 'value', options };
}
