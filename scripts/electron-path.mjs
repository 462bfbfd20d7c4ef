// Finds the Electron binary in use; as a command, prints it and nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, readJson, runMain, Stop } from './project.mjs';
import { copyBinary } from './setup/registry-copy.mjs';

/** @typedef {{ path: string, source: 'environment' | 'official' | 'registry copy' }} ElectronBinary */

/** Where Electron's own packages keep the executable, by platform. */
const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * The binary in use: what the environment names, then the official download, then the pinned registry copy.
 * @param {{ env?: NodeJS.ProcessEnv, packageDir?: string, copy?: string, platform?: string }} options replaced by tests
 * @returns {ElectronBinary | undefined}
 */
export function findElectron(options = {}) {
  const { env = process.env, packageDir = inProject('node_modules', 'electron'), copy = copyBinary, platform = process.platform } = options;
  const executable = executables[/** @type {keyof typeof executables} */ (platform)] ?? 'electron';
  const named = env.ELECTRON_EXEC_PATH || (env.ELECTRON_OVERRIDE_DIST_PATH && join(env.ELECTRON_OVERRIDE_DIST_PATH, executable));
  if (named) {
    if (!existsSync(named)) throw new Stop(`ELECTRON_EXEC_PATH or ELECTRON_OVERRIDE_DIST_PATH names ${named}, which is not there.`);
    return { path: named, source: 'environment' };
  }
  const official = join(packageDir, 'dist', executable);
  if (existsSync(official) && isWholeDownload(packageDir)) return { path: official, source: 'official' };
  return existsSync(copy) ? { path: copy, source: 'registry copy' } : undefined;
}

/** @returns {string} the binary's path; throws a sentence where there is none */
export function electronPath() {
  const found = findElectron();
  if (!found) throw new Stop('There is no Electron runtime yet: run `npm run setup`.');
  return found.path;
}

/**
 * The environment that makes Electron, electron-vite and Playwright use this binary.
 * @param {NodeJS.ProcessEnv} env
 */
export function withElectron(env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return { ...rest, ELECTRON_EXEC_PATH: electronPath() };
}

/**
 * The installer writes path.txt last; a download for another version is as good as none.
 * @param {string} packageDir
 */
function isWholeDownload(packageDir) {
  try {
    const version = readFileSync(join(packageDir, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return existsSync(join(packageDir, 'path.txt')) && version === readJson(join(packageDir, 'package.json')).version;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => console.log(electronPath()));
}
