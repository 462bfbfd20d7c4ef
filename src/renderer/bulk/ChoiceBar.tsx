// Below a list of which several rows are chosen: how many, the way to all of them, and what can be done with them. Below, so that no row moves.
import { Check, ListChecks, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { BULK_STATUSES, type BulkStatus, MOST_CHOSEN } from '../../shared/ipc/bulk-requests.ts';
import { useAnnouncements } from '../app/context.ts';
import type { ChoiceStore } from '../rows/choice-store.ts';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { VERBS } from './bulk-words.ts';
import './bulk.css';

const ICONS = { completed: Check, failed: X } as const;
const KEYS = { completed: 'C', failed: 'F' } as const;

interface ChoiceBarProps {
  readonly choice: ChoiceStore;
  /** Rows of the result. */
  readonly total: number;
  /** Only the beginning of the result is here. */
  readonly partial?: boolean;
  readonly onMark: (to: BulkStatus) => void;
}

export function ChoiceBar({ choice, total, partial = false, onMark }: ChoiceBarProps) {
  const { ids, many, all, clear } = useStore(choice);
  const announcements = useAnnouncements();
  const said = many ? `${grouped(ids.size)} chosen` : null;
  useEffect(() => {
    if (said !== null) announcements.getState().murmur(said);
  }, [said, announcements]);
  if (!many) return null;
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') clear();
  };
  const most = Math.min(total, MOST_CHOSEN);
  return (
    <section className="choice-bar" aria-label="Chosen rows" onKeyDown={keyDown}>
      <ListChecks size={15} aria-hidden="true" />
      <strong className="number">{said}</strong>
      {ids.size < most ? (
        <button type="button" className="inline-action" title="Ctrl+A" onClick={all}>
          {most < total
            ? `Choose the first ${grouped(most)} of ${grouped(total)}`
            : `Choose all ${grouped(total)} ${partial ? 'that are here so far' : 'in this result'}`}
        </button>
      ) : null}
      <button type="button" className="inline-action" title="Esc" onClick={clear}>
        Clear
      </button>
      <span className="choice-acts">
        {BULK_STATUSES.map((to) => {
          const Icon = ICONS[to];
          return (
            <Button
              key={to}
              kind={to === 'completed' ? 'primary' : 'plain'}
              icon={<Icon size={15} aria-hidden="true" />}
              title={`${VERBS[to]} (${KEYS[to]})`}
              onPress={() => onMark(to)}
            >
              {VERBS[to]} {grouped(ids.size)}…
            </Button>
          );
        })}
      </span>
    </section>
  );
}
