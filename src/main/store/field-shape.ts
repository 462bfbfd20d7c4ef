// Which of the fields that are looked for an object has at all. The rows of one answer nearly always have the same names in the same order, so
// that the names of the object before tell it, and nothing has to be looked for that is not there.

type Fields = Readonly<Record<string, unknown>>;

interface Shape<T> {
  /** All of its names, as they stand. */
  readonly names: readonly string[];
  /** What was made of them. */
  readonly found: T;
}

/** @param find what is wanted of the names; called anew only where an object's names are not those of the one before. */
export function createShapes<T>(find: (names: readonly string[]) => T): (fields: Fields) => Shape<T> {
  let last: Shape<T> | null = null;
  return (fields) => {
    const names = Object.keys(fields);
    if (last === null || !areSame(last.names, names)) last = { names, found: find(names) };
    return last;
  };
}

/** Of the wanted names those that stand there, in the order in which they are wanted. */
export function present<N extends string>(wanted: readonly N[], names: readonly string[]): readonly N[] {
  return wanted.filter((name) => names.includes(name));
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
