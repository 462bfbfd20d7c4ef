// Above the entries: the search, the outcomes, clerk and days, and what can be done with all of it.
import { ClipboardList, Download, ShieldCheck, X } from 'lucide-react';
import { type Ref, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { SearchBox } from '../ui/SearchBox.tsx';
import { type ActivityQuery, OUTCOME_WORDS, OUTCOMES } from './activity-query.ts';
import { ExportDialog } from './ExportDialog.tsx';
import type { ToolsStore } from './tools-store.ts';

interface ActivityToolbarProps {
  readonly query: ActivityQuery;
  /** How many entries match; null before the first answer. */
  readonly total: number | null;
  /** How many need this person. */
  readonly due: number;
  readonly clerks: readonly string[];
  readonly tools: ToolsStore;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onQuery: (query: ActivityQuery) => void;
  /** From the search straight into the rows. */
  readonly onToRows: () => void;
  readonly onShift: () => void;
}

export function ActivityToolbar({ query, total, due, clerks, tools, searchRef, onQuery, onToRows, onShift }: ActivityToolbarProps) {
  const { verifying, verify } = useStore(tools);
  const [exporting, setExporting] = useState(false);
  return (
    <div className="activity-toolbar">
      <div className="orders-actions">
        <SearchBox
          label="Search activity"
          placeholder="Search payment, order, product, clerk or reason"
          text={query.text}
          boxRef={searchRef}
          onText={(text) => onQuery({ ...query, text })}
          onToRows={onToRows}
        />
        <Button icon={<ShieldCheck size={15} aria-hidden="true" />} pending={verifying} onPress={() => void verify()}>
          Verify the journal
        </Button>
        <Button icon={<ClipboardList size={15} aria-hidden="true" />} onPress={onShift}>
          Shift sheet…
        </Button>
        <Button icon={<Download size={15} aria-hidden="true" />} onPress={() => setExporting(true)}>
          Export…
        </Button>
      </div>
      <div className="activity-filters">
        <fieldset className="chips">
          <legend className="unseen">Outcome</legend>
          <Chip
            label="All"
            count={query.outcome === null ? total : null}
            on={query.outcome === null}
            onPress={() => onQuery({ ...query, outcome: null })}
          />
          {OUTCOMES.map((outcome) => (
            <Chip
              key={outcome}
              label={OUTCOME_WORDS[outcome]}
              count={outcome === 'needs-you' ? due : query.outcome === outcome ? total : null}
              on={query.outcome === outcome}
              urgent={outcome === 'needs-you' && due > 0}
              onPress={() => onQuery({ ...query, outcome: query.outcome === outcome ? null : outcome })}
            />
          ))}
        </fieldset>
        <Narrowing query={query} clerks={clerks} onQuery={onQuery} />
      </div>
      {exporting ? <ExportDialog query={query} total={total} tools={tools} onClose={() => setExporting(false)} /> : null}
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly count: number | null;
  readonly on: boolean;
  readonly urgent?: boolean;
  readonly onPress: () => void;
}

function Chip({ label, count, on, urgent = false, onPress }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={on} data-urgent={urgent} onClick={onPress}>
      {label} {count === null ? null : <span className="chip-count number">{grouped(count)}</span>}
    </button>
  );
}

type NarrowingProps = Pick<ActivityToolbarProps, 'query' | 'clerks' | 'onQuery'>;

/** Who and when. What needs a decision is this person's, from all times. */
function Narrowing({ query, clerks, onQuery }: NarrowingProps) {
  if (query.outcome === 'needs-you') return null;
  return (
    <div className="activity-narrowing">
      {query.order === null ? null : (
        <button type="button" className="chip" aria-pressed="true" onClick={() => onQuery({ ...query, order: null })}>
          Order {query.order} <X size={12} aria-hidden="true" />
          <span className="unseen">: show all orders</span>
        </button>
      )}
      <label className="narrow-by">
        Clerk
        <select className="input" value={query.clerk ?? ''} onChange={(event) => onQuery({ ...query, clerk: event.target.value || null })}>
          <option value="">Everybody</option>
          {clerks.map((clerk) => (
            <option key={clerk} value={clerk}>
              {clerk}
            </option>
          ))}
        </select>
      </label>
      <span className="narrow-days" title={`Days of this computer’s time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}`}>
        <Day label="From" value={query.from} onDay={(from) => onQuery({ ...query, from })} />
        <Day label="To" value={query.until} onDay={(until) => onQuery({ ...query, until })} />
        <span className="soft narrow-zone">{Intl.DateTimeFormat().resolvedOptions().timeZone}</span>
      </span>
    </div>
  );
}

function Day({ label, value, onDay }: { readonly label: string; readonly value: string; readonly onDay: (day: string) => void }) {
  return (
    <label className="narrow-by">
      {label}
      <input type="date" className="input" value={value} onChange={(event) => onDay(event.target.value)} />
    </label>
  );
}
