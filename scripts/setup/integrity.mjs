// Compares a file with the subresource integrity it must have.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * @param {string} file
 * @param {string} expected one sha512 integrity, as lock files write it: `sha512-<base64>`
 * @returns {Promise<{ ok: true } | { ok: false, actual: string }>}
 */
export async function checkIntegrity(file, expected) {
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(expected)) throw new TypeError(`Not a sha512 integrity: ${expected}`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  return actual === expected ? { ok: true } : { ok: false, actual };
}
