// A disk that is really full: a small file system in memory, mounted for one process in namespaces of its own. Skipped where that is not allowed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from './support/a-history.ts';

const unshare = ['--user', '--map-root-user', '--mount'];
const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;

it.skipIf(!mayMount)('goes on in memory with what a pull tells, says so, and leaves the former history in the file', () => {
  const script = 'mount -t tmpfs -o size=4m tmpfs "$1" && exec "$2" "$3" "$1"';
  const program = join(import.meta.dirname, 'fill-disk.ts');
  const { status, stdout, stderr } = spawnSync('unshare', [...unshare, 'sh', '-c', script, 'sh', aFolder(), process.execPath, program], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    problems: ['not-kept'],
    shown: { latter: 500, former: 0 },
    put: 5_000,
    third: 500,
    after: { total: 900, asOf: 'former', problem: null, former: 500 },
    fourth: 500,
  });
});
