// Under an order's payments: what has happened to it, by whom, when and why, and who says so: the server or this desk.
import { Monitor, Server } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { outcomeWords } from '../../shared/domain/operation-words.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import { lineOf, outcomeLook } from '../activity/activity-words.ts';
import { Amount } from '../ui/Amount.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import type { AtDeskState } from './at-desk-store.ts';
import { StatusMark } from './StatusMark.tsx';
import { type TimelineEvent, timelineOf } from './timeline.ts';
import './timeline.css';

interface TimelineProps {
  readonly order: Pick<OrderRow, 'createdAt' | 'payments'>;
  readonly atDesk: Pick<AtDeskState, 'operations' | 'more'>;
  readonly onAll: () => void;
}

export function Timeline({ order, atDesk: { operations, more }, onAll }: TimelineProps) {
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="payments-head">
        <h3>Timeline</h3>
        {operations.length === 0 ? null : (
          <button type="button" className="inline-action" onClick={onAll}>
            {more ? 'Show all in Activity' : 'Show in Activity'}
          </button>
        )}
      </div>
      {timelineOf(order, operations).map((event) => (
        <Event key={keyOf(event)} event={event} />
      ))}
      {operations.length === 0 ? <p className="soft">Nothing was done to it at this desk.</p> : null}
    </section>
  );
}

function keyOf(event: TimelineEvent): string {
  if (event.kind === 'operation') return event.operation.id;
  return event.kind === 'payment' ? `payment ${event.payment.id}` : event.kind;
}

function Event({ event }: { readonly event: TimelineEvent }) {
  switch (event.kind) {
    case 'created':
      return <Told label="Order created" at={event.at} />;
    case 'payment':
      return (
        <Told label={`Payment ${event.payment.id} recorded`} at={event.at}>
          <Amount value={event.payment.amount} />
        </Told>
      );
    case 'operation':
      return <Done operation={event.operation} />;
  }
}

interface ToldProps {
  readonly label: string;
  readonly at: string | null;
  readonly children?: ReactNode;
}

function Told({ label, at, children }: ToldProps) {
  return (
    // No list item: those of an order are its payments.
    <article aria-label={label}>
      <Server size={13} aria-hidden="true" />
      <div className="timeline-line">
        <strong>{label}</strong>
        {children}
      </div>
      <p className="soft">The server, {at === null ? 'time not told' : <When iso={at} />}</p>
    </article>
  );
}

function Done({ operation }: { readonly operation: Operation }) {
  const { actor, askedAt, reason, state } = operation;
  return (
    <article aria-label={lineOf(operation)}>
      <Monitor size={13} aria-hidden="true" />
      <div className="timeline-line">
        <strong>{lineOf(operation)}</strong>
        <StatusMark status={outcomeLook(operation)} />
      </div>
      <p className="soft">
        This desk, <ServerText text={actor} whole />, <When iso={askedAt} />
        {state.name === 'done' && state.how === 'answered' ? '' : `. ${outcomeWords(operation)}.`}
      </p>
      {reason === null ? null : (
        <p>
          “<ServerText text={reason} whole />”
        </p>
      )}
    </article>
  );
}
