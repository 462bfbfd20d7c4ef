// The fields of a serializer, with the stock sentences of Django REST framework 3.18. https://www.django-rest-framework.org/api-guide/fields/
import { type Check, fine, wrong } from './check.ts';
import { exactMinor } from './exact-decimal.ts';

export interface Field<T> {
  readonly required: boolean;
  readonly nullable: boolean;
  /** Checks what was sent; never called for null, nor for what was left out. */
  readonly read: (sent: unknown) => Check<T>;
  /** What OPTIONS says of it. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** May be left out. */
export const optional = <T>(field: Field<T>): Field<T | undefined> => ({ ...field, required: false });

/** May be null. */
export const nullable = <T>(field: Field<T>): Field<T | null> => ({ ...field, nullable: true });

/** With one more rule for what has passed the others. */
export function checked<T>(field: Field<T>, rule: (value: T) => readonly string[]): Field<T> {
  return {
    ...field,
    read(sent) {
      const read = field.read(sent);
      const problems = read.ok ? rule(read.value) : [];
      return problems.length > 0 ? wrong(...problems) : read;
    },
  };
}

const field = <T>(told: Readonly<Record<string, unknown>>, read: Field<T>['read']): Field<T> => ({
  required: true,
  nullable: false,
  read,
  told,
});

/** Python counts characters where JavaScript counts UTF-16 units. */
const lengthOf = (value: string): number => [...value].length;

export function text(rules: { readonly max?: number; readonly blank?: boolean } = {}): Field<string> {
  const { max, blank = false } = rules;
  return field({ type: 'string', ...(max === undefined ? {} : { max_length: max }) }, (sent) => {
    if (typeof sent !== 'string' && typeof sent !== 'number') return wrong('Not a valid string.');
    const value = String(sent).trim();
    if (value === '') return blank ? fine(value) : wrong('This field may not be blank.');
    const problems: string[] = [];
    if (max !== undefined && lengthOf(value) > max) problems.push(`Ensure this field has no more than ${max} characters.`);
    if (value.includes('\0')) problems.push('Null characters are not allowed.');
    return problems.length > 0 ? wrong(...problems) : fine(value);
  });
}

export function email(): Field<string> {
  const plain = text({ max: 254 });
  // Django's EmailValidator, without its odder corners (quoted local parts, literal addresses).
  const shape =
    /^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*@(?:(?!-)[A-Z0-9\u00a1-\uffff-]{1,63}(?<!-)\.)+(?!-)[A-Z0-9\u00a1-\uffff-]{2,63}(?<!-)$/iu;
  const checkedText = checked(plain, (value) => (shape.test(value) ? [] : ['Enter a valid email address.']));
  return { ...checkedText, told: { type: 'email', max_length: 254 } };
}

/** A whole number within bounds, both included. */
export function integer(min: number, max: number): Field<number> {
  return field({ type: 'integer', min_value: min, max_value: max }, (sent) => {
    // DRF takes "5", " 5 " and 5.0, but neither 5.5 nor true.
    const digits =
      typeof sent === 'number' || typeof sent === 'string'
        ? String(sent)
            .replace(/\.0*\s*$/, '')
            .trim()
        : '';
    if (!/^[+-]?\d+$/.test(digits)) return wrong('A valid integer is required.');
    const value = Number(digits);
    if (value < min) return wrong(`Ensure this value is greater than or equal to ${min}.`);
    if (value > max) return wrong(`Ensure this value is less than or equal to ${max}.`);
    return fine(value);
  });
}

/** DecimalField(max_digits=10, decimal_places=2) of at least 0.01; the value comes in hundredths. */
export function money(): Field<number> {
  return field({ type: 'decimal', min_value: 0.01, max_digits: 10, decimal_places: 2 }, (sent) => {
    if (typeof sent !== 'string' && typeof sent !== 'number') return wrong('A valid number is required.');
    return exactMinor(String(sent).trim());
  });
}

export function choice<T extends string>(options: readonly T[]): Field<T> {
  const choices = options.map((value) => ({ value, display_name: value.charAt(0).toUpperCase() + value.slice(1) }));
  return field({ type: 'choice', choices }, (sent) => {
    const found = options.find((option) => option === sent);
    return found === undefined ? wrong(`"${asPython(sent)}" is not a valid choice.`) : fine(found);
  });
}

/** A primary key; `exists` tells whether it leads to anything. */
export function reference(exists: (id: number) => boolean): Field<number> {
  return field({ type: 'field' }, (sent) => {
    const usable = (typeof sent === 'number' && Number.isInteger(sent)) || (typeof sent === 'string' && /^\s*[+-]?\d+\s*$/.test(sent));
    if (!usable) return wrong(`Incorrect type. Expected pk value, received ${pythonType(sent)}.`);
    return exists(Number(sent)) ? fine(Number(sent)) : wrong(`Invalid pk "${String(sent)}" - object does not exist.`);
  });
}

/** An uploaded image. Anything in JSON is refused, an address above all. */
export function image(): Field<File> {
  return field({ type: 'image upload' }, (sent) => {
    if (!(sent instanceof File)) return wrong('The submitted data was not a file. Check the encoding type on the form.');
    if (sent.size === 0) return wrong('The submitted file is empty.');
    return fine(sent);
  });
}

const asPython = (sent: unknown): string =>
  typeof sent === 'boolean' ? (sent ? 'True' : 'False') : typeof sent === 'object' ? JSON.stringify(sent) : String(sent);

/** The name that Python gives to the type of a JSON value. */
export function pythonType(sent: unknown): string {
  if (sent === null) return 'NoneType';
  if (Array.isArray(sent)) return 'list';
  switch (typeof sent) {
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(sent) ? 'int' : 'float';
    default:
      return 'dict';
  }
}
