// Activity: every mark and creation asked for on this desk since it was opened, and what became of it.
import { History } from 'lucide-react';
import { useStore } from 'zustand';
import { describeError } from '../../shared/errors/describe.ts';
import type { ActivityEntry } from '../../shared/ipc/order-schemas.ts';
import type { Desk } from '../app/desk.ts';
import type { StatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import './activity.css';

const OUTCOMES: Readonly<Record<ActivityEntry['outcome'], StatusWords>> = {
  sending: { word: 'Sending…', look: 'sending' },
  done: { word: 'Done', look: 'good' },
  refused: { word: 'Refused', look: 'bad' },
  'not-sent': { word: 'Not sent', look: 'none' },
  unknown: { word: 'Not known', look: 'unknown' },
};

export function ActivityScreen({ desk }: { readonly desk: Desk }) {
  const { entries, problem, read } = useStore(desk.activity);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus.
    <section className="screen" aria-label="Activity" tabIndex={0}>
      <header className="screen-head">
        <div>
          <h1 className="screen-title">Activity</h1>
          <p className="soft">What was asked for on this desk since Paydesk was opened. It is kept until Paydesk closes.</p>
        </div>
      </header>
      {problem === null ? null : (
        <Note tone="bad">
          {describeError(problem)}{' '}
          <button type="button" className="inline-action" onClick={() => void read()}>
            Try again
          </button>
        </Note>
      )}
      {entries !== null && entries.length === 0 ? (
        <EmptyState icon={History} title="Nothing yet" text="Marks, new orders and recorded payments appear here with their result." />
      ) : null}
      {entries === null || entries.length === 0 ? null : (
        <ol className="activity">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onShow={desk.showOrder} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry, onShow }: { readonly entry: ActivityEntry; readonly onShow: (order: number) => void }) {
  const { order } = entry;
  return (
    <li className="activity-entry" data-outcome={entry.outcome}>
      <span className="activity-when">
        <When iso={entry.at} />
      </span>
      <div className="activity-what">
        <ServerText text={entry.what} whole />
        <span className="activity-who">
          by <ServerText text={entry.who} whole />
        </span>
        {entry.problem === null ? null : <p className="activity-problem">{describeError(entry.problem)}</p>}
      </div>
      <StatusMark status={OUTCOMES[entry.outcome]} />
      <span className="activity-go">
        {order === null ? null : (
          <Button kind="quiet" onPress={() => onShow(order)}>
            Show order {order}
          </Button>
        )}
      </span>
    </li>
  );
}
