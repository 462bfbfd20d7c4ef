// The file of views: what people made is never lost to damage, and nothing broken in it keeps anybody from working.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createViewsFile } from '../../../src/main/settings/views-file.ts';
import { BUILT_IN_VIEWS, FIRST_LOOK, FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import type { HistoryPlace, SavedView } from '../../../src/shared/ipc/view-requests.ts';

const PAT = { server: 'https://shop.example', username: 'pat' };
const SITA = { ...PAT, username: 'sita' };
const MINE: SavedView = { name: 'Large ones', query: { ...FIRST_QUERY, text: 'amount:>500' }, look: FIRST_LOOK };
const PLACE: HistoryPlace = { query: FIRST_QUERY, look: FIRST_LOOK, top: 40, selected: 41, reading: false, width: 500 };

let folder: string;
let lines: string[];
const path = (): string => join(folder, 'views.json');
const open = () => createViewsFile(path(), (line) => lines.push(line));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-views-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('begins with the views that Paydesk comes with, and without a word in the log', () => {
  expect(open().views()).toEqual(BUILT_IN_VIEWS);
  expect(open().place(PAT)).toBeNull();
  expect(lines).toEqual([]);
});

it('gives back at the next start what was saved, also that there is no view at all', () => {
  open().saveViews([MINE]);
  expect(open().views()).toEqual([MINE]);
  open().saveViews([]);
  expect(open().views()).toEqual([]);
  expect(readdirSync(folder)).toEqual(['views.json']);
});

it('keeps each person’s place at each server apart', () => {
  const file = open();
  file.savePlace(PAT, PLACE);
  file.savePlace(SITA, { ...PLACE, top: null });
  file.savePlace({ ...PAT, server: 'https://other.example' }, { ...PLACE, top: 7 });
  file.savePlace(PAT, { ...PLACE, top: 50 });
  const next = open();
  expect([next.place(PAT)?.top, next.place(SITA)?.top, next.place({ ...PAT, server: 'https://other.example' })?.top]).toEqual([
    50,
    null,
    7,
  ]);
});

it('forgets who was here longest ago, so that the file stays small', () => {
  const file = open();
  for (let person = 0; person < 40; person += 1) file.savePlace({ ...PAT, username: `p${person}` }, PLACE);
  expect(file.place({ ...PAT, username: 'p0' })).toBeNull();
  expect(file.place({ ...PAT, username: 'p39' })).toEqual(PLACE);
});

it.each(['', '{', 'not json', '[]', 'null', '{"views": []}', '\0\0'])('sets a damaged file aside and says so: %j', (text) => {
  writeFileSync(path(), text);
  expect(open().views()).toEqual(BUILT_IN_VIEWS);
  expect(lines).toEqual(['the file of views is damaged: it was set aside']);
  expect(readFileSync(`${path()}.damaged`, 'utf8')).toBe(text);
});

it('keeps all the rest where one view or one place cannot be read, and of two with one name the first', () => {
  const broken = { ...MINE, look: { columns: ['unheard of'], density: 'compact' } };
  const again = { ...MINE, name: 'LARGE ONES' };
  writeFileSync(path(), JSON.stringify({ version: 1, views: [broken, MINE, 7, again], places: [{ ...PAT, place: PLACE }, null] }));
  expect(open().views()).toEqual([MINE]);
  expect(open().place(PAT)).toEqual(PLACE);
  expect(new Set(lines)).toEqual(
    new Set(['file of views: a view could not be read and was dropped', 'file of views: a place could not be read and was dropped']),
  );
});

it('leaves the file of a newer Paydesk as it is', () => {
  const text = JSON.stringify({ version: 2, views: ['of a kind to come'], places: [] });
  writeFileSync(path(), text);
  const file = open();
  file.saveViews([MINE]);
  expect(file.views()).toEqual([MINE]);
  expect(readFileSync(path(), 'utf8')).toBe(text);
});

it('holds until Paydesk closes what cannot be written, and says so in the log', () => {
  const file = createViewsFile(join(path(), 'in a file', 'views.json'), (line) => lines.push(line));
  writeFileSync(path(), '');
  file.saveViews([MINE]);
  expect(file.views()).toEqual([MINE]);
  expect(lines).toEqual([expect.stringMatching(/^views not written: /)]);
});
