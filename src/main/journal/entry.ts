// One row of the journal, and the chain that binds each row to all before it.
import { createHash } from 'node:crypto';

/** `asked`: an operation begins. `moved`: an event of the machine. `batch`: somebody paused or resumed a batch; its id stands as the operation. */
export type EntryKind = 'asked' | 'moved' | 'batch';

export interface Draft {
  readonly operation: string;
  readonly kind: EntryKind;
  /** ISO 8601 */
  readonly at: string;
  /** JSON */
  readonly body: string;
}

export interface Entry extends Draft {
  /** 1, 2, 3, without gaps. */
  readonly sequence: number;
  readonly previous: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** What the first row follows. */
export const ORIGIN = '0'.repeat(64);

export function hashOf(draft: Draft, sequence: number, previous: string): string {
  // JSON quotes every part, so that no two different rows read the same.
  const text = JSON.stringify([previous, sequence, draft.operation, draft.kind, draft.at, draft.body]);
  return createHash('sha256').update(text).digest('hex');
}

export function chain(draft: Draft, sequence: number, previous: string): Entry {
  return { ...draft, sequence, previous, hash: hashOf(draft, sequence, previous) };
}
