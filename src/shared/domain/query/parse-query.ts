// Reads a query. Words and "phrases" are looked for everywhere, all must be found; a minus leaves out; a field narrows: status:failed amount:>500.
import { readableText } from '../../readable-text.ts';
import { fieldNear, fieldOf, type QueryField } from './fields.ts';
import { DATE_WORDS } from './read-dates.ts';
import { readAmountField, readStatusField, readTextField, readTimeField, type TermOrProblem } from './read-fields.ts';
import { belongsTo } from './read-status.ts';
import type { QueryProblem, ReadQuery, ReadQueryFunction, Term } from './terms.ts';
import { type Item, type Token, tokenise } from './tokenise.ts';

/** Never throws for any text; time grows with its length. @throws RangeError for a zone that there is not. */
export const readQuery: ReadQueryFunction = (text, asking): ReadQuery => {
  const terms: Term[] = [];
  const problems: QueryProblem[] = [];
  for (const token of withSecondWords(tokenise(text))) {
    const read = readToken(token, text, asking);
    if (read === null) continue;
    if ('message' in read) problems.push(read);
    else terms.push(read);
  }
  return { terms, problems };
};

/** @returns null for what says nothing, like a lone minus. */
function readToken(token: Token, text: string, asking: { readonly now: number; readonly zone: string }): TermOrProblem | null {
  const open = token.items.find((item) => item.open);
  if (open !== undefined) return { from: open.from, to: open.to, message: 'Close the quotation mark: "red lamp".', unfinished: true };
  if (token.field === null) {
    const said = token.items[0];
    return said === undefined ? null : { kind: 'word', text: withoutSign(said), not: token.not };
  }
  const field = fieldOf(token.field.name);
  return field === null ? unknownField(token, token.field, text) : readField(field, token, asking);
}

/** `#123`, as numbers are written in messages, is 123. */
function withoutSign({ text, quoted }: Item): string {
  return !quoted && /^#\d+$/.test(text) ? text.slice(1) : text;
}

function readField(field: QueryField, token: Token, asking: { readonly now: number; readonly zone: string }): TermOrProblem {
  switch (field) {
    case 'status':
      return readStatusField(token);
    case 'product':
    case 'customer':
    case 'number':
    case 'payment':
      return readTextField(field, token);
    case 'date':
    case 'age':
      return readTimeField(field, token, asking);
    default:
      return readAmountField(field, token);
  }
}

function unknownField(token: Token, { name, from, to }: NonNullable<Token['field']>, text: string): QueryProblem {
  const near = fieldNear(name);
  const typed = readableText(text.slice(from, Math.min(token.to, from + 40)));
  const help = near === null ? `To find these very letters, put them in quotes: "${typed.replaceAll('"', '')}".` : `Did you mean ${near}?`;
  return { from, to, message: `There is no field "${name}". ${help}`, unfinished: false };
}

/** `status:partly paid`, `date:last week`: two words that are one value, typed as they are said. */
function withSecondWords(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const last = before?.items.at(-1);
    const second = token.field === null && !token.not ? token.items[0] : undefined;
    if (before === undefined || last === undefined || second === undefined || !areOne(before, last, second)) {
      joined.push(token);
      continue;
    }
    const both = { ...last, text: `${last.text} ${second.text}`, to: second.to };
    const value = { ...before.value, text: `${before.value.text} ${second.text}`, to: second.to };
    joined[joined.length - 1] = { ...before, to: token.to, items: [...before.items.slice(0, -1), both], value };
  }
  return joined;
}

function areOne({ field }: Token, first: Item, second: Item): boolean {
  if (field === null || first.quoted || second.quoted) return false;
  const name = fieldOf(field.name);
  if (name === 'status') return belongsTo(first.text, second.text);
  return name === 'date' && DATE_WORDS.some((word) => word === `${first.text}-${second.text}`.toLowerCase());
}
