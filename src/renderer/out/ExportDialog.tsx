// Saves what the list of orders shows as a spreadsheet: says what that is, how far it is, and where it went.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { useNow } from '../ui/clock.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { asOfTime, counted, grouped } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ALL_COLUMNS, columnWords, shownColumns } from './export-columns.ts';
import { CANCELLED } from './export-store.ts';
import '../activity/entry.css';
import './out.css';

interface ExportDialogProps {
  readonly desk: Desk;
  readonly onClose: () => void;
}

export function ExportDialog({ desk, onClose }: ExportDialogProps) {
  const { query, cache } = useStore(desk.orders);
  const { phase, watch, start, cancel } = useStore(desk.exporting);
  const asOf = useStore(desk.history, ({ state }) => state?.asOf ?? null);
  const { columns } = useStore(desk.looking, ({ look }) => look);
  const [all, setAll] = useState(false);
  const now = useNow();
  useEffect(() => watch(), [watch]);
  const shown = shownColumns(columns, desk.customersSeen(cache));
  const submit = () => {
    if (phase.kind === 'saved') onClose();
    else if (phase.kind === 'choosing' && cache.total > 0) void start({ query, columns: [...(all ? ALL_COLUMNS : shown)] }, cache.total);
  };
  const age = asOf === null ? 'only the beginning: the history is still being loaded' : `as of ${asOfTime(asOf, now)}`;
  const lead =
    cache.total === 0 ? 'No orders are shown, so there is nothing to export.' : `${counted(cache.total, 'order')}, as shown, ${age}.`;
  return (
    <FormDialog title="Export orders" lead={lead} open onClose={onClose} onSubmit={submit}>
      {phase.kind === 'choosing' ? (
        <>
          <fieldset className="choices">
            <legend className="unseen">Columns</legend>
            <Choice group="columns" checked={!all} onChoose={() => setAll(false)} title="Columns as shown">
              {columnWords(shown)}
            </Choice>
            <Choice group="columns" checked={all} onChoose={() => setAll(true)} title="All columns">
              {columnWords(ALL_COLUMNS)}
            </Choice>
          </fieldset>
          <UnderWay desk={desk} />
          <p className="soft">
            A spreadsheet (CSV), in the order of the list. Texts that could run as a formula get an apostrophe in front.
          </p>
          <Problem text={phase.problem} />
          {phase.cancelled ? <Note tone="info">{CANCELLED}</Note> : null}
        </>
      ) : null}
      {phase.kind === 'running' ? <Progress progress={phase.progress} /> : null}
      {phase.kind === 'saved' ? (
        <Note tone="good">
          {phase.words} <span className="out-path copy">{phase.path}</span>
        </Note>
      ) : null}
      <Actions phase={phase} empty={cache.total === 0} onCancel={cancel} onClose={onClose} />
    </FormDialog>
  );
}

interface ActionsProps {
  readonly phase: ReturnType<Desk['exporting']['getState']>['phase'];
  readonly empty: boolean;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** Whatever had the focus goes with its phase; it moves on to the button of the next one. */
function Actions({ phase, empty, onCancel, onClose }: ActionsProps) {
  const running = phase.kind === 'running';
  const act = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each phase.
  useEffect(() => act.current?.focus(), [phase.kind]);
  return (
    <div className="dialog-actions">
      {running ? (
        <Button key="cancel" pending={phase.cancelling} onPress={onCancel}>
          Cancel
        </Button>
      ) : null}
      {phase.kind === 'choosing' ? (
        <Button key="close" onPress={onClose}>
          Close
        </Button>
      ) : null}
      {running ? (
        <Button key="act" ref={act} kind="primary" autoFocus onPress={onClose} title="It goes on; Paydesk says when it is done">
          Go on working
        </Button>
      ) : (
        <Button key="act" type="submit" ref={act} kind="primary" autoFocus unavailable={empty && phase.kind === 'choosing'}>
          {phase.kind === 'saved' ? 'Close' : 'Export'}
        </Button>
      )}
    </div>
  );
}

function Progress({ progress }: { readonly progress: { readonly done: number; readonly total: number } | null }) {
  if (progress === null) return <p className="soft">Choose where the file goes…</p>;
  const { done, total } = progress;
  return (
    <div className="out-progress">
      <progress aria-label="Saving the orders" value={total === 0 ? 1 : done / total} />
      <p className="number">
        {grouped(done)} of {counted(total, 'order')}
      </p>
    </div>
  );
}

/** The file holds facts; what this desk has asked for and nobody has confirmed is none yet. */
function UnderWay({ desk }: { readonly desk: Desk }) {
  const under = useStore(desk.marks, ({ desk: state }) => (state === null ? 0 : state.waiting + state.decisions));
  if (under === 0) return null;
  return (
    <Note tone="info">
      {under === 1 ? 'One entry of yours is' : `${grouped(under)} entries of yours are`} not settled yet: the file holds what the server has
      told so far.
    </Note>
  );
}
