// One entry in full: what was asked for and why, what became of it and how, step by step.
import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import { factsOf, outcomeWords } from '../../shared/domain/operation-words.ts';
import type { ActivityEntry } from '../../shared/ipc/activity-requests.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { attemptsText, changeOf, moveText, outcomeLook, problemText, subjectOf } from './activity-words.ts';
import './entry.css';

interface EntryDetailProps {
  readonly entry: ActivityEntry;
  readonly detailRef: Ref<HTMLElement>;
  readonly onDecide: (id: string) => void;
  readonly onShowOrder: (order: number) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function EntryDetail({ entry, detailRef, onDecide, onShowOrder, onBack, onClose }: EntryDetailProps) {
  const { operation, own } = entry;
  const { id, actor, owner, askedAt, reason } = operation;
  const { order, product, amount } = factsOf(operation);
  const change = changeOf(operation);
  const told = [`${outcomeWords(operation)}.`, attemptsText(operation), problemText(operation)].filter((text) => text !== null);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack();
  };
  return (
    <section className="detail" aria-label="Entry" ref={detailRef} tabIndex={-1} onKeyDown={keyDown}>
      <header className="detail-head">
        <div className="detail-title">
          <h2 className="copy">{subjectOf(operation)}</h2>
          <StatusMark status={outcomeLook(operation)} />
        </div>
        <Button kind="quiet" iconOnly icon={<X size={16} aria-hidden="true" />} aria-label="Close" title="Close" onPress={onClose} />
      </header>
      <div className="detail-body">
        <p className="entry-outcome">{told.join(' ')}</p>
        <div className="entry-acts">
          {needsPerson(operation) && own ? (
            <Button kind="primary" onPress={() => onDecide(id)}>
              Decide
            </Button>
          ) : null}
          {order === null ? null : <Button onPress={() => onShowOrder(order)}>Show order {order}</Button>}
        </div>
        {needsPerson(operation) && !own ? <p className="soft">Only {owner.username} can decide on it.</p> : null}
        <dl className="facts">
          {change === null ? null : <Fact name="Change">{change}</Fact>}
          <Fact name="Reason">
            <ServerText text={reason} absent="None given" whole />
          </Fact>
          <Fact name="Amount">
            <Amount value={amount} copy />
          </Fact>
          <Fact name="Order">{order === null ? '—' : <span className="number copy">{order}</span>}</Fact>
          <Fact name="Product">
            <ServerText text={product} whole />
          </Fact>
          <Fact name="Account">
            <ServerText text={owner.username} whole />
          </Fact>
        </dl>
        <section className="story" aria-label="What happened">
          <h3>What happened</h3>
          <ol>
            <Step at={askedAt} text="Asked for" by={actor} />
            {entry.moves.map(({ at, event }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end.
              <Step key={index} at={at} {...moveText(event)} />
            ))}
          </ol>
        </section>
      </div>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface StepProps {
  readonly at: string;
  readonly text: string;
  readonly by: string | null;
}

function Step({ at, text, by }: StepProps) {
  return (
    <li>
      <span className="soft story-when">
        <When iso={at} />
      </span>
      <span>
        <ServerText text={text} whole />
        {by === null ? null : (
          <span className="soft">
            {' '}
            by <ServerText text={by} whole />
          </span>
        )}
      </span>
    </li>
  );
}
