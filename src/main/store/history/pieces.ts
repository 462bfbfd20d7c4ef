// Long columns of bytes, kept in the file piece by piece, so that writing them never holds up a question for long.
import type { DatabaseSync } from 'node:sqlite';

/** About a millisecond's writing. */
const PIECE = 512 * 1024;
/** Parts of one name: no column is longer than this many pieces. */
const PARTS = 100_000;

export interface Pieces {
  /** Lazily: each step writes one piece. They take the place of what had this name. */
  write(name: string, parts: readonly Uint8Array[]): Iterable<void>;
  /** null: there are none. */
  read(name: string): Uint8Array<ArrayBuffer>[] | null;
  /** Lazily, too. */
  remove(name: string): Iterable<void>;
}

export function createPieces(db: DatabaseSync): Pieces {
  const insert = db.prepare('INSERT INTO pieces (name, place, bytes) VALUES (?, ?, ?)');
  const select = db.prepare('SELECT place, bytes FROM pieces WHERE name = ? ORDER BY place');
  const dropSome = db.prepare(
    'DELETE FROM pieces WHERE name = ? AND place IN (SELECT place FROM pieces WHERE name = ? LIMIT 4) RETURNING place',
  );
  function* remove(name: string): Iterable<void> {
    while (dropSome.all(name, name).length > 0) yield;
  }
  return {
    *write(name, parts) {
      yield* remove(name);
      for (const [part, bytes] of parts.entries()) {
        for (let piece = 0; piece === 0 || piece * PIECE < bytes.length; piece += 1) {
          insert.run(name, part * PARTS + piece, bytes.subarray(piece * PIECE, (piece + 1) * PIECE));
          yield;
        }
      }
    },
    read: (name) => {
      const parts: Uint8Array[][] = [];
      for (const { place, bytes } of select.iterate(name) as Iterable<{ place: number; bytes: Uint8Array }>) {
        const part = Math.floor(place / PARTS);
        parts[part] ??= [];
        parts[part].push(bytes);
      }
      return parts.length === 0 ? null : parts.map(joined);
    },
    remove,
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
