// Are the packages in node_modules those of package-lock.json?
import { run } from '../processes.mjs';
import { inProject, readJson, Stop } from '../project.mjs';
import { npm, withNodeHeaders } from './npm.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/** @type {import('./progress.mjs').Step} */
export const nodePackages = {
  title: 'npm packages',
  async ensure(say) {
    const wanted = readJson(inProject('package-lock.json'));
    if (!wanted) throw new Stop('package-lock.json is missing or broken: restore it from git and run the command again.');
    // npm writes this file last, and again at each `npm install`: it tells what is really there.
    if (isInstalled(wanted, readJson(inProject('node_modules', '.package-lock.json')))) return 'as package-lock.json says';
    say('npm ci (a minute or two)');
    const [command, args] = npm('ci');
    const { code } = await run(command, args, { env: withNodeHeaders() });
    if (code !== 0) throw new Stop('npm ci failed; its own words are above. Once that is settled, run the command again.');
    return 'installed';
  },
};

/**
 * Whether what npm says it installed is what the lock file wants. Optional packages may be absent: they are for other platforms.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  const there = installed?.packages;
  const locked = wanted.packages;
  if (!there || !locked) return false;
  const same = Object.entries(locked).every(([path, entry]) => {
    const found = there[path];
    if (path === '') return true;
    return found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional === true;
  });
  return same && Object.keys(there).every((path) => path in locked);
}
