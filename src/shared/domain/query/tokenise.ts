// Cuts a query into words, quoted phrases and fields with their values, each with its place. Knows no field and finds no fault.

/** One word or phrase: what it says without its quotes, and where it stands with them. */
export interface Item {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly quoted: boolean;
  /** The end of the text came before the closing quote. */
  readonly open: boolean;
}

export interface Token {
  readonly from: number;
  readonly to: number;
  /** A minus stands before it. */
  readonly not: boolean;
  /** Letters before a colon, as typed; null: a plain word or phrase. */
  readonly field: { readonly name: string; readonly from: number; readonly to: number } | null;
  /** What is looked for; of a field: what the commas part. Empty ones are left out. */
  readonly items: readonly Item[];
  /** The value of a field as typed, commas and all. */
  readonly value: { readonly text: string; readonly from: number; readonly to: number };
}

/** Quotes as keyboards and messages have them. Two of a kind inside a phrase are one that belongs to it. */
const QUOTES = '"“”„';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters part words, whatever they were meant to do.
const GAP = /[\s\u0000-\u001f\u007f-\u009f]/;
/** Invisible marks that come along when text is copied from elsewhere; at the edge of a word they are not meant. */
const EDGE_MARKS = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/g;
/** Letters and a colon; an address (`https://`) is a plain word. The wide colon is what Chinese and Japanese keyboards type. */
const FIELD = /([a-z]{1,40})[:：](?!\/\/)/iy;
const SIGNS_ALONE = /^[\s<>=~≤≥≈]*$/;
/** `-12.50` and `-1,234.50` are amounts below nothing, not words to leave out. */
const NEGATIVE_AMOUNT = /^-[\d,]*[.,]\d{1,4}$/;

export function isGap(character: string | undefined): boolean {
  return character === undefined || GAP.test(character);
}

export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skipGap(text, 0); at < text.length; ) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipGap(text, token.to);
  }
  return tokens;
}

function skipGap(text: string, from: number): number {
  let at = from;
  while (at < text.length && isGap(text[at])) at += 1;
  return at;
}

function readToken(text: string, from: number): Token {
  const not = text[from] === '-' && !NEGATIVE_AMOUNT.test(text.slice(from, wordEnd(text, from)));
  const at = not ? from + 1 : from;
  const name = fieldAt(text, at);
  if (name !== null) return readField(text, from, not, { name, from: at, to: at + name.length });
  const item = readItem(text, at, false);
  const items = item.text === '' && !item.open ? [] : [item];
  return { from, to: item.to, not, field: null, items, value: { text: item.text, from: at, to: item.to } };
}

function fieldAt(text: string, at: number): string | null {
  FIELD.lastIndex = at;
  return FIELD.exec(text)?.[1] ?? null;
}

function readField(text: string, from: number, not: boolean, field: NonNullable<Token['field']>): Token {
  const items: Item[] = [];
  const start = field.to + 1;
  let at = start;
  for (;;) {
    const item = readItem(text, at, true);
    if (item.text !== '' || item.open) items.push(item);
    at = item.to;
    const next = text[at] === ',' ? at + 1 : at;
    const after = skipGap(text, next);
    // People put a space after a colon, a sign or a comma; what follows is still the value, unless it begins something of its own.
    const goesOn = next > at || (items.length < 2 && after > at && SIGNS_ALONE.test(text.slice(start, at)));
    const ownWord = after > next && (text[after] === '-' || fieldAt(text, after) !== null);
    if (!goesOn || ownWord || after === text.length) {
      return { from, to: next, not, field, items: signsTogether(items), value: { text: text.slice(start, at), from: start, to: at } };
    }
    at = after;
  }
}

/** `> 500`: a sign and what follows it are one. */
function signsTogether(items: readonly Item[]): readonly Item[] {
  const [sign, next, ...rest] = items;
  if (sign === undefined || next === undefined || sign.quoted || !SIGNS_ALONE.test(sign.text)) return items;
  return [{ ...next, text: sign.text + next.text, from: sign.from }, ...rest];
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isGap(text[at])) at += 1;
  return at;
}

/** @param inList a comma ends it. */
function readItem(text: string, from: number, inList: boolean): Item {
  const first = text[from];
  if (first !== undefined && QUOTES.includes(first)) return readQuoted(text, from);
  let to = from;
  while (to < text.length && !isGap(text[to]) && !(inList && text[to] === ',')) to += 1;
  return { text: text.slice(from, to).replace(EDGE_MARKS, ''), from, to, quoted: false, open: false };
}

function readQuoted(text: string, from: number): Item {
  let said = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (!QUOTES.includes(character)) said += character;
    else if (text[at + 1] === character) {
      said += character;
      at += 1;
    } else return { text: said.trim(), from, to: at + 1, quoted: true, open: false };
  }
  return { text: said.trim(), from, to: text.length, quoted: true, open: true };
}
