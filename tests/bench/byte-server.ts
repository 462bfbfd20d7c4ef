// A shop's server that costs next to nothing: its history is one array of bytes from a file; everything else the practice store answers.
// Also serves the page of the yardstick, so that it may read the same bytes. Argument: the file.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createPracticeStore } from '../../src/main/practice/store.ts';

const history = readFileSync(process.argv[2] ?? '');
const store = createPracticeStore({ behaviour: { orders: 1 } });
const others = getRequestListener((request) => store.fetch(request), { overrideGlobalObjects: false });

const own = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const GRID = join(import.meta.dirname, '../../node_modules/ag-grid-community/dist/ag-grid-community.min.js');
/** By path: type and content. */
const files: Readonly<Record<string, () => readonly [type: string, body: string | Buffer]>> = {
  '/api/orders/history/': () => ['application/json', history],
  '/bench/': () => ['text/html; charset=utf-8', own('ag-page.html')],
  '/bench/ag-page.js': () => ['text/javascript', stripTypeScriptTypes(own('ag-page.ts'))],
  '/bench/ag-grid.js': () => ['text/javascript', readFileSync(GRID)],
};

const server = createServer((incoming, outgoing) => {
  const file = files[(incoming.url ?? '').split('?')[0] ?? ''];
  if (file === undefined) {
    void others(incoming, outgoing);
    return;
  }
  const [type, body] = file();
  outgoing.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
