// The list of what waits: what, how much, from what to what, asked for when and by whom, and why it is still here.
import { useState } from 'react';
import { useCurrency } from '../app/context.ts';
import { paymentStatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Button } from '../ui/Button.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { canCancel, entryFacts, entryName, isDoubtful, type WaitingEntry, whyWaiting } from './waiting-words.ts';
import './waiting.css';

interface WaitingEntriesProps {
  readonly entries: readonly WaitingEntry[];
  readonly total: number;
  /** Absent: nothing can be cancelled one by one here. */
  readonly onCancel?: ((id: string) => void) | undefined;
}

export function WaitingEntries({ entries, total, onCancel }: WaitingEntriesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing that takes the focus.
    <ul className="waiting" aria-label="Waiting to be sent" tabIndex={0}>
      {entries.map((entry) => (
        <Entry key={entry.operation.id} entry={entry} onCancel={onCancel} />
      ))}
      {total > entries.length ? <li className="waiting-more soft">and {total - entries.length} more</li> : null}
    </ul>
  );
}

function Entry({ entry, onCancel }: { readonly entry: WaitingEntry; readonly onCancel: WaitingEntriesProps['onCancel'] }) {
  const { operation } = entry;
  const currency = useCurrency();
  const name = entryName(operation);
  return (
    <li className="waiting-entry">
      <div className="waiting-what">
        <p className="waiting-head">
          <strong>{name.charAt(0).toUpperCase() + name.slice(1)}</strong>
          {operation.wish.kind === 'mark' ? (
            <span className="waiting-change">
              <StatusMark status={paymentStatusWords(operation.saw.status)} />
              <span aria-hidden="true">→</span>
              <span className="unseen">to</span>
              <StatusMark status={paymentStatusWords(operation.wish.to)} />
            </span>
          ) : null}
        </p>
        <p className="copy">
          <bdi>{entryFacts(operation, currency)}</bdi>
        </p>
        <p className="soft">
          <When iso={operation.askedAt} />, <ServerText text={operation.actor} whole />. {whyWaiting(entry)}
        </p>
      </div>
      {onCancel !== undefined && canCancel(entry) ? <CancelOne entry={entry} name={name} onCancel={onCancel} /> : null}
    </li>
  );
}

interface CancelOneProps {
  readonly entry: WaitingEntry;
  readonly name: string;
  readonly onCancel: (id: string) => void;
}

/** In two steps: a mark that is cancelled is gone. */
function CancelOne({ entry, name, onCancel }: CancelOneProps) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Button kind="quiet" aria-label={`Cancel ${name}`} onPress={() => setSure(true)}>
        Cancel
      </Button>
    );
  }
  return (
    <Button
      autoFocus
      aria-label={`Never send ${name}`}
      title={isDoubtful(entry) ? 'An attempt may have been carried out: this does not take it back.' : 'It is then never sent.'}
      onBlur={() => setSure(false)}
      onPress={() => onCancel(entry.operation.id)}
    >
      Never send it
    </Button>
  );
}
