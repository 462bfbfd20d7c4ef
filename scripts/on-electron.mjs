// Runs a Node program on Electron's own Node: the one that ships, whatever Node this machine has.
import { pathToFileURL } from 'node:url';
import { electronPath } from './electron-path.mjs';
import { run } from './processes.mjs';
import { root, runMain, Stop } from './project.mjs';

/**
 * @param {string} program relative to the project
 * @param {readonly string[]} args
 * @returns {[command: string, args: string[], env: NodeJS.ProcessEnv]} the command line that runs it
 */
export function onElectron(program, ...args) {
  return [electronPath(), [program, ...args], { ...process.env, ELECTRON_RUN_AS_NODE: '1' }];
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runOnElectron(program, args) {
  const [command, line, env] = onElectron(program, ...args);
  return (await run(command, line, { cwd: root, env })).code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [program, ...args] = process.argv.slice(2);
  await runMain(() => {
    if (!program) throw new Stop('Name a program: node scripts/on-electron.mjs FILE [ARGUMENTS]');
    return runOnElectron(program, args);
  });
}
