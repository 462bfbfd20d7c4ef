// Below every screen while marks are held or wait: what was marked last, the seconds to undo it, and what still has to be sent or decided.
import { Clock, Undo2 } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { formatMoney } from '../../shared/domain/money.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { BatchView } from '../../shared/ipc/operation-requests.ts';
import { LetterKeysContext, useCurrency } from '../app/context.ts';
import { paymentStatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Button } from '../ui/Button.tsx';
import { counted } from '../ui/format-time.ts';
import { useSeconds } from '../ui/use-seconds.ts';
import { isMark, markFacts } from './mark-words.ts';
import { heldBatch, type MarksStore, newestHeld } from './marks-store.ts';
import './marks.css';

interface HeldBarProps {
  readonly marks: MarksStore;
  readonly onUndo: () => void;
}

export function HeldBar({ marks, onUndo }: HeldBarProps) {
  const letterKeys = useContext(LetterKeysContext);
  const desk = useStore(marks, (state) => state.desk);
  const batch = heldBatch(desk);
  const held = newestHeld(desk);
  const line = batch === null ? <HeldMark key={held?.id} held={held} /> : <HeldBatch key={batch.batch} batch={batch} />;
  if (batch === null && held === null) return null;
  const singles = desk?.open.filter(({ state }) => state.name === 'held').length ?? 0;
  const batches = desk?.batches.filter(({ heldUntil }) => heldUntil !== null).length ?? 0;
  const others = singles + batches - 1;
  return (
    <section className="held" aria-label="Held marks">
      {line}
      {others > 0 ? <span className="held-others soft">and {others} more</span> : null}
      <span className="held-acts">
        <Button icon={<Undo2 size={15} aria-hidden="true" />} title={letterKeys ? 'Undo (Z)' : 'Undo'} onPress={onUndo}>
          Undo
        </Button>
        <Button kind="quiet" onPress={() => void marks.getState().sendNow()}>
          Send now
        </Button>
      </span>
    </section>
  );
}

function HeldMark({ held }: { readonly held: Operation | null }) {
  const currency = useCurrency();
  if (held === null || held.state.name !== 'held' || !isMark(held)) return null;
  return (
    <p className="held-mark">
      <strong>Payment {held.wish.payment}</strong>
      <bdi className="cut">{markFacts(held, currency)}</bdi>
      <Change from={held.saw.status} to={held.wish.to} />
      <SentIn until={held.state.until} />
    </p>
  );
}

/** `Completed: 12 payments, 4,168.57` */
function HeldBatch({ batch }: { readonly batch: BatchView }) {
  const currency = useCurrency();
  if (batch.heldUntil === null) return null;
  return (
    <p className="held-mark">
      <strong>
        {paymentStatusWords(batch.to).word}: {counted(batch.total, 'payment')}, {formatMoney(batch.sum, currency)}
      </strong>
      <Change from="pending" to={batch.to} />
      <SentIn until={batch.heldUntil} />
    </p>
  );
}

function Change({ from, to }: { readonly from: string | null; readonly to: string | null }): ReactNode {
  return (
    <span className="held-change">
      <StatusMark status={paymentStatusWords(from)} />
      <span aria-hidden="true">→</span>
      <span className="unseen">to</span>
      <StatusMark status={paymentStatusWords(to)} />
    </span>
  );
}

function SentIn({ until }: { readonly until: string }): ReactNode {
  const seconds = useSeconds(until);
  return (
    <span className="held-seconds number">
      <Clock size={14} aria-hidden="true" /> {seconds === 0 ? 'sending…' : `sent in ${seconds} s`}
    </span>
  );
}
