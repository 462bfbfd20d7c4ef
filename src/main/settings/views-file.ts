// The saved views of this desk, and where each person left the history, in one small file.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { BUILT_IN_VIEWS } from '../../shared/domain/built-in-views.ts';
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import { type HistoryPlace, historyPlace, MOST_VIEWS, type SavedView, savedView } from '../../shared/ipc/view-requests.ts';

export interface ViewsFile {
  views(): readonly SavedView[];
  saveViews(views: readonly SavedView[]): void;
  place(owner: Owner): HistoryPlace | null;
  savePlace(owner: Owner, place: HistoryPlace): void;
}

interface Kept {
  readonly views: readonly SavedView[];
  /** Who was here last stands first. */
  readonly places: readonly (Owner & { readonly place: HistoryPlace })[];
}

const VERSION = 1;
/** More people than share a counter computer; the file stays small all the same. */
const MOST_PLACES = 30;
const NOTHING: Kept = { views: BUILT_IN_VIEWS, places: [] };

/** A damaged file gives the views that Paydesk comes with; it is kept beside, because people have made what was in it. */
export function createViewsFile(path: string, log: (line: string) => void): ViewsFile {
  const read = readKept(path, log);
  let kept = read.kept;
  const save = (change: Partial<Kept>): void => {
    kept = { ...kept, ...change };
    if (!read.mayWrite) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Renaming is atomic: a crash leaves the old file or the new one, never half of one.
      writeFileSync(`${path}.new`, `${JSON.stringify({ version: VERSION, ...kept }, null, 2)}\n`);
      renameSync(`${path}.new`, path);
    } catch (thrown) {
      log(`views not written: ${thrown instanceof Error ? thrown.message : 'no reason given'}`);
    }
  };
  const isOf = (owner: Owner) => (kept: Owner) => kept.server === owner.server && kept.username === owner.username;
  return {
    views: () => kept.views,
    saveViews: (views) => save({ views }),
    place: (owner) => kept.places.find(isOf(owner))?.place ?? null,
    savePlace: ({ server, username }, place) => {
      const others = kept.places.filter((each) => !isOf({ server, username })(each));
      save({ places: [{ server, username, place }, ...others].slice(0, MOST_PLACES) });
    },
  };
}

const placeOf = v.object({ server: v.string(), username: v.string(), place: historyPlace });
const list = v.fallback(v.array(v.unknown()), []);
const keptFile = v.object({ version: v.number(), views: v.optional(v.unknown()), places: list });

function readKept(path: string, log: (line: string) => void): { readonly kept: Kept; readonly mayWrite: boolean } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { kept: NOTHING, mayWrite: true };
  }
  const file = v.safeParse(keptFile, parsed(text));
  if (!file.success) {
    log('the file of views is damaged: it was set aside');
    setAside(path, log);
    return { kept: NOTHING, mayWrite: true };
  }
  if (file.output.version > VERSION) {
    log('the file of views was written by a newer Paydesk: it is left as it is');
    return { kept: NOTHING, mayWrite: false };
  }
  const { views, places } = file.output;
  const whole = Array.isArray(views) ? readEach(savedView, views, 'view', log) : BUILT_IN_VIEWS;
  return { kept: { views: namedOnce(whole).slice(0, MOST_VIEWS), places: readEach(placeOf, places, 'place', log) }, mayWrite: true };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readEach<S extends v.GenericSchema>(schema: S, values: readonly unknown[], what: string, log: (line: string) => void) {
  return values.flatMap((value): v.InferOutput<S>[] => {
    const read = v.safeParse(schema, value);
    if (!read.success) log(`file of views: a ${what} could not be read and was dropped`);
    return read.success ? [read.output] : [];
  });
}

function namedOnce(views: readonly SavedView[]): readonly SavedView[] {
  const names = new Set<string>();
  return views.filter(({ name }) => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()));
}

function setAside(path: string, log: (line: string) => void): void {
  try {
    renameSync(path, `${path}.damaged`);
  } catch (thrown) {
    log(`the damaged file of views could not be set aside: ${thrown instanceof Error ? thrown.message : 'no reason given'}`);
  }
}
