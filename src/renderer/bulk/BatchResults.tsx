// The payments of one run, one by one: what has become of each, and why.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { BatchView } from '../../shared/ipc/operation-requests.ts';
import type { Client } from '../bridge.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { grouped } from '../ui/format-time.ts';
import { Problem } from '../ui/Problem.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { batchCounts, batchTitle, outcomeNote, outcomeWords } from './bulk-words.ts';
import { createResultsStore, RESULT_FILTERS, RESULTS_PAGE, type ResultFilter, type ResultsStore } from './results-store.ts';
import './bulk.css';

interface BatchResultsProps {
  readonly client: Client;
  readonly batch: BatchView;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

export function BatchResults({ client, batch, onRetry, onClose }: BatchResultsProps) {
  const [store] = useState(() => createResultsStore(client, batch.batch));
  const { operations, problem, total, page, setPage, renew } = useStore(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new count of the batch means that something in it has moved.
  useEffect(() => renew(), [renew, batch]);
  const pages = Math.max(1, Math.ceil(total / RESULTS_PAGE));
  return (
    <FormDialog title={batchTitle(batch)} lead={batchCounts(batch)} open wide onClose={onClose} onSubmit={onClose}>
      <Filters store={store} batch={batch} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing that takes the focus. */}
      <ol className="results" aria-label="Payments of this run" aria-busy={operations === null} tabIndex={0}>
        {operations?.map((operation) => (
          <Result key={operation.id} operation={operation} />
        ))}
        {operations?.length === 0 ? <li className="results-none soft">None.</li> : null}
      </ol>
      <Problem text={problem === null ? null : describeError(problem)} />
      <div className="dialog-actions results-actions">
        {pages === 1 ? null : (
          <span className="results-pages">
            <Button kind="quiet" unavailable={page === 0} onPress={() => setPage(page - 1)}>
              Newer
            </Button>
            <span className="number soft">
              {grouped(page + 1)} of {grouped(pages)}
            </span>
            <Button kind="quiet" unavailable={page + 1 >= pages} onPress={() => setPage(page + 1)}>
              Older
            </Button>
          </span>
        )}
        {batch.failed > 0 ? <Button onPress={onRetry}>Retry failed</Button> : null}
        <Button type="submit" kind="primary" autoFocus>
          Close
        </Button>
      </div>
    </FormDialog>
  );
}

const FILTER_WORDS: Readonly<Record<ResultFilter, string>> = { all: 'All', failed: 'Not done', decide: 'To decide' };

function Filters({ store, batch }: { readonly store: ResultsStore; readonly batch: BatchView }) {
  const { filter, setFilter } = useStore(store);
  const counts: Readonly<Record<ResultFilter, number>> = { all: batch.total, failed: batch.failed, decide: batch.decisions };
  return (
    <fieldset className="chips">
      <legend className="unseen">Which payments</legend>
      {RESULT_FILTERS.map((each) => (
        <button key={each} type="button" className="chip" aria-pressed={filter === each} onClick={() => setFilter(each)}>
          {FILTER_WORDS[each]} <span className="chip-count number">{grouped(counts[each])}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Result({ operation }: { readonly operation: Operation }) {
  const { wish, saw } = operation;
  const note = outcomeNote(operation);
  return (
    <li className="result">
      <span className="number">{wish.kind === 'mark' ? `Payment ${wish.payment}` : '—'}</span>
      <span className="number soft">{saw.order === null ? '—' : `order ${saw.order}`}</span>
      <ServerText text={saw.product} />
      <Amount value={saw.amount} />
      <StatusMark status={outcomeWords(operation)} />
      {note === null ? null : <p className="result-note soft">{note}</p>}
    </li>
  );
}
