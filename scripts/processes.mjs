// Starts child processes, bounded in time, and never leaves one behind.
import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ code: number, output: string, timedOut: boolean }} Outcome */

const ownGroups = process.platform !== 'win32';
/** @type {Set<ChildProcess>} */
const living = new Set();
/** @type {Set<() => void>} */
const cleanups = new Set();
let watching = false;

/**
 * Each child leads its own process group, so that ending it ends all that it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(command, args, options = {}) {
  watchForTheEnd();
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: ownGroups, ...options });
  living.add(child);
  child.once('close', () => living.delete(child));
  child.once('error', () => living.delete(child));
  return child;
}

/**
 * Runs a command to its end. A command that cannot be started counts as code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, capture?: boolean, timeoutMs?: number }} options
 *   `capture` keeps what it prints in `output` instead of showing it
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { env = process.env, cwd, capture = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { env, cwd, stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'] });
    /** @type {Buffer[]} */
    const chunks = [];
    let timedOut = false;
    const timer =
      timeoutMs &&
      setTimeout(() => {
        timedOut = true;
        void stop(child);
      }, timeoutMs);
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const finish = (/** @type {number} */ code, /** @type {string} */ extra = '') => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + extra, timedOut });
    };
    child.once('error', (error) => finish(127, `${command}: ${error.message}\n`));
    child.once('close', (code, signal) => finish(code ?? 1, signal ? `${command} was ended by ${signal}\n` : ''));
  });
}

/**
 * Ends a child and its group: asks first, insists after two seconds.
 * @param {ChildProcess} child
 * @returns {Promise<void>}
 */
export function stop(child) {
  if (!living.has(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => signal(child, 'SIGKILL'), 2000);
    child.once('close', () => {
      clearTimeout(insist);
      signal(child, 'SIGKILL');
      resolve();
    });
    signal(child, 'SIGTERM');
  });
}

/**
 * Registers something to undo when this process ends, however it ends; answers its removal.
 * @param {() => void} cleanup synchronous
 */
export function atTheEnd(cleanup) {
  watchForTheEnd();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** @param {ChildProcess} child @param {NodeJS.Signals} name */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroups ? -child.pid : child.pid, name);
  } catch {
    // ESRCH: the group is gone already, which is what was wanted.
  }
}

function watchForTheEnd() {
  if (watching) return;
  watching = true;
  const end = async (/** @type {number} */ code) => {
    await Promise.all([...living].map(stop));
    process.exit(code);
  };
  process.once('SIGHUP', () => end(129));
  process.once('SIGINT', () => end(130));
  process.once('SIGTERM', () => end(143));
  // An npm that is ended takes its shell along but not what the shell runs: us. Then our parent is another.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(143), 1000).unref();
  process.once('exit', () => {
    for (const child of living) signal(child, 'SIGKILL');
    for (const cleanup of cleanups) cleanup();
  });
}
