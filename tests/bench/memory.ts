// Memory of an app's processes when it is at rest, as the system counts it (Linux).
import { readFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import type { DevTools } from '../kill/devtools.ts';
import { processesOf } from '../kill/os-processes.ts';

export interface Resident {
  /** Megabytes: RSS of all processes added up, as task managers do it; shared pages count once for each process. */
  readonly resident: number;
  /** Megabytes: PSS, which shares them out; null where the system does not tell. */
  readonly proportional: number | null;
}

/** Milliseconds of a quiet stretch: of so many, the processes may take the share below of one core. */
const QUIET = 2_000;
const SHARE = 0.02;
const PATIENCE = 60_000;
/** One of the kernel's clock ticks (USER_HZ), in milliseconds. */
const TICK = 10;

/** Waits until all processes of the group have been idle for a while: nothing is at work any more, and nobody collects garbage. */
export async function atRest(group: number): Promise<void> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; ) {
    const before = busyTime(group);
    await rest(QUIET);
    if (busyTime(group) - before <= QUIET * SHARE) return;
  }
  throw new Error('the app does not come to rest');
}

export function residentOf(group: number): Resident {
  const processes = processesOf(group).map(({ pid }) => pid);
  const resident = processes.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/status`, 'VmRSS'), 0) / 1_024;
  const proportional = processes.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1_024;
  return { resident, proportional: proportional === 0 ? null : proportional };
}

/** @returns megabytes that the page's scripts hold after a garbage collection, their array buffers included. */
export async function heapOf(page: DevTools): Promise<number> {
  await page.send('HeapProfiler.collectGarbage');
  await page.send('HeapProfiler.collectGarbage');
  const usage = (await page.send('Runtime.getHeapUsage')) as { readonly usedSize: number; readonly backingStorageSize?: number };
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1_048_576;
}

/** Milliseconds of all processes together. */
function busyTime(group: number): number {
  return processesOf(group).reduce((sum, { pid }) => {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime and stime, the 14th and 15th of all.
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK;
  }, 0);
}

function kilobytes(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? 0);
}

/** Empty when the process has gone meanwhile, or is not ours to look at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
