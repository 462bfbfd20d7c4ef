// How to call the npm that belongs to this Node, with its voice on and without downloads of headers.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The command line for npm. The project's .npmrc silences npm; here it has to be heard.
 * @param {...string} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(...args) {
  const spoken = [...args, '--loglevel=error', '--no-audit', '--no-fund'];
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...spoken]];
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/c', 'npm', ...spoken]] : ['npm', spoken];
}

/**
 * node-gyp downloads Node's headers unless it is told where they are; most installations of Node carry them.
 * @param {NodeJS.ProcessEnv} env
 */
export function withNodeHeaders(env = process.env) {
  const prefix = dirname(dirname(process.execPath));
  const known = env.npm_config_nodedir || !existsSync(join(prefix, 'include', 'node', 'node_api.h'));
  return known ? env : { ...env, npm_config_nodedir: prefix };
}
