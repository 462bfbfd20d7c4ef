// Activity: every mark and creation asked for on this desk since it was opened, and what became of it.
import { History } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { formatMoney } from '../../shared/domain/money.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { Desk } from '../app/desk.ts';
import type { StatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import './activity.css';

const OUTCOMES: Readonly<Record<Operation['state']['name'], StatusWords>> = {
  held: { word: 'Held', look: 'held' },
  waiting: { word: 'Waiting', look: 'held' },
  sending: { word: 'Sending…', look: 'sending' },
  done: { word: 'Done', look: 'good' },
  refused: { word: 'Refused', look: 'bad' },
  unknown: { word: 'Not known', look: 'unknown' },
  conflict: { word: 'Conflict', look: 'unknown' },
  undone: { word: 'Undone', look: 'none' },
  decided: { word: 'Decided', look: 'none' },
  'not-done': { word: 'Not done', look: 'none' },
};

export function ActivityScreen({ desk }: { readonly desk: Desk }) {
  const { entries, problem, read } = useStore(desk.activity);
  useEffect(() => void read(), [read]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus.
    <section className="screen" aria-label="Activity" tabIndex={0}>
      <header className="screen-head">
        <div>
          <h1 className="screen-title">Activity</h1>
          <p className="soft">Everything that was asked for on this desk, and what became of it.</p>
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

function Entry({ entry, onShow }: { readonly entry: Operation; readonly onShow: (order: number) => void }) {
  const { wish, saw, state } = entry;
  const order = wish.kind === 'record-payment' ? wish.order : saw.order;
  const problem = 'problem' in state ? state.problem : null;
  return (
    <li className="activity-entry" data-outcome={state.name}>
      <span className="activity-when">
        <When iso={entry.askedAt} />
      </span>
      <div className="activity-what">
        <ServerText text={operationLine(entry)} whole />
        <span className="activity-who">
          by <ServerText text={entry.actor} whole />
        </span>
        {problem === null ? null : <p className="activity-problem">{describeError(problem)}</p>}
      </div>
      <StatusMark status={OUTCOMES[state.name]} />
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

/** `Payment 12 of order 34: pending → completed` */
function operationLine({ wish, saw }: Operation): string {
  switch (wish.kind) {
    case 'mark':
      return `Payment ${wish.payment}${saw.order === null ? '' : ` of order ${saw.order}`}: ${saw.status ?? 'not known'} → ${wish.to}`;
    case 'create-order':
      return `New order: ${wish.quantity} × ${wish.product} at ${wish.price}`;
    case 'record-payment':
      return `New payment of ${formatMoney(wish.amount, '')} for order ${wish.order}`;
  }
}
