// Sorts a server's refusal: lines for fields that the form shows go under them, everything else into one summary.
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import { snakeCase } from '../../shared/errors/field-words.ts';
import { readableText } from './server-text.ts';

export type FieldErrors<F extends string> = Readonly<Partial<Record<F, string>>>;

export interface SortedError<F extends string> {
  readonly fields: FieldErrors<F>;
  /** null: everything stands under its field. */
  readonly summary: string | null;
}

/** @param names the server's field names, in snake case, and the form's fields that they belong to. */
export function sortError<F extends string>(error: AppError, names: Readonly<Record<string, F>>): SortedError<F> {
  const fields: Partial<Record<F, string>> = {};
  if (error.kind !== 'refused') return { fields, summary: describeError(error) };
  const rest: [string, string[]][] = [];
  for (const [name, lines] of Object.entries(error.fields)) {
    const field = fieldOf(name, names);
    const said = readableText(lines.join(' '));
    if (field === undefined) rest.push([name, [said]]);
    else fields[field] = [fields[field], said].filter(Boolean).join(' ');
  }
  const nothingLeft = rest.length === 0 && error.summary.length === 0;
  if (nothingLeft && Object.keys(fields).length > 0) return { fields, summary: null };
  return { fields, summary: readableText(describeError({ ...error, fields: Object.fromEntries(rest) })) };
}

/** Serializers nest a person's fields in these; a place in a list behind the name still means the one box there is. */
const AROUND = /^(user|profile|account|data)\.(?=.)/;

function fieldOf<F extends string>(path: string, names: Readonly<Record<string, F>>): F | undefined {
  const name = snakeCase(path).replace(/(\.\d+)+$/, '');
  const inner = name.replace(AROUND, '');
  return Object.hasOwn(names, name) ? names[name] : Object.hasOwn(names, inner) ? names[inner] : undefined;
}

/** The same errors without one field's: what is being mended is no longer called wrong. */
export function withoutField<F extends string>(errors: FieldErrors<F>, field: F): FieldErrors<F> {
  const { [field]: _mended, ...rest } = errors;
  return rest as FieldErrors<F>;
}
