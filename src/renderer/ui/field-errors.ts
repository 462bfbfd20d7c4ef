// Sorts a server's refusal: lines for fields that the form shows go under them, everything else into one summary.
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import { readableText } from './server-text.ts';

export type FieldErrors<F extends string> = Readonly<Partial<Record<F, string>>>;

export interface SortedError<F extends string> {
  readonly fields: FieldErrors<F>;
  /** null: everything stands under its field. */
  readonly summary: string | null;
}

/** @param names the server's field names and the form's fields that they belong to. */
export function sortError<F extends string>(error: AppError, names: Readonly<Record<string, F>>): SortedError<F> {
  const fields: Partial<Record<F, string>> = {};
  if (error.kind !== 'refused') return { fields, summary: describeError(error) };
  const rest = [...error.summary];
  for (const [name, lines] of Object.entries(error.fields)) {
    const field = Object.hasOwn(names, name) ? names[name] : undefined;
    const said = readableText(lines.join(' '));
    if (field === undefined) rest.push(`${name}: ${said}`);
    else fields[field] = [fields[field], said].filter(Boolean).join(' ');
  }
  const nothingSaid = rest.length === 0 && Object.keys(fields).length === 0;
  if (rest.length === 0 && !nothingSaid) return { fields, summary: null };
  return { fields, summary: readableText(describeError({ ...error, summary: rest, fields: {} })) };
}

/** The same errors without one field's: what is being mended is no longer called wrong. */
export function withoutField<F extends string>(errors: FieldErrors<F>, field: F): FieldErrors<F> {
  const { [field]: _mended, ...rest } = errors;
  return rest as FieldErrors<F>;
}
