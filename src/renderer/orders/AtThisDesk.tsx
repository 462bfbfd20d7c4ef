// Under an order's payments: what was asked for at this desk, by whom, when and why, and what became of it.

import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { outcomeWords } from '../../shared/domain/operation-words.ts';
import { lineOf, outcomeLook } from '../activity/activity-words.ts';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import type { AtDeskState } from './at-desk-store.ts';
import { StatusMark } from './StatusMark.tsx';
import './at-desk.css';

interface AtThisDeskProps {
  readonly atDesk: Pick<AtDeskState, 'operations' | 'more'>;
  readonly onAll: () => void;
}

export function AtThisDesk({ atDesk: { operations, more }, onAll }: AtThisDeskProps) {
  if (operations.length === 0) return null;
  return (
    <section className="at-desk" aria-label="At this desk">
      <div className="payments-head">
        <h3>At this desk</h3>
        <button type="button" className="inline-action" onClick={onAll}>
          {more ? 'Show all in Activity' : 'Show in Activity'}
        </button>
      </div>
      {operations.map((operation) => (
        <Item key={operation.id} operation={operation} />
      ))}
    </section>
  );
}

function Item({ operation }: { readonly operation: Operation }) {
  const { actor, askedAt, reason, state } = operation;
  return (
    // No list item: those of an order are its payments.
    <article aria-label={lineOf(operation)}>
      <div className="at-desk-line">
        <strong>{lineOf(operation)}</strong>
        <StatusMark status={outcomeLook(operation)} />
      </div>
      <p className="soft">
        <ServerText text={actor} whole />, <When iso={askedAt} />
        {state.name === 'done' && state.how === 'answered' ? '' : `. ${outcomeWords(operation)}.`}
      </p>
      {reason === null ? null : (
        <p className="at-desk-reason">
          “<ServerText text={reason} whole />”
        </p>
      )}
    </article>
  );
}
