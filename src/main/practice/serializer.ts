// A set of fields applied to a body: values, or problems by field in the fields' own order.
import { type Answer, json } from './answers.ts';
import { type Check, fine, wrong } from './check.ts';
import { type Field, pythonType } from './fields.ts';

export type Fields = Readonly<Record<string, Field<unknown>>>;

type Values<F extends Fields> = { readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

export type Reading<T> = { readonly ok: true; readonly values: T } | { readonly ok: false; readonly answer: Answer };

/** For creations and PUT: what is required must be there. */
export function readWhole<F extends Fields>(data: unknown, fields: F): Reading<Values<F>> {
  return read(data, fields, true) as Reading<Values<F>>;
}

/** For PATCH: what is there must be right. */
export function readPart<F extends Fields>(data: unknown, fields: F): Reading<Partial<Values<F>>> {
  return read(data, fields, false) as Reading<Partial<Values<F>>>;
}

export const nonField = (...problems: readonly string[]): Answer => json(400, { non_field_errors: problems });

function read(data: unknown, fields: Fields, whole: boolean): Reading<Record<string, unknown>> {
  if (data === null) return { ok: false, answer: nonField('No data provided') };
  if (typeof data !== 'object' || Array.isArray(data)) {
    return { ok: false, answer: nonField(`Invalid data. Expected a dictionary, but got ${pythonType(data)}.`) };
  }
  const values: Record<string, unknown> = {};
  const problems: Record<string, readonly string[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const check = readOne(field, Object.hasOwn(data, name) ? data[name as keyof typeof data] : undefined, whole);
    if (check?.ok === false) problems[name] = check.problems;
    else if (check) values[name] = check.value;
  }
  return Object.keys(problems).length > 0 ? { ok: false, answer: json(400, problems) } : { ok: true, values };
}

/** Undefined where nothing was sent and nothing had to be. */
function readOne(field: Field<unknown>, sent: unknown, whole: boolean): Check<unknown> | undefined {
  if (sent === undefined) return whole && field.required ? wrong('This field is required.') : undefined;
  if (sent === null) return field.nullable ? fine(null) : wrong('This field may not be null.');
  return field.read(sent);
}

/** What OPTIONS tells of the fields. */
export function describeFields(fields: Fields): Record<string, unknown> {
  const label = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');
  return Object.fromEntries(
    Object.entries(fields).map(([name, { required, told }]) => {
      const { type, ...more } = told;
      return [name, { type, required, read_only: false, label: label(name), ...more }];
    }),
  );
}
