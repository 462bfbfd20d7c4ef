// The journal as the desk knows it: what is not settled, in memory; every change committed first and believed afterwards.
import { beginOperation, isSettled, moveOperation } from '../../shared/domain/operation.ts';
import type { Asked, Operation, OperationEvent, OperationKind } from '../../shared/domain/operation-schemas.ts';
import type { Thing } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createCommit } from './commit.ts';
import type { JournalDoor } from './door.ts';
import type { Answer, Opening } from './file.ts';
import { type Broken, emptyFold, type Folded, foldEntry } from './fold.ts';
import type { Filter } from './page.ts';
import type { JournalReader } from './reader.ts';
import { standingOf } from './standing.ts';
import type { AmountTally, Tally } from './tally.ts';
import type { Verdict } from './verify.ts';
import type { Testimony } from './witness.ts';

export interface JournalParts {
  readonly door: JournalDoor;
  /** Another connection for long readings; absent: the same one. Opened when it is first needed. */
  openReader?(witness: Testimony | null): JournalReader;
  /** ISO 8601 */
  timeNow(): string;
  newId(): string;
  /** Calls back after the few milliseconds in which the moves within a batch gather; absent: each is written at once. */
  soon?(work: () => void): void;
}

export interface OpeningReport extends Opening {
  /** An entry that could not be believed, among those that are not settled. */
  readonly broken: Broken | null;
}

/** One step of an operation's life, with when. */
export interface Moved {
  readonly at: string;
  readonly event: OperationEvent;
}

export interface Story {
  readonly operation: Operation;
  /** After its asking, oldest first. */
  readonly moves: readonly Moved[];
}

export interface OperationPage {
  readonly total: number;
  readonly operations: readonly Operation[];
}

export type JournalChange =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'batch'; readonly batch: string };

export interface Journal {
  readonly report: OpeningReport;
  /** All are taken on or none is. */
  ask(list: readonly Asked[]): Promise<Result<readonly Operation[]>>;
  /** Resolves when the move is on the disk. `moved-on` where the machine refuses it. */
  move(id: string, event: OperationEvent): Promise<Result<Operation>>;
  pauseBatch(batch: string, paused: boolean, by: string): Promise<Result<null>>;
  isPaused(batch: string): boolean;
  /** In the order of asking. */
  unsettled(): readonly Operation[];
  /** Of those that are not settled. */
  operation(id: string): Operation | null;
  page(filter: Filter): Promise<Result<OperationPage>>;
  /** All that became of one operation, settled or not; null where there is none. */
  story(id: string): Promise<Result<Story | null>>;
  /** Everybody who has asked for anything at this server, by name. */
  actors(server: string): Promise<Result<readonly string[]>>;
  claimed(kind: OperationKind, server: string, numbers: readonly number[]): Promise<Result<ReadonlySet<number>>>;
  tally(batch: string): Promise<Result<readonly Tally[]>>;
  amounts(batch: string): Promise<Result<readonly AmountTally[]>>;
  verify(): Promise<Result<Verdict>>;
  /** The whole journal as JSON lines, some at a time: one for each entry, hashes included. The first error ends it. */
  lines(): AsyncIterable<Result<readonly string[]>>;
  subscribe(listener: (change: JournalChange) => void): () => void;
  close(): Promise<void>;
}

const EXPORT_STEP = 2_000;

export async function openJournal(parts: JournalParts): Promise<Result<Journal>> {
  const { door } = parts;
  const opened = toResult(await door.open());
  if (!opened.ok) return opened;
  const read = toResult(await door.unsettled());
  if (!read.ok) return read;
  const folded = emptyFold();
  for (const entry of read.value) foldEntry(folded, entry);
  return ok(journalOver(parts, folded, opened.value));
}

function journalOver({ door, timeNow, newId, openReader, soon }: JournalParts, folded: Folded, opening: Opening): Journal {
  const { operations, pausedBatches } = folded;
  const listeners = new Set<(change: JournalChange) => void>();
  const commit = createCommit(door, soon);
  /** Moves of one operation are made one after the other, each on what the last one has left. */
  const turns = new Map<string, Promise<unknown>>();
  const once = (): (() => JournalReader) => {
    let opened: JournalReader | null = null;
    return () => {
      opened ??= openReader?.(opening.witness) ?? door;
      return opened;
    };
  };
  const reader = once();
  /** With a long journal it takes seconds, in which others go on reading. */
  const checker = once();

  const tell = (change: JournalChange): void => {
    for (const listener of listeners) listener(change);
  };
  const keep = (operation: Operation): void => {
    if (isSettled(operation.state)) operations.delete(operation.id);
    else operations.set(operation.id, operation);
    tell({ kind: 'operation', operation });
  };

  const moveNow = async (id: string, event: OperationEvent): Promise<Result<Operation>> => {
    const before = operations.get(id);
    const at = timeNow();
    const after = before === undefined ? null : moveOperation(before, event, at);
    if (after === null) return fail({ kind: 'moved-on', thing: thingOf(before) });
    const draft = { operation: id, kind: 'moved', at, body: JSON.stringify(event) } as const;
    // A person waits for what they have decided themselves.
    const written = await commit([{ draft, standing: standingOf(after) }], after.batch !== null && !('by' in event));
    if (!written.ok) return written;
    keep(after);
    return ok(after);
  };

  return {
    report: { ...opening, broken: folded.broken },
    ask: async (list) => {
      const at = timeNow();
      const begun = list.map((asked) => beginOperation(newId(), 1, at, asked));
      const changes = begun.map((operation, index) => ({
        draft: { operation: operation.id, kind: 'asked', at, body: JSON.stringify(list[index]) } as const,
        standing: standingOf(operation),
      }));
      const written = await commit(changes, false);
      if (!written.ok) return written;
      const placed = begun.map((operation, index) => ({ ...operation, sequence: written.value + index }));
      placed.forEach(keep);
      return ok(placed);
    },
    move: (id, event) => {
      const mine = (turns.get(id) ?? Promise.resolve()).then(() => moveNow(id, event));
      turns.set(id, mine);
      return mine.finally(() => {
        if (turns.get(id) === mine) turns.delete(id);
      });
    },
    pauseBatch: async (batch, paused, by) => {
      const draft = { operation: batch, kind: 'batch', at: timeNow(), body: JSON.stringify({ paused, by }) } as const;
      const written = await commit([{ draft, standing: null }], false);
      if (!written.ok) return written;
      if (paused) pausedBatches.add(batch);
      else pausedBatches.delete(batch);
      tell({ kind: 'batch', batch });
      return ok(null);
    },
    isPaused: (batch) => pausedBatches.has(batch),
    unsettled: () => [...operations.values()],
    operation: (id) => operations.get(id) ?? null,
    page: async (filter) => {
      const page = toResult(await reader().page(filter));
      if (!page.ok) return page;
      const found = emptyFold();
      for (const entry of page.value.entries) foldEntry(found, entry);
      return ok({ total: page.value.total, operations: [...found.operations.values()] });
    },
    story: async (id) => {
      const page = toResult(await reader().page({ operation: id, offset: 0, limit: 1 }));
      if (!page.ok) return page;
      const found = emptyFold();
      for (const entry of page.value.entries) foldEntry(found, entry);
      const operation = found.operations.get(id);
      if (operation === undefined) return ok(null);
      const moved = page.value.entries.filter(({ kind }) => kind === 'moved');
      return ok({ operation, moves: moved.map(({ at, body }) => ({ at, event: JSON.parse(body) as OperationEvent })) });
    },
    actors: async (server) => toResult(await reader().actors(server)),
    claimed: async (kind, server, numbers) => {
      const claimed = toResult(await door.claimed(kind, server, numbers));
      return claimed.ok ? ok(new Set(claimed.value)) : claimed;
    },
    tally: async (batch) => toResult(await door.tally(batch)),
    amounts: async (batch) => toResult(await door.amounts(batch)),
    verify: async () => toResult(await checker().verify()),
    lines: () => linesOf(reader()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => door.close(),
  };
}

async function* linesOf(reader: Pick<JournalReader, 'rows'>): AsyncIterable<Result<readonly string[]>> {
  for (let after = 0; ; ) {
    const rows = toResult(await reader.rows(after, EXPORT_STEP));
    if (!rows.ok) return yield rows;
    const last = rows.value.at(-1);
    if (last === undefined) return;
    yield ok(rows.value.map(({ body, ...entry }) => `${JSON.stringify({ ...entry, body: JSON.parse(body) as unknown })}\n`));
    after = last.sequence;
  }
}

function toResult<T>(answer: Answer<T>): Result<T> {
  return answer.ok ? ok(answer.value) : fail({ kind: 'journal', problem: answer.problem });
}

function thingOf(operation: Operation | undefined): Thing {
  return operation?.wish.kind === 'create-order' ? 'order' : 'payment';
}
