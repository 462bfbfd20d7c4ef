// The saved views of this desk, as the page holds them: each with how many orders it finds now.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { describeError } from '../../shared/errors/describe.ts';
import type { HistoryQuery } from '../../shared/ipc/order-schemas.ts';
import { type Look, MOST_VIEWS, type SavedView } from '../../shared/ipc/view-requests.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { counted } from '../ui/format-time.ts';

export interface ViewsState {
  /** null: not read yet. */
  readonly views: readonly SavedView[] | null;
  /** By name, as far as they have been counted. */
  readonly counts: ReadonlyMap<string, number>;
  /** The one that was deleted last, and where it stood. */
  readonly deleted: { readonly view: SavedView; readonly at: number } | null;
  read(): Promise<void>;
  /** Counts anew how many orders each finds. */
  count(): Promise<void>;
  /** @returns what is wrong with the name, or null: it was saved. A view of that name is not replaced. */
  add(view: SavedView): Promise<string | null>;
  /** @returns what is wrong with the new name, or null. */
  rename(name: string, to: string): Promise<string | null>;
  /** What the view shows is from now on what is shown. */
  replace(name: string, query: HistoryQuery, look: Look): Promise<void>;
  remove(name: string): Promise<void>;
  undo(): Promise<void>;
  move(name: string, by: -1 | 1): Promise<void>;
  exportAll(): Promise<void>;
  importMore(): Promise<void>;
}

export type ViewsStore = StoreApi<ViewsState>;

export function createViewsStore(client: Client, announcements: Announcements): ViewsStore {
  return createStore<ViewsState>((set, get) => {
    const list = () => get().views ?? [];
    const save = async (views: readonly SavedView[]): Promise<boolean> => {
      const saved = await client.request('views.save', { views: [...views] });
      if (saved.ok) set({ views: saved.value });
      else announcements.getState().fail(`The views were not saved. ${describeError(saved.error)}`);
      return saved.ok;
    };
    const changeOne = (name: string, change: (view: SavedView) => SavedView) =>
      save(list().map((view) => (view.name === name ? change(view) : view)));
    const wrongWith = (name: string, except: string | null): string | null => {
      if (name === '') return 'Give the view a name.';
      const taken = list().some((view) => view.name !== except && view.name.toLowerCase() === name.toLowerCase());
      return taken ? 'There is a view of that name. Choose another name, or delete that one first.' : null;
    };
    return {
      views: null,
      counts: new Map(),
      deleted: null,
      async read() {
        const read = await client.request('views.read', null);
        if (read.ok) set({ views: read.value });
      },
      async count() {
        const views = list();
        if (views.length === 0) return;
        const counts = await client.request('history.counts', { queries: views.map(({ query }) => query) });
        if (counts.ok) set({ counts: new Map(views.map(({ name }, at) => [name, counts.value[at] ?? 0])) });
      },
      async add(view) {
        const name = view.name.trim();
        const wrong = list().length >= MOST_VIEWS ? `There are ${MOST_VIEWS} views. Delete one first.` : wrongWith(name, null);
        if (wrong !== null) return wrong;
        if (await save([...list(), { ...view, name }])) await get().count();
        return null;
      },
      async rename(name, typed) {
        const to = typed.trim();
        const wrong = wrongWith(to, name);
        if (wrong !== null) return wrong;
        if (await changeOne(name, (view) => ({ ...view, name: to }))) await get().count();
        return null;
      },
      async replace(name, query, look) {
        if (!(await changeOne(name, (view) => ({ ...view, query, look })))) return;
        announcements.getState().announce(`The view “${name}” was changed.`);
        await get().count();
      },
      async remove(name) {
        const at = list().findIndex((view) => view.name === name);
        const view = list()[at];
        if (view !== undefined && (await save(list().toSpliced(at, 1)))) set({ deleted: { view, at } });
      },
      async undo() {
        const { deleted } = get();
        if (deleted === null || wrongWith(deleted.view.name, null) !== null) return;
        if (!(await save(list().toSpliced(deleted.at, 0, deleted.view)))) return;
        set({ deleted: null });
        await get().count();
      },
      async move(name, by) {
        const from = list().findIndex((view) => view.name === name);
        const view = list()[from];
        const to = from + by;
        if (view === undefined || to < 0 || to >= list().length) return;
        await save(list().toSpliced(from, 1).toSpliced(to, 0, view));
      },
      async exportAll() {
        const saved = await client.request('views.export', null);
        if (!saved.ok) announcements.getState().fail(`The views were not exported. ${describeError(saved.error)}`);
        else if (saved.value !== null) announcements.getState().announce(`The views were saved in ${saved.value}.`);
      },
      async importMore() {
        const taken = await client.request('views.import', null);
        if (!taken.ok) return announcements.getState().fail(describeError(taken.error));
        if (taken.value === null) return;
        const { views, added, renamed } = taken.value;
        set({ views });
        announcements.getState().announce(importWords(added, renamed));
        await get().count();
      },
    };
  });
}

function importWords(added: number, renamed: number): string {
  if (added === 0) return 'All views of that file are here already.';
  const also = renamed === 0 ? '' : ` ${renamed === 1 ? 'One was' : `${renamed} were`} renamed, because that name was taken.`;
  return `${counted(added, 'view')} ${added === 1 ? 'was' : 'were'} added.${also}`;
}

/** The view that shows just what is shown; null: none does. */
export function activeView(views: readonly SavedView[] | null, query: HistoryQuery, look: Look): SavedView | null {
  const shown = JSON.stringify([query.text.trim(), query.state, query.sort, look.columns, look.density]);
  const same = (view: SavedView) =>
    JSON.stringify([view.query.text.trim(), view.query.state, view.query.sort, view.look.columns, view.look.density]) === shown;
  return views?.find(same) ?? null;
}
