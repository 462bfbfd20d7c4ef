// Below every screen while marks are held or wait: what was marked last, the seconds to undo it, and what still has to be sent or decided.
import { Clock, Undo2 } from 'lucide-react';
import { useContext } from 'react';
import { useStore } from 'zustand';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { LetterKeysContext, useCurrency } from '../app/context.ts';
import { paymentStatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Button } from '../ui/Button.tsx';
import { useSeconds } from '../ui/use-seconds.ts';
import { isMark, markFacts } from './mark-words.ts';
import { type MarksStore, newestHeld } from './marks-store.ts';
import './marks.css';

interface HeldBarProps {
  readonly marks: MarksStore;
  readonly onUndo: () => void;
}

export function HeldBar({ marks, onUndo }: HeldBarProps) {
  const letterKeys = useContext(LetterKeysContext);
  const desk = useStore(marks, (state) => state.desk);
  const held = newestHeld(desk);
  if (held === null || held.state.name !== 'held') return null;
  const others = (desk?.open.filter(({ state }) => state.name === 'held').length ?? 1) - 1;
  return (
    <section className="held" aria-label="Held marks">
      <HeldMark key={held.id} operation={held} until={held.state.until} />
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

function HeldMark({ operation, until }: { readonly operation: Operation; readonly until: string }) {
  const seconds = useSeconds(until);
  const currency = useCurrency();
  if (!isMark(operation)) return null;
  return (
    <p className="held-mark">
      <strong>Payment {operation.wish.payment}</strong>
      <bdi className="cut">{markFacts(operation, currency)}</bdi>
      <span className="held-change">
        <StatusMark status={paymentStatusWords(operation.saw.status)} />
        <span aria-hidden="true">→</span>
        <span className="unseen">to</span>
        <StatusMark status={paymentStatusWords(operation.wish.to)} />
      </span>
      <span className="held-seconds number">
        <Clock size={14} aria-hidden="true" /> {seconds === 0 ? 'sending…' : `sent in ${seconds} s`}
      </span>
    </p>
  );
}
