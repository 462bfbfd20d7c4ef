// Makes operations out of their entries. What cannot be read, or what the machine refuses, is named instead of guessed at.
import * as v from 'valibot';
import { beginOperation, moveOperation } from '../../shared/domain/operation.ts';
import { asked, type Operation, operationEvent } from '../../shared/domain/operation-schemas.ts';
import type { Entry } from './entry.ts';

const batchBody = v.strictObject({ paused: v.boolean(), by: v.string() });

export interface Folded {
  readonly operations: Map<string, Operation>;
  readonly pausedBatches: Set<string>;
  /** The first entry that does not belong where it stands. */
  broken: Broken | null;
}

export interface Broken {
  readonly sequence: number;
  readonly what: 'unreadable' | 'unlawful';
}

export function emptyFold(): Folded {
  return { operations: new Map(), pausedBatches: new Set(), broken: null };
}

/** Adds one entry; a broken one changes nothing but `broken`. */
export function foldEntry(into: Folded, entry: Entry): void {
  const body = parseJson(entry.body);
  if (entry.kind === 'batch') {
    foldBatch(into, entry, body);
    return;
  }
  const next = entry.kind === 'asked' ? begin(into, entry, body) : moved(into, entry, body);
  if (typeof next === 'string') into.broken ??= { sequence: entry.sequence, what: next };
  else into.operations.set(next.id, next);
}

function foldBatch(into: Folded, entry: Entry, body: unknown): void {
  const read = v.safeParse(batchBody, body);
  if (!read.success) into.broken ??= { sequence: entry.sequence, what: 'unreadable' };
  else if (read.output.paused) into.pausedBatches.add(entry.operation);
  else into.pausedBatches.delete(entry.operation);
}

function begin(into: Folded, entry: Entry, body: unknown): Operation | Broken['what'] {
  if (into.operations.has(entry.operation)) return 'unlawful';
  const read = v.safeParse(asked, body);
  return read.success ? beginOperation(entry.operation, entry.sequence, entry.at, read.output) : 'unreadable';
}

function moved(into: Folded, entry: Entry, body: unknown): Operation | Broken['what'] {
  const before = into.operations.get(entry.operation);
  if (before === undefined) return 'unlawful';
  const read = v.safeParse(operationEvent, body);
  if (!read.success) return 'unreadable';
  return moveOperation(before, read.output, entry.at) ?? 'unlawful';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
