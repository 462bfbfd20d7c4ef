// Attack: a hole in Chromium's renderer. Whoever gets through it must still stand in the operating system's sandbox, without rights.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

/** `nobody`: an ordinary user that every Linux has. Chromium starts no sandbox for root. */
const ORDINARY = 65_534;
const electron = process.env['ELECTRON_EXEC_PATH'] ?? '';
const asRoot = process.getuid?.() === 0;
const as = asRoot ? { uid: ORDINARY, gid: ORDINARY } : {};

test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has');
test.skip(
  spawnSync('test', ['-r', 'out/main/index.js', '-a', '-x', electron], as).status !== 0,
  'run as root from a folder that no ordinary user may read',
);
test.skip(
  spawnSync('unshare', ['--user', 'true'], as).status !== 0,
  'this kernel gives an ordinary user no namespaces, so Chromium has no sandbox',
);

test('the page’s process is confined: system calls filtered, no new rights, no flag that turns it off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-sandbox-'));
  if (asRoot) chownSync(folder, ORDINARY, ORDINARY);
  const { DBUS_SESSION_BUS_ADDRESS: _, ...env } = process.env;
  const app = spawn(electron, ['.', `--user-data-dir=${folder}`], {
    ...as,
    env: { ...env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder },
    stdio: 'ignore',
  });
  try {
    await expect.poll(() => pageProcesses(app).length, { message: 'a page process' }).toBe(1);
    const [page] = pageProcesses(app);
    // Chromium confines the process before it lets a page in; until then it has only begun.
    await expect.poll(() => statusOf(page?.pid ?? 0)).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
    expect(page?.line).toContain('--enable-sandbox');
    expect(page?.line).not.toContain('--no-sandbox');
    if (asRoot) expect(statusOf(page?.pid ?? 0)['Uid']).not.toMatch(/^0\b/);
  } finally {
    app.kill();
    await new Promise((resolve) => (app.exitCode === null && app.signalCode === null ? app.once('exit', resolve) : resolve(null)));
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Process {
  readonly pid: number;
  readonly line: string;
}

/** Below the app in the tree of processes, those that hold a page. */
function pageProcesses(app: ChildProcess): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statusOf(Number(name))['PPid'] ?? 0) }));
  const below = new Set([app.pid ?? 0]);
  for (const _round of [1, 2, 3]) for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  return [...below].map((pid) => ({ pid, line: lineOf(pid) })).filter(({ line }) => line.includes('--type=renderer'));
}

function lineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function statusOf(pid: number): Readonly<Record<string, string>> {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
    return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
  } catch {
    return {};
  }
}
