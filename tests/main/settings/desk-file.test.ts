import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskFile, type Desk } from '../../../src/main/settings/desk-file.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/ipc/session-schemas.ts';

const DEFAULTS = { server: '', username: '', acceptPlainHttp: false, settings: DEFAULT_SETTINGS, updateMethods: {}, servers: [] };
/** None of them as by default. */
const SETTINGS = {
  ...({ theme: 'dark', currency: 'EUR', hold: 7, confirmAbove: '500.00', letterKeys: false, notifications: false } as const),
  ...{ keepHistory: true, timeZone: 'Europe/Vienna' },
} satisfies Settings;
const FULL = {
  server: 'https://shop.example',
  username: 'ram',
  acceptPlainHttp: true,
  settings: SETTINGS,
  updateMethods: { 'https://shop.example': 'PATCH' },
  servers: [
    { address: 'https://shop.example', name: 'Himal', colour: 'green', kind: 'production', username: 'ram', acceptPlainHttp: true },
    { address: 'https://try.example/shop', name: 'Staging', colour: 'amber', kind: 'test', username: '', acceptPlainHttp: false },
  ],
} as const satisfies Desk;

let folder: string;
let lines: string[];
const path = (): string => join(folder, 'desk.json');
const open = (at = path()) => createDeskFile(at, (line) => lines.push(line));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-file-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('reading', () => {
  it('starts with the defaults where there is no file, and says so in the log', () => {
    expect(open().read()).toEqual(DEFAULTS);
    expect(lines).toEqual(['no desk file yet: starting with the defaults']);
  });

  it.each(['', '{', 'not json', '{"server": "https://sh', '\0\0\0\0'])('starts with the defaults where the file is damaged: %j', (text) => {
    writeFileSync(path(), text);
    expect(open().read()).toEqual(DEFAULTS);
    expect(lines).toEqual(['the desk file is damaged: starting with the defaults']);
  });

  it.each(['[]', 'null', '7', '"text"', '{}'])('starts with the defaults where the file holds something else: %s', (text) => {
    writeFileSync(path(), text);
    expect(open().read()).toEqual(DEFAULTS);
  });

  it.each([
    ['server', 7],
    ['username', null],
    ['acceptPlainHttp', 'yes'],
    ['settings', 'dark'],
    ['settings', null],
    ['updateMethods', 'PATCH'],
    ['updateMethods', { 'https://shop.example': 3 }],
  ])('keeps all the rest where %s is damaged', (field, value) => {
    writeFileSync(path(), JSON.stringify({ ...FULL, [field]: value }));
    expect(open().read()).toEqual({ ...FULL, [field]: DEFAULTS[field as keyof typeof DEFAULTS] });
  });

  it.each([
    ['theme', 'purple'],
    ['currency', 'euro'],
    ['hold', 11],
    ['hold', -1],
    ['hold', '4'],
    ['confirmAbove', '1,000'],
    ['confirmAbove', 500],
    ['letterKeys', 'no'],
    ['notifications', 1],
  ] as const)('keeps all other settings where %s is damaged: %j', (name, value) => {
    writeFileSync(path(), JSON.stringify({ ...FULL, settings: { ...SETTINGS, [name]: value } }));
    expect(open().read()).toEqual({ ...FULL, settings: { ...SETTINGS, [name]: DEFAULT_SETTINGS[name] } });
  });

  it('takes settings that an older Paydesk did not know by their defaults, and drops what it does not know', () => {
    writeFileSync(path(), JSON.stringify({ ...FULL, settings: { theme: 'dark', currency: 'EUR', sound: true } }));
    expect(open().read().settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', currency: 'EUR' });
  });

  it('never accepts plain http because of a field that is missing', () => {
    writeFileSync(path(), JSON.stringify({ server: 'http://shop.example', username: 'ram' }));
    expect(open().read().acceptPlainHttp).toBe(false);
  });

  it('takes no folder for a file', () => {
    mkdirSync(path());
    expect(open().read()).toEqual(DEFAULTS);
  });
});

describe('the remembered servers', () => {
  const LOST = 'desk file: a remembered server could not be read and was dropped';
  const [himal, staging] = FULL.servers;

  it('of an older Paydesk are its last sign-in, and nothing of that is lost', () => {
    const { servers: _none, ...older } = FULL;
    writeFileSync(path(), JSON.stringify(older));
    const desk = open().read();
    expect(desk).toEqual({ ...older, servers: [{ ...himal, name: 'shop.example', colour: 'slate' }] });
    expect(lines).toEqual([]);
  });

  it('keep the yes to plain http of the older file', () => {
    writeFileSync(path(), JSON.stringify({ server: 'http://till.lan:8000', username: 'ram', acceptPlainHttp: true }));
    expect(open().read().servers).toMatchObject([{ address: 'http://till.lan:8000', username: 'ram', acceptPlainHttp: true }]);
  });

  it('are as they were at the next start', () => {
    open().save({ ...FULL, servers: [...FULL.servers] });
    expect(open().read().servers).toEqual(FULL.servers);
  });

  it.each([
    ['a text', ['https://a.example'], 1],
    ['one without an address', [{ name: 'A' }], 1],
    ['an address that is none', [{ address: 'nonsense://x' }, { address: 7 }, null], 3],
    ['one that repeats another', [himal, { ...himal, name: 'Again' }], 1],
    ['no list at all', { address: 'https://a.example' }, 0],
  ])('lose %s, with a line for each, and keep the others', (_what, broken, said) => {
    const list = Array.isArray(broken) ? [...broken, himal, staging] : broken;
    writeFileSync(path(), JSON.stringify({ ...FULL, servers: list }));
    const own = Array.isArray(broken) ? [himal, staging] : [{ ...himal, name: 'shop.example', colour: 'slate' }];
    expect(open().read().servers).toEqual(own);
    const repeats = Array.isArray(broken) && broken[0] === himal ? 1 : 0;
    expect(lines).toEqual(Array.from({ length: said + repeats }, () => LOST));
  });

  it.each([
    ['name', 7, 'try.example'],
    ['name', '  ', 'try.example'],
    ['name', 'x'.repeat(61), 'try.example'],
    ['colour', 'magenta', 'slate'],
    ['kind', 'practice', 'production'],
    ['username', null, ''],
    ['acceptPlainHttp', 'yes', false],
  ])('take the default for %s where it is %j', (field, value, instead) => {
    writeFileSync(path(), JSON.stringify({ ...FULL, servers: [himal, { ...staging, [field]: value }] }));
    expect(open().read().servers[1]).toEqual({ ...staging, [field]: instead });
  });
});

describe('saving', () => {
  it('is there at the next start, field by field', () => {
    const file = open();
    expect(file.save({ ...FULL })).toBe(true);
    expect(file.save({ username: 'sita' })).toBe(true);
    expect(file.read()).toEqual({ ...FULL, username: 'sita' });
    expect(open().read()).toEqual({ ...FULL, username: 'sita' });
  });

  it('makes the folder where there is none', () => {
    const deep = join(folder, 'not', 'there', 'desk.json');
    expect(open(deep).save({ ...FULL })).toBe(true);
    expect(open(deep).read()).toEqual(FULL);
  });

  it('leaves nothing but the file', () => {
    open().save({ ...FULL });
    expect(readdirSync(folder)).toEqual(['desk.json']);
  });

  it('leaves the old file whole when the new one cannot be written', () => {
    open().save({ ...FULL });
    const before = readFileSync(path(), 'utf8');
    // The new one is written beside it first; here that fails half way.
    mkdirSync(`${path()}.new`);
    const file = open();
    expect(file.save({ username: 'sita' })).toBe(false);
    expect(readFileSync(path(), 'utf8')).toBe(before);
    expect(file.read().username).toBe('sita');
    expect(lines.at(-1)).toMatch(/^desk file not written: /);
  });

  it('outlives a rest of a crashed write', () => {
    open().save({ ...FULL });
    writeFileSync(`${path()}.new`, '{"server": "https://ha');
    const file = open();
    expect(file.read()).toEqual(FULL);
    expect(file.save({ username: 'sita' })).toBe(true);
    expect(open().read().username).toBe('sita');
    expect(existsSync(`${path()}.new`)).toBe(false);
  });

  it('holds until the end where the folder cannot be written, and says so', () => {
    writeFileSync(join(folder, 'taken'), 'a file where a folder should be');
    const file = open(join(folder, 'taken', 'desk.json'));
    expect(file.save({ username: 'ram' })).toBe(false);
    expect(file.read().username).toBe('ram');
    expect(lines.at(-1)).toMatch(/^desk file not written: /);
  });
});
