// Two kinds of chance: numbers that depend on nothing but their arguments (seeds), and numbers nobody can foresee (keys, token ids).

/** A well-mixed number from 0 to 2^32 - 1 that is always the same for the same three arguments. Finaliser of MurmurHash3. */
export function scatter(seed: number, index: number, purpose: number): number {
  let hash = (seed ^ Math.imul(index, 0x9e3779b1) ^ Math.imul(purpose, 0x85ebca6b)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `length` hexadecimal digits drawn from `random`, which yields numbers from 0 up to 1. */
export function hexadecimal(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random() * 16).toString(16);
  return text;
}

/** Unforeseeable numbers from 0 up to 1. */
export function unforeseeable(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}
