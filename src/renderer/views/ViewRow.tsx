// One saved view: what it is called, how many orders it finds now, and what can be done with it.
import { ArrowDown, ArrowUp, Check, Pencil, Save, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LONGEST_VIEW_NAME, type SavedView } from '../../shared/ipc/view-requests.ts';
import { STATE_WORDS } from '../orders/order-words.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { grouped } from '../ui/format-time.ts';

interface ViewRowProps {
  readonly view: SavedView;
  readonly at: number;
  readonly last: boolean;
  /** null: not counted yet. */
  readonly count: number | null;
  /** It shows just what is shown. */
  readonly active: boolean;
  readonly onChoose: () => void;
  /** @returns what is wrong with the name, or null. */
  readonly onRename: (to: string) => Promise<string | null>;
  readonly onReplace: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDelete: () => void;
}

/** As many views as there are digits have a key. */
const KEYS = 9;

export function ViewRow({ view, at, last, count, active, ...act }: ViewRowProps) {
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <Renaming name={view.name} onRename={act.onRename} onDone={() => setRenaming(false)} />;
  return (
    <li className="view" data-active={active}>
      <button type="button" className="view-choose" aria-current={active || undefined} onClick={act.onChoose}>
        <span className="view-tick" aria-hidden="true">
          {active ? <Check size={14} /> : null}
        </span>
        <span className="view-name">
          <bdi className="cut">{view.name}</bdi>
          <span className="view-what soft cut">{whatItShows(view)}</span>
        </span>
        <span className="view-count number">{count === null ? '…' : grouped(count)}</span>
        {at < KEYS ? <kbd>Alt {at + 1}</kbd> : <span />}
      </button>
      <span className="view-acts">
        <Act label={`Move ${view.name} up`} icon={<ArrowUp size={14} />} unavailable={at === 0} onPress={() => act.onMove(-1)} />
        <Act label={`Move ${view.name} down`} icon={<ArrowDown size={14} />} unavailable={last} onPress={() => act.onMove(1)} />
        <Act label={`Rename ${view.name}`} icon={<Pencil size={14} />} onPress={() => setRenaming(true)} />
        <Act label={`Let ${view.name} show what is shown now`} icon={<Save size={14} />} unavailable={active} onPress={act.onReplace} />
        <Act label={`Delete ${view.name}`} icon={<Trash2 size={14} />} onPress={act.onDelete} />
      </span>
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly icon: React.ReactElement<{ 'aria-hidden'?: boolean }>;
  readonly unavailable?: boolean;
  readonly onPress: () => void;
}

function Act({ label, icon, unavailable = false, onPress }: ActProps) {
  return <Button kind="quiet" iconOnly icon={icon} aria-label={label} title={label} unavailable={unavailable} onPress={onPress} />;
}

interface RenamingProps extends Pick<ViewRowProps, 'onRename'> {
  readonly name: string;
  readonly onDone: () => void;
}

function Renaming({ name, onRename, onDone }: RenamingProps) {
  const [typed, setTyped] = useState(name);
  const [wrong, setWrong] = useState<string | null>(null);
  const row = useRef<HTMLLIElement>(null);
  // What is typed takes the place of the old name.
  useEffect(() => row.current?.querySelector('input')?.select(), []);
  const done = async () => {
    const problem = await onRename(typed);
    setWrong(problem);
    if (problem === null) onDone();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Neither the form that saves another view nor the dialog is meant.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') void done();
    else onDone();
  };
  return (
    <li ref={row} className="view view-renaming" onKeyDown={keyDown}>
      <Field
        label={`New name of ${name}`}
        value={typed}
        onChange={setTyped}
        maxLength={LONGEST_VIEW_NAME}
        error={wrong ?? undefined}
        autoFocus
      />
      <Button onPress={() => void done()}>Rename</Button>
      <Button kind="quiet" onPress={onDone}>
        Leave it
      </Button>
    </li>
  );
}

/** `Failed, age:<7d` */
function whatItShows({ query }: SavedView): string {
  const parts = [query.state === null ? '' : STATE_WORDS[query.state].word, query.text.trim()].filter((part) => part !== '');
  return parts.length === 0 ? 'All orders' : parts.join(', ');
}
