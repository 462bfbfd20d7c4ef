// The saved views: chosen, saved, renamed, deleted, and carried from desk to desk.
import { Download, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { HistoryQuery } from '../../shared/ipc/order-schemas.ts';
import { LONGEST_VIEW_NAME, type Look, type SavedView } from '../../shared/ipc/view-requests.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Note } from '../ui/Note.tsx';
import { ViewRow } from './ViewRow.tsx';
import { activeView, type ViewsStore } from './views-store.ts';
import './views.css';

interface ViewsDialogProps {
  readonly store: ViewsStore;
  readonly query: HistoryQuery;
  readonly look: Look;
  readonly onChoose: (view: SavedView) => void;
  readonly onClose: () => void;
}

export function ViewsDialog({ store, query, look, onChoose, onClose }: ViewsDialogProps) {
  const { views, counts, deleted, ...act } = useStore(store);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { read, count } = act;
  useEffect(() => {
    void read().then(count);
  }, [read, count]);
  const active = activeView(views, query, look);
  const save = async () => {
    const problem = await act.add({ name, query, look });
    setWrong(problem);
    if (problem === null) setName('');
  };
  /** What was deleted takes its button along: the focus goes on to what stands there now. */
  const remove = async (at: number, gone: string) => {
    await act.remove(gone);
    const rows = list.current?.querySelectorAll<HTMLElement>('.view-choose') ?? [];
    (rows[Math.min(at, rows.length - 1)] ?? list.current?.closest('form')?.querySelector('input'))?.focus();
  };
  return (
    <FormDialog title="Views" open wide onClose={onClose} invalid={wrong === null ? {} : { name: wrong }} onSubmit={() => void save()}>
      {views?.length === 0 ? (
        <p className="soft">No view is saved. Search, filter and sort the history, then save it here as a view.</p>
      ) : null}
      <ul className="views" ref={list} aria-label="Saved views">
        {views?.map((view, at) => (
          <ViewRow
            key={view.name}
            view={view}
            at={at}
            last={at === views.length - 1}
            count={counts.get(view.name) ?? null}
            active={view === active}
            onChoose={() => onChoose(view)}
            onRename={(to) => act.rename(view.name, to)}
            onReplace={() => act.replace(view.name, query, look)}
            onMove={(by) => void act.move(view.name, by)}
            onDelete={() => void remove(at, view.name)}
          />
        ))}
      </ul>
      {deleted === null ? null : (
        <Note tone="info">
          The view “{deleted.view.name}” was deleted.{' '}
          <button type="button" className="inline-action" onClick={() => void act.undo()}>
            Bring it back
          </button>
        </Note>
      )}
      <div className="views-save">
        <Field
          label="Save what is shown now as"
          value={name}
          onChange={(typed) => {
            setName(typed);
            setWrong(null);
          }}
          maxLength={LONGEST_VIEW_NAME}
          placeholder="Name of the view"
          error={wrong ?? undefined}
        />
        <Button type="submit" kind="primary">
          Save view
        </Button>
      </div>
      <div className="dialog-actions">
        <Button icon={<Download size={14} aria-hidden="true" />} onPress={() => void act.importMore()}>
          Import…
        </Button>
        <Button icon={<Upload size={14} aria-hidden="true" />} onPress={() => void act.exportAll()}>
          Export…
        </Button>
        <Button onPress={onClose}>Close</Button>
      </div>
    </FormDialog>
  );
}
