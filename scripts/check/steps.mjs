// The steps of the whole gate, each one command; the slow ones first, so that two at a time end soon.
import { onElectron } from '../on-electron.mjs';
import { inProject } from '../project.mjs';
import { unitArguments, vitest } from '../unit.mjs';

/** @typedef {{ name: string, command: string, args: string[], env: NodeJS.ProcessEnv }} CheckStep */

export const unitStep = 'unit tests';
export const unitReport = inProject('test-results', 'unit.json');

const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
const typed = ['src/main', 'src/renderer', 'tests', 'src/preload', 'src/shared', 'scripts'];

/**
 * @param {{ fix: boolean, whole: boolean }} options fix: write formatting, import order and safe fixes instead of complaining;
 *   whole: with the simulation, which alone takes as long as half of the other unit tests
 * @returns {CheckStep[]}
 */
export function checkSteps({ fix, whole }) {
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  return [
    viaElectron(unitStep, vitest, ...unitArguments, ...(whole ? [] : ['--exclude', 'tests/simulation/**']), ...reports),
    ...typed.map((folder) => viaNode(`types of ${folder}`, 'node_modules/typescript/bin/tsc', '-p', folder, ...remembered(folder))),
    viaNode('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...(fix ? ['--write'] : [])),
    viaNode('dead code', 'node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'),
    viaElectron('walls', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', 'scripts/check/walls.mjs'),
    viaNode('OpenAPI lint', 'node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml'),
    viaNode(
      'generated types',
      'node_modules/openapi-typescript/bin/cli.js',
      'openapi.yaml',
      '--output',
      'src/main/http/api.gen.ts',
      '--check',
    ),
  ];
}

/** @param {string} name @param {...string} args @returns {CheckStep} */
function viaNode(name, ...args) {
  return { name, command: process.execPath, args, env };
}

/** @param {string} name @param {string} program @param {...string} args @returns {CheckStep} */
function viaElectron(name, program, ...args) {
  const [command, line, itsEnv] = onElectron(program, ...args);
  return { name, command, args: line, env: { ...itsEnv, NO_COLOR: '1' } };
}

/** The compiler looks only at what changed since it last ran. @param {string} folder */
function remembered(folder) {
  return ['--incremental', '--tsBuildInfoFile', inProject('node_modules', '.cache', 'types', `${folder.replace('/', '-')}.json`)];
}
