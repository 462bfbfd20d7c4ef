// Makes a fresh clone ready to build, run and test; says what it does, and does nothing twice.
import { pathToFileURL } from 'node:url';
import { runMain } from './project.mjs';
import { debianPackages } from './setup/debian-packages.mjs';
import { keychain } from './setup/keychain.mjs';
import { nodePackages } from './setup/node-packages.mjs';
import { nodeVersion } from './setup/node-version.mjs';
import { runSteps } from './setup/progress.mjs';
import { runtime } from './setup/runtime.mjs';

/** @param {{ quiet?: boolean, official?: boolean }} options quiet prints only what is actually done */
export function setUp({ quiet = false, official = false } = {}) {
  return runSteps([nodeVersion, debianPackages, nodePackages, keychain, runtime({ official })], { quiet });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const flags = process.argv.slice(2);
  await runMain(() => setUp({ quiet: flags.includes('--quiet'), official: flags.includes('--official') }));
}
