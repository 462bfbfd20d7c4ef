// Builds the app into out/ and makes sure of what the result still asks for when it runs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withElectron } from './electron-path.mjs';
import { run } from './processes.mjs';
import { inProject, root, runMain, Stop } from './project.mjs';
import { setUp } from './setup.mjs';

/** Everything that the build reads; node_modules is told by the lock file. */
const inputs = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const stamp = inProject('out', '.built');

/** Builds, unless both the sources and the last result are exactly as they were. */
export async function build() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) {
    console.log('Build: nothing changed since the last one.');
    return;
  }
  rmSync(inProject('out'), { recursive: true, force: true });
  const { code } = await run(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build'], {
    cwd: root,
    env: withElectron(),
  });
  if (code !== 0) throw new Stop('The build failed; its own words are above.');
  const { surprises } = await import('./built-imports.mjs');
  const found = await surprises(inProject('out'));
  if (found.length > 0) throw new Stop(`The build is not what it should be:\n${found.map((line) => `  ${line}`).join('\n')}`);
  writeFileSync(stamp, state());
}

/** One hash over the sources and the result. */
function state() {
  const hash = createHash('sha256');
  for (const path of [...inputs, 'out']) addTo(hash, path);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path relative to the project */
function addTo(hash, path) {
  const absolute = inProject(path);
  if (absolute === stamp || !existsSync(absolute)) return;
  hash.update(`\0${path}\0`);
  const names = list(absolute);
  if (names) for (const name of names) addTo(hash, join(path, name));
  else hash.update(readFileSync(absolute));
}

/** @param {string} path @returns {string[] | undefined} a folder's names, sorted; undefined for a file */
function list(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await setUp({ quiet: true });
    await build();
  });
}
