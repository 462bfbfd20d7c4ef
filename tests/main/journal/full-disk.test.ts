// A disk that is really full: a small file system in memory, mounted for one process in namespaces of its own. Where that is not allowed the
// test is skipped, and the simulated one in database.test.ts remains.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from './a-journal.ts';

const unshare = ['--user', '--map-root-user', '--mount'];
const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;

it.skipIf(!mayMount)('refuses the ask that does not fit, keeps all that were acknowledged, and goes on when there is room', () => {
  const script = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1"';
  const program = join(import.meta.dirname, 'fill-disk.ts');
  const { status, stdout, stderr } = spawnSync('unshare', [...unshare, 'sh', '-c', script, 'sh', aFolder(), process.execPath, program], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  expect(status, stderr).toBe(0);
  const told = JSON.parse(stdout) as Record<string, unknown>;
  expect(told).toMatchObject({
    refusal: 'full',
    afterwards: true,
    missing: 0,
    setAside: null,
    verdict: { ok: true, value: { sound: true } },
  });
  const acknowledged = Number(told['acknowledged']);
  expect(acknowledged).toBeGreaterThan(10);
  // Not one more than was acknowledged, not one less; what was refused with `full` left nothing behind.
  expect(told['read']).toBe(acknowledged + 20 - Number(told['again']));
  expect(told['entries']).toBe(Number(told['read']) + 1);
});
