// Below every screen while a run goes on: how far it is, how long it will take, and what can be done to it.
import { CircleAlert, CircleCheck, Layers, Pause } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isUnderWay, waitingIn } from '../../shared/domain/batch.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import type { BatchView, Reach } from '../../shared/ipc/operation-requests.ts';
import { useCurrency, useSpoken } from '../app/context.ts';
import type { MarksStore } from '../marks/marks-store.ts';
import { Button } from '../ui/Button.tsx';
import type { BulkStore } from './bulk-store.ts';
import { batchCounts, batchTitle, finishedText, hasTrouble } from './bulk-words.ts';
import { leftWords, type Pace, secondsLeft } from './pace.ts';
import './bulk.css';

interface BatchPanelsProps {
  readonly marks: MarksStore;
  readonly bulk: BulkStore;
}

export function BatchPanels({ marks, bulk }: BatchPanelsProps) {
  const batches = useStore(marks, (state) => state.desk?.batches);
  const reach = useStore(marks, (state) => state.desk?.reach ?? 'online');
  const { closed, paces } = useStore(bulk);
  // While it is held it has its line in the bar of held marks; one that was undone there has nothing more to say.
  const shown = batches?.filter((batch) => batch.heldUntil === null && batch.cancelled < batch.total && !closed.has(batch.batch)) ?? [];
  if (shown.length === 0) return null;
  return (
    <div className="batches">
      {shown.map((batch) => (
        <BatchPanel key={batch.batch} batch={batch} pace={paces.get(batch.batch) ?? []} reach={reach} bulk={bulk} />
      ))}
    </div>
  );
}

interface BatchPanelProps {
  readonly batch: BatchView;
  readonly pace: Pace;
  readonly reach: Reach;
  readonly bulk: BulkStore;
}

function BatchPanel({ batch, pace, reach, bulk }: BatchPanelProps) {
  const currency = useCurrency();
  const underWay = isUnderWay(batch);
  const tone = underWay ? 'going' : hasTrouble(batch) ? 'bad' : 'good';
  useSpoken(tone === 'bad' ? finishedText(batch) : null);
  const Icon = batch.paused && underWay ? Pause : ICONS[tone];
  const title = batchTitle(batch);
  return (
    <section className="batch" aria-label={title} data-tone={tone}>
      <Icon size={15} aria-hidden="true" />
      <p className="batch-title">
        <strong>{title}</strong>
        <span className="number">{formatMoney(batch.doneSum ?? batch.sum, currency)}</span>
      </p>
      {underWay ? (
        <progress aria-label="Payments that have come to an end" max={batch.total} value={batch.total - waitingIn(batch)} />
      ) : null}
      <p className="batch-counts number">
        {batchCounts(batch)}
        {underWay ? <Remaining batch={batch} pace={pace} reach={reach} /> : null}
      </p>
      <span className="batch-acts">{underWay ? <GoingActs batch={batch} bulk={bulk} /> : <EndedActs batch={batch} bulk={bulk} />}</span>
    </section>
  );
}

const ICONS = { going: Layers, bad: CircleAlert, good: CircleCheck } as const;

type ActsProps = Pick<BatchPanelProps, 'batch' | 'bulk'>;

function GoingActs({ batch, bulk }: ActsProps) {
  const { pause, resume, cancel, showResults } = bulk.getState();
  const id = batch.batch;
  return (
    <>
      <Button onPress={() => void (batch.paused ? resume(id) : pause(id))}>{batch.paused ? 'Resume' : 'Pause'}</Button>
      <Button title="Undoes what has not been sent yet" onPress={() => void cancel(id)}>
        Cancel the rest
      </Button>
      <Button kind="quiet" onPress={() => showResults(id)}>
        Results
      </Button>
    </>
  );
}

function EndedActs({ batch, bulk }: ActsProps) {
  const { close, retry, showResults } = bulk.getState();
  return (
    <>
      {batch.failed > 0 ? <Button onPress={() => retry(batch)}>Retry failed</Button> : null}
      <Button kind="quiet" onPress={() => showResults(batch.batch)}>
        Results
      </Button>
      <Button kind="quiet" onPress={() => close(batch.batch)}>
        Close
      </Button>
    </>
  );
}

/** Each second anew: a run that stands still must not go on promising its end. */
function Remaining({ batch, pace, reach }: Omit<BatchPanelProps, 'bulk'>) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const words = remainingWords(batch, pace, reach, now);
  return words === null ? null : <span className="batch-left"> · {words}</span>;
}

function remainingWords(batch: BatchView, pace: Pace, reach: Reach, now: number): string | null {
  if (batch.paused) return 'paused';
  if (reach === 'signed-out') return 'goes on after you sign in';
  if (reach !== 'online') return 'goes on when the server can be reached';
  const seconds = secondsLeft(pace, waitingIn(batch), now);
  return seconds === null ? null : leftWords(seconds);
}
