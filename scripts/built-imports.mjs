// What the built main process and preload still import when they run; a bundler that packs a native module in stays green otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { parseAst } from 'vite';

const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
/** Newer than the Node that may run this script. */
const isBuiltin = (/** @type {string} */ name) => name.startsWith('node:') || builtins.has(name);

/**
 * @param {string} out the build's folder
 * @returns {Promise<string[]>} one sentence for each thing that should not be so
 */
export async function surprises(out) {
  const main = scripts(join(out, 'main'));
  const preload = scripts(join(out, 'preload'));
  const mainImports = main.flatMap((file) => outside(file));
  const unexpected = [
    ...mainImports.filter(({ name }) => name !== 'electron' && name !== 'keytar' && !isBuiltin(name)),
    ...preload.flatMap((file) => outside(file)).filter(({ name }) => name !== 'electron'),
  ].map(({ file, name }) => `${file} imports ${name}, which is not there at run time`);
  if (main.length === 0) unexpected.push(`${join(out, 'main')} holds no script`);
  else if (!mainImports.some(({ name }) => name === 'keytar'))
    unexpected.push('keytar, a native module, was packed into the main process or is unused');
  if (preload.length !== 1 || !preload[0]?.endsWith('index.cjs'))
    unexpected.push(`the preload must be one file, index.cjs; it is ${preload.join(', ') || 'missing'}`);
  return unexpected;
}

/** @param {string} folder @returns {string[]} */
function scripts(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[cm]?js$/.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** @param {string} file */
function outside(file) {
  return importsOf(readFileSync(file, 'utf8'))
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ file, name }));
}

/**
 * The modules that a script names in import, export from, import() and require().
 * @param {string} source
 * @returns {string[]}
 */
export function importsOf(source) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {any[]} */
  const open = [parseAst(source, { lang: 'js', sourceType: 'unambiguous' })];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) open.push(...node);
    else if (node && typeof node === 'object') {
      const asked = node.type === 'CallExpression' ? isRequire(node.callee) && node.arguments[0] : node.source;
      if (asked?.type === 'Literal' && typeof asked.value === 'string') names.add(asked.value);
      open.push(...Object.values(node));
    }
  }
  return [...names];
}

/** Bundlers name their require `__require`, `require$1` and the like. @param {any} callee */
function isRequire(callee) {
  return callee.type === 'Identifier' && /^_*require(\$\d+)?$/.test(callee.name);
}
