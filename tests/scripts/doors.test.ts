// Each way out of the program has one door: the one file that names it. Whoever needs it is handed it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const doors = {
  ipcMain: /\bipcMain\b/,
  ipcRenderer: /\bipcRenderer\b/,
  'shell.openExternal': /\bshell\.openExternal\b/,
  'net.fetch': /\bnet\.fetch\b/,
  keytar: /['"]keytar['"]/,
  'window.paydesk': /\b(window|globalThis)\.paydesk\b/,
};

/** Comments may name a door freely. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: withoutComments(readFileSync(join(src, name), 'utf8')) }));

it.each(Object.entries(doors))('%s has one door', (_name, pattern) => {
  const files = sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
  expect(files.slice(1), `${files[0]} is the door; these go round it`).toEqual([]);
});
