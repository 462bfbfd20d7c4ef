// The walls of the architecture stand: each import across one is named, each lawful one is let through.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import walls from '../../scripts/check/walls.mjs';

const lawless = [
  ['src/shared/clock.ts', 'node:fs', 'shared-is-pure'],
  ['src/shared/ipc/store.ts', '../../main/store/open.ts', 'shared-is-pure'],
  ['src/renderer/page.ts', '../main/http/send.ts', 'renderer-knows-shared-only'],
  ['src/renderer/shell.ts', 'electron', 'electron-has-few-doors'],
  ['src/renderer/files.ts', 'node:fs', 'renderer-has-no-node'],
  ['src/preload/extra.ts', '../shared/money.ts', 'preload-is-the-bridge'],
  ['src/main/app/window.ts', '../../renderer/view.ts', 'main-knows-no-page'],
  ['src/main/orders/pull.ts', '../session/token.ts', 'features-do-not-meet'],
  ['src/main/http/pull.ts', '../session/token.ts', 'http-stands-alone'],
  ['src/main/insights/sum.ts', '../session/token.ts', 'features-do-not-meet'],
  ['src/main/store/pull.ts', '../session/token.ts', 'store-knows-http-only'],
  ['src/main/ipc/serve.ts', '../session/token.ts', 'frame-knows-no-feature'],
  ['src/main/store/desk.ts', '../desk/desk.ts', 'desk-is-the-top'],
  ['src/main/orders/net.ts', 'electron', 'electron-has-few-doors'],
  ['src/main/session/other-store.ts', 'keytar', 'keytar-has-one-door'],
  ['src/main/http/circle.ts', './cycle.ts', 'no-cycle'],
  ['src/main/http/lost.ts', './nowhere.ts', 'resolvable'],
  ['src/main/index.ts', '../../tests/fake.ts', 'product-knows-no-tests'],
] as const;

const lawful = [
  ['src/shared/ipc/schema.ts', 'valibot'],
  ['src/shared/ipc/words.ts', '../money.ts'],
  ['src/renderer/list.ts', '../shared/money.ts'],
  ['src/preload/index.ts', 'electron'],
  ['src/preload/bridge.ts', '../shared/ipc/words.ts'],
  ['src/main/app/menu.ts', 'electron'],
  ['src/main/app/network.ts', '../http/send.ts'],
  ['src/main/session/keytar-store.ts', 'keytar'],
  ['src/main/orders/map.ts', '../http/send.ts'],
  ['src/main/orders/save.ts', '../store/open.ts'],
  ['src/main/orders/list.ts', './map.ts'],
  ['src/main/desk/desk.ts', '../session/token.ts'],
  ['src/main/store/read.ts', '../http/send.ts'],
  ['src/main/orders/money.ts', '../../shared/money.ts'],
] as const;

const targets = {
  'src/shared/money.ts': '',
  'src/main/store/open.ts': '',
  'src/main/http/send.ts': '',
  'src/main/session/token.ts': '',
  'src/main/http/cycle.ts': "import type { c } from './circle.ts'; export type a = c;",
  'src/renderer/view.ts': '',
  'tests/fake.ts': '',
  'node_modules/electron/index.js': '',
  'node_modules/keytar/index.js': '',
  'node_modules/valibot/index.js': '',
};

let folder: string;
let found: Map<string, string[]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-walls-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(targets)) write(path, text || 'export const a = 1;');
  for (const name of ['electron', 'keytar', 'valibot'])
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
  // Type-only, as the sly ones are.
  for (const [path, target] of [...lawless, ...lawful]) write(path, `import type { a } from '${target}'; export type c = a;`);
  const { forbidden, options } = walls as { forbidden: object[]; options: ICruiseOptions };
  const result = await cruise(['src'], { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } } as ICruiseOptions);
  if (typeof result.output === 'string') throw new TypeError('dependency-cruiser answered with text');
  found = new Map();
  for (const { from, rule } of result.output.summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(lawless)('%s may not import %s', (path, _target, rule) => {
  expect(found.get(path)).toContain(rule);
});

it.each(lawful)('%s may import %s', (path) => {
  expect(found.get(path)).toBeUndefined();
});

it('every wall is tried by one of these', () => {
  const tried = new Set<string>(lawless.map(([, , rule]) => rule));
  expect((walls as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});
