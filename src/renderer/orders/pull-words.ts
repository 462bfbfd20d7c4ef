// A history that is on its way, in words: waited for at first, then counted. Pure.
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { asOfTime, grouped } from '../ui/format-time.ts';

/** @returns `part` from 0 to 1, or null where no count is told. */
export function pullWords(
  { received, expected }: NonNullable<HistoryState['pulling']>,
  seconds: number,
): { readonly words: string; readonly part: number | null } {
  if (received === 0) return { words: `Waiting for the server… ${grouped(seconds)} s`, part: null };
  if (expected === null || expected === 0) return { words: `${grouped(received)} orders so far, ${grouped(seconds)} s`, part: null };
  return { words: `${grouped(received)} of ${grouped(expected)} orders, ${grouped(seconds)} s`, part: Math.min(1, received / expected) };
}

/** `510+`: at least so many, while only the beginning of the history is here. */
export function soFar(count: number, partial: boolean): string {
  return `${grouped(count)}${partial ? '+' : ''}`;
}

/** @param asOf when what is shown was told; null: there is nothing to show. */
export function cancelledWords(asOf: string | null, now: Date): string {
  if (asOf === null) return 'Loading was cancelled. Nothing has been loaded yet.';
  return `Loading was cancelled. Shown is what was known at ${asOfTime(asOf, now)}.`;
}
