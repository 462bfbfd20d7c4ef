// The app's processes as the system sees them (Linux): who belongs to it, stopping one in its tracks, ending all.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';

/** `network`: the one that Chromium's network stack runs in. */
export type Kind = 'main' | 'renderer' | 'network' | 'other';

export interface OsProcess {
  readonly pid: number;
  readonly kind: Kind;
}

/** All that live in this process group, the ended ones that nobody has waited for left out. */
export function processesOf(group: number): readonly OsProcess[] {
  const found: OsProcess[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const pid = Number(name);
    const stat = read(`/proc/${pid}/stat`);
    // After the name, which may hold anything: state, parent, group.
    const [state, , own] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(own) !== group || state === 'Z' || state === 'X') continue;
    found.push({ pid, kind: pid === group ? 'main' : kindOf(read(`/proc/${pid}/cmdline`)) });
  }
  return found;
}

function kindOf(line: string): Kind {
  if (line.includes('--type=renderer')) return 'renderer';
  return line.includes('--utility-sub-type=network.mojom.NetworkService') ? 'network' : 'other';
}

/** Empty when the process has gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Stops it where it is: it runs no further instruction until it is killed or woken. */
export function freeze(pid: number): void {
  process.kill(pid, 'SIGSTOP');
}

export function thaw(pid: number): void {
  process.kill(pid, 'SIGCONT');
}

/** @param pid of one process; of a whole group when negative. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended already, which is what was wanted.
    return;
  }
}

/** @returns whether the group has emptied within the time, in milliseconds. */
export async function groupEnds(group: number, limit: number): Promise<boolean> {
  for (const until = Date.now() + limit; Date.now() < until; await rest(5)) if (processesOf(group).length === 0) return true;
  return false;
}
