// Puts one column together out of two: cells of the former one and of the one told now, long runs at once.
import { sameKind, type TypedCells } from './typed-cells.ts';

export interface Sources {
  /** For each next cell its place in the former column or in the one told now. */
  readonly places: Uint32Array;
  /** 1: in the former. */
  readonly isFormer: Uint8Array;
  readonly count: number;
  /** How many come from the former. */
  readonly kept: number;
}

export interface Runs extends Sources {
  /** Where cells lie one behind another in their source: the first next cell of each such run; null: there are about as many runs as cells. */
  readonly starts: Uint32Array | null;
}

/** Below so many cells at a time copying them one by one is as fast. */
const WORTH_A_RUN = 12;

export function withRuns(sources: Sources): Runs {
  const { places, isFormer, count } = sources;
  const most = Math.floor(count / WORTH_A_RUN) + 1;
  const starts = new Uint32Array(most + 1);
  let runs = 0;
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && places[at] === (places[at - 1] as number) + 1 && isFormer[at] === isFormer[at - 1]) continue;
    if (runs === most) return { ...sources, starts: null };
    starts[runs] = at;
    runs += 1;
  }
  starts[runs] = count;
  return { ...sources, starts: starts.subarray(0, runs + 1) };
}

export function gather<T extends TypedCells>(former: T, told: T, sources: Runs): T {
  return sources.starts === null ? gatherCells(former, told, sources) : gatherRuns(former, told, sources, sources.starts);
}

function gatherRuns<T extends TypedCells>(former: T, told: T, { places, isFormer, count }: Sources, starts: Uint32Array): T {
  const next = sameKind(former, count);
  for (let run = 0; run + 1 < starts.length; run += 1) {
    const start = starts[run] as number;
    const place = places[start] as number;
    const length = (starts[run + 1] as number) - start;
    next.set((isFormer[start] === 1 ? former : told).subarray(place, place + length), start);
  }
  return next;
}

function gatherCells<T extends TypedCells>(former: T, told: T, { places, isFormer, count, kept }: Sources): T {
  const next = sameKind(former, count);
  if (kept === 0) for (let at = 0; at < count; at += 1) next[at] = told[places[at] as number] as number;
  else for (let at = 0; at < count; at += 1) next[at] = (isFormer[at] === 1 ? former : told)[places[at] as number] as number;
  return next;
}
