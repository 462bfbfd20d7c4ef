// The built app, started as a person starts it but for the debugging pipe, driven through its page's own bridge, and killed.
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as rest } from 'node:timers/promises';
import type { Input, Output, RequestName } from '../../src/shared/ipc/contract.ts';
import type { Result } from '../../src/shared/result.ts';
import { type DevTools, openDevTools } from './devtools.ts';
import { groupEnds, type Kind, killNow, processesOf } from './os-processes.ts';

export interface App {
  /** Also the number of its process group. */
  readonly pid: number;
  readonly page: DevTools;
  /** Rejects when the app is killed before it has answered. */
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  pidOf(kind: Kind): number;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** @param whole with all its processes at once; otherwise the main process alone, and the others notice. */
  kill(whole: boolean): Promise<void>;
}

/** Milliseconds; nothing is measured by it, it only ends a run that hangs. */
const PATIENCE = 20_000;

/** What Electron is started with, and what holds in the page when it can be spoken to. */
export interface Program {
  readonly entry: string;
  readonly loaded: string;
  /** More of the command line. */
  readonly switches?: readonly string[];
}

/** Before its own document there is an empty one, which has a bridge, too. */
export const PAYDESK: Program = {
  entry: '.',
  loaded: `location.protocol === 'app:' && document.readyState === 'complete' && typeof window.paydesk === 'object'`,
};

/** @returns at once; `open` waits for the page. */
export function spawnApp(
  folder: string,
  { entry, loaded, switches = [] }: Program = PAYDESK,
): { readonly pid: number; readonly open: () => Promise<App> } {
  const { ELECTRON_EXEC_PATH: electron = '', ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // Chromium refuses to start its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [entry, `--user-data-dir=${folder}`, '--remote-debugging-pipe', ...sandbox, ...switches], {
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  const leftBehind = (): void => killNow(-pid);
  process.once('exit', leftBehind);
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('exit', leftBehind);
      resolve({ code, signal });
    });
  });

  const open = async (): Promise<App> => {
    const page = await openDevTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const app: App = {
      pid,
      page,
      request: async (name, input) =>
        (await page.evaluate(`window.paydesk.request(${JSON.stringify(name)}, ${JSON.stringify(input)})`)) as Result<Output<typeof name>>,
      pidOf: (kind) => {
        const found = processesOf(pid).find((each) => each.kind === kind);
        if (found === undefined) throw new Error(`the app has no ${kind} process`);
        return found.pid;
      },
      ended,
      kill: async (whole) => {
        killNow(whole ? -pid : pid);
        await ended;
        if (!(await groupEnds(pid, PATIENCE))) killNow(-pid);
        await groupEnds(pid, PATIENCE);
      },
    };
    await until('the page is loaded', async () => (await page.evaluate(loaded).catch(() => false)) === true);
    return app;
  };
  return { pid, open };
}

/** Waits for what is meant, and looks often. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await rest(2)) if (await holds()) return;
  throw new Error(`waited in vain until ${what}`);
}
