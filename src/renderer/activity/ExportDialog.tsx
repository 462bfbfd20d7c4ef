// Takes along what is listed, as a spreadsheet, or the whole journal as proof.
import { useState } from 'react';
import type { ExportInput } from '../../shared/ipc/activity-requests.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { counted } from '../ui/format-time.ts';
import { Problem } from '../ui/Problem.tsx';
import { useOnce } from '../ui/use-once.ts';
import { type ActivityQuery, filterOf, isFiltered } from './activity-query.ts';
import type { ToolsStore } from './tools-store.ts';
import './entry.css';

interface ExportDialogProps {
  readonly query: ActivityQuery;
  readonly total: number | null;
  readonly tools: ToolsStore;
  readonly onClose: () => void;
}

export function ExportDialog({ query, total, tools, onClose }: ExportDialogProps) {
  const [what, setWhat] = useState<'activity' | 'journal'>('activity');
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, run] = useOnce();
  // What needs this person has a file of its own kind: all that is not settled.
  const waiting = query.outcome === 'needs-you';
  const input: ExportInput = what === 'journal' ? { what } : waiting ? { what: 'waiting' } : { what: 'activity', filter: filterOf(query) };
  const submit = () =>
    run(async () => {
      const failed = await tools.getState().save(input);
      setProblem(failed);
      if (failed === null) onClose();
    });
  const listed = total === null ? 'What is listed' : counted(total, 'entry');
  return (
    <FormDialog title="Export" open onClose={onClose} onSubmit={submit}>
      <fieldset className="choices">
        <legend className="unseen">What to export</legend>
        <Choice
          group="what"
          checked={what === 'activity'}
          onChoose={() => setWhat('activity')}
          title={waiting ? 'All of yours that is not settled' : `${listed}${isFiltered(query) ? ', as filtered' : ''}`}
        >
          A spreadsheet (CSV), newest first: who, what, before and after, reason, outcome.
        </Choice>
        <Choice group="what" checked={what === 'journal'} onChoose={() => setWhat('journal')} title="The whole journal">
          Every step of every entry as it was written, with its hash (JSON lines): proof for later.
        </Choice>
      </fieldset>
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={pending} autoFocus>
          Export
        </Button>
      </div>
    </FormDialog>
  );
}
