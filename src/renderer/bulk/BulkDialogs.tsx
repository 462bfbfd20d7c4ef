// The dialogs of bulk marking: the dry run, and the payments of a run.
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { BatchResults } from './BatchResults.tsx';
import { RehearsalDialog } from './RehearsalDialog.tsx';

export function BulkDialogs({ desk }: { readonly desk: Pick<Desk, 'bulk' | 'marks' | 'client'> }) {
  const { rehearsal, results, start, dismiss, showResults, retry } = useStore(desk.bulk);
  const batch = useStore(desk.marks, (marks) => marks.desk?.batches.find((each) => each.batch === results));
  return (
    <>
      {batch === undefined ? null : (
        <BatchResults
          key={batch.batch}
          client={desk.client}
          batch={batch}
          onRetry={() => {
            showResults(null);
            retry(batch);
          }}
          onClose={() => showResults(null)}
        />
      )}
      {rehearsal === null ? null : <RehearsalDialog rehearsal={rehearsal} onStart={start} onClose={dismiss} />}
    </>
  );
}
