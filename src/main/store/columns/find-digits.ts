// Finds digits anywhere in the decimal text of whole numbers without writing the text: four digits at a time, by tables made for the digits.

const CHUNK = 10_000;
/** More digits than this could lie over three chunks. There are few places for them in any number: those are looked at one by one. */
const MOST_IN_TABLES = 5;
/** No number here has more. */
const MOST_DIGITS = 16;

export type HasDigits = (number: number) => boolean;

/** @param digits one or more of 0 to 9 @returns whether they stand in the text of a whole number from 0 to 2^53 */
export function digitFinder(digits: string): HasDigits {
  if (digits.length > MOST_DIGITS) return () => false;
  return digits.length > MOST_IN_TABLES ? longFinder(digits) : shortFinder(digits);
}

function longFinder(digits: string): HasDigits {
  const wanted = Number(digits);
  const modulus = 10 ** digits.length;
  const least = modulus / 10;
  return (number) => {
    for (let rest = number; rest >= least; rest = Math.floor(rest / 10)) {
      if (rest - Math.floor(rest / modulus) * modulus === wanted) return true;
    }
    return false;
  };
}

/** What can be said of four digits: the whole word stands in them, or they end with its first or begin with its last ones. */
interface Tables {
  /** As the first digits of a number, without zeros before them. */
  readonly leading: Uint8Array;
  readonly leadingEnds: Uint8Array;
  /** As four digits further on. */
  readonly inner: Uint8Array;
  readonly innerEnds: Uint8Array;
  readonly begins: Uint8Array;
}

function shortFinder(digits: string): HasDigits {
  const { leading, leadingEnds, inner, innerEnds, begins } = tablesOf(digits);
  return (number) => {
    let [rest, behind] = [number, 0];
    while (rest >= CHUNK) {
      const next = Math.floor(rest / CHUNK);
      const chunk = rest - next * CHUNK;
      if (inner[chunk] === 1 || ((innerEnds[chunk] as number) & behind) !== 0) return true;
      behind = begins[chunk] as number;
      rest = next;
    }
    return leading[rest] === 1 || ((leadingEnds[rest] as number) & behind) !== 0;
  };
}

function tablesOf(digits: string): Tables {
  const tables: Tables = { leading: table(), leadingEnds: table(), inner: table(), innerEnds: table(), begins: table() };
  for (let chunk = 0; chunk < CHUNK; chunk += 1) {
    const size = chunk >= 1_000 ? 4 : chunk >= 100 ? 3 : chunk >= 10 ? 2 : 1;
    tables.inner[chunk] = standsIn(chunk, 4, digits) ? 1 : 0;
    tables.leading[chunk] = standsIn(chunk, size, digits) ? 1 : 0;
  }
  for (let split = 1; split < digits.length; split += 1) markSplit(tables, digits, split);
  return tables;
}

/** Bit `split`: so many of the word's digits stand before the border of two chunks, the others after it. */
function markSplit({ leadingEnds, innerEnds, begins }: Tables, digits: string, split: number): void {
  const [before, after] = [10 ** split, 10 ** (4 - (digits.length - split))];
  const [first, last] = [Number(digits.slice(0, split)), Number(digits.slice(split))];
  const bit = 1 << split;
  for (let chunk = 0; chunk < CHUNK; chunk += 1) {
    const end = chunk % before === first ? bit : 0;
    innerEnds[chunk] = (innerEnds[chunk] as number) | end;
    leadingEnds[chunk] = (leadingEnds[chunk] as number) | (chunk >= before / 10 ? end : 0);
    begins[chunk] = (begins[chunk] as number) | (Math.floor(chunk / after) === last ? bit : 0);
  }
}

function table(): Uint8Array {
  return new Uint8Array(CHUNK);
}

/** @param size how many digits the chunk is written with */
function standsIn(chunk: number, size: number, digits: string): boolean {
  const modulus = 10 ** digits.length;
  const wanted = Number(digits);
  let rest = chunk;
  for (let places = size; places >= digits.length; places -= 1) {
    if (rest % modulus === wanted) return true;
    rest = Math.floor(rest / 10);
  }
  return false;
}
