// The yardstick of a pull: `fetch` and `JSON.parse` of the same bytes in Node, in a fresh process that has asked once before for something
// small, so that neither loading `fetch` nor connecting is in it. Run with an address it prints its milliseconds.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const HISTORY = '/api/orders/history/';

/** @returns milliseconds. */
export async function fetchAndParse(server: string): Promise<number> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(process.execPath, [import.meta.filename, server], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const piece of child.stdout) said += String(piece);
  const milliseconds = Number(said.trim());
  if (!(milliseconds > 0)) throw new Error(`the yardstick did not end well: ${said}`);
  return milliseconds;
}

async function timed(server: string): Promise<number> {
  await (await fetch(`${server}/api/`)).text();
  const began = performance.now();
  const orders: unknown = JSON.parse(await (await fetch(server + HISTORY)).text());
  const milliseconds = performance.now() - began;
  if (!Array.isArray(orders)) throw new Error('the server does not tell a list');
  return milliseconds;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(`${await timed(process.argv[2] ?? '')}\n`);
