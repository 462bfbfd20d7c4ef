// One field's term put into a query, or taken out of it; the rest stays as it was typed. For pickers that write what could be typed.
import { fieldOf, type QueryField } from './fields.ts';
import { type Token, tokenise } from './tokenise.ts';

/** @returns the field's value as typed, like `>500`; null: the query does not narrow by it. What is left out by a minus is no such value. */
export function termOf(text: string, field: QueryField): string | null {
  const value = termsOf(text, field)[0]?.value.text.trim();
  return value === undefined || value === '' ? null : value;
}

/** @param value as it would be typed after the colon, in quotes where it has spaces; null: the field goes. Stands for every term of the field. */
export function withTerm(text: string, field: QueryField, value: string | null): string {
  const [first, ...others] = termsOf(text, field);
  const term = value === null ? '' : `${field}:${value}`;
  const left = others.toReversed().reduce((rest, token) => replaced(rest, token, ''), text);
  if (first !== undefined) return replaced(left, first, term);
  if (term === '' || left.trim() === '') return term === '' ? left : term;
  // Behind a quotation mark that nobody closed it would be part of the phrase, behind a colon the value of another field.
  const unfinished = tokenise(left).some(({ items, field: of }) => items.some(({ open }) => open) || (of !== null && items.length === 0));
  return unfinished ? `${term} ${left.trimStart()}` : `${left.trimEnd()} ${term}`;
}

function termsOf(text: string, field: QueryField): readonly Token[] {
  return tokenise(text).filter((token) => !token.not && token.field !== null && fieldOf(token.field.name) === field);
}

function replaced(text: string, { from, to }: Token, term: string): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to).trimStart();
  return [before, term, after].filter((part) => part !== '').join(' ');
}
