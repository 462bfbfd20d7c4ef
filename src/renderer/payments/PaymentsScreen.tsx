// Payments: the queue of pending ones, oldest first, worked off with one bar of buttons.
import { RefreshCw } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { BulkStatus } from '../../shared/ipc/bulk-requests.ts';
import { useCurrency } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { useScreenKeys } from '../app/screen-keys.ts';
import { ChoiceBar } from '../bulk/ChoiceBar.tsx';
import { targetByNumber, targetOf } from '../marks/target.ts';
import type { Gesture } from '../rows/choice.ts';
import { rowAt } from '../rows/page-cache.ts';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.ts';
import { counted } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { MarkBar } from './MarkBar.tsx';
import { PendingEmpty } from './PendingEmpty.tsx';
import { PendingGrid } from './PendingGrid.tsx';
import { pendingLine } from './payment-words.ts';
import { boxedPayment, readPaymentNumber } from './pending-store.ts';
import './payments.css';

export function PaymentsScreen({ desk }: { readonly desk: Desk }) {
  const { pending } = desk;
  const list = useStore(pending.list);
  const { typed } = useStore(pending.box);
  const history = useStore(desk.history);
  const underWay = useStore(desk.marks, (marks) => marks.underWay);
  const currency = useCurrency();
  const now = useNow();
  const [error, setError] = useState<string | undefined>(undefined);
  const number = readPaymentNumber(typed);
  const known = boxedPayment(pending);
  const refresh = useCallback(() => void desk.refresh(), [desk]);
  const markRef = useRef<(to: PaymentStatus) => void>(() => undefined);
  const keys = useMemo(
    () => ({ F5: refresh, 'Ctrl+r': refresh, c: () => markRef.current('completed'), f: () => markRef.current('failed') }),
    [refresh],
  );
  useScreenKeys(keys);
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    // The rows take the keys as soon as one arrives here, unless somebody is typing.
    if (document.activeElement === null || !document.activeElement.matches('input, textarea'))
      screen.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  }, []);
  // Where there are rows: a first history may come in after its first answer.
  const arrived = (list.answer?.total ?? 0) > 0;
  useEffect(() => {
    if (arrived) pending.begin();
  }, [arrived, pending]);

  const type = (text: string) => {
    setError(undefined);
    pending.type(text);
  };
  const choice = useStore(desk.choices.payments);
  const markChosen = (to: BulkStatus) => desk.bulk.getState().rehearse('payments', to);
  const mark = (to: PaymentStatus) => {
    if (number === null) {
      setError(typed.trim() === '' ? 'Type the payment’s number.' : 'A payment number is a whole number, like 12.');
      return;
    }
    const standing = known?.payment.standing ?? 'settled';
    if (standing !== 'settled' || underWay.has(number) || (to !== 'pending' && known?.payment.status === to)) return;
    const target = known === null ? targetByNumber(number) : targetOf(known.payment, known);
    const onward = () => {
      const next = to === 'pending' ? null : pending.after(number);
      if (next !== null) pending.goOn(next);
    };
    const chosen = pending.list.getState().selectedId === number;
    // Onward with the key, not with the answer: the next key is for the next payment.
    onward();
    void desk.marks
      .getState()
      .mark(target, to, onward)
      .then((taken) => {
        if (taken !== 'taken' && chosen) pending.goOn(number);
      });
  };
  markRef.current = (to) => (choice.many && to !== 'pending' ? markChosen(to) : mark(to));
  // The same ones each time: a row that has not changed is then not drawn again.
  const select = useCallback(
    (index: number, gesture: Gesture) => {
      setError(undefined);
      desk.choices.payments.getState().act(index, gesture);
    },
    [desk],
  );
  const open = useCallback(() => {
    const { cache, selectedIndex } = pending.list.getState();
    const order = selectedIndex === null ? null : rowAt(cache, selectedIndex)?.payment.order;
    if (order != null) desk.showOrder(order);
  }, [desk, pending]);
  const { answer } = list;
  return (
    <section className="payments-screen" aria-label="Payments" ref={screen}>
      <header className="screen-head">
        <div>
          <h1 className="screen-title">Pending payments</h1>
          <p className="soft number">
            {answer === null ? 'Counting…' : counted(answer.pending, 'payment')}
            {answer === null || answer.pending === 0 ? null : (
              <>
                {' · '}
                <Amount value={answer.sum} copy /> in all · oldest first
              </>
            )}
          </p>
        </div>
        <Button icon={<RefreshCw size={14} aria-hidden="true" />} pending={history.refreshing} title="Refresh (F5)" onPress={refresh}>
          Refresh
        </Button>
      </header>
      <MarkBar
        typed={typed}
        number={number}
        error={error}
        known={known}
        line={known === null ? null : pendingLine(known, currency, now)}
        underWay={number === null ? null : (underWay.get(number) ?? null)}
        onType={type}
        onMark={mark}
      />
      {answer !== null && !answer.embedded ? (
        <div className="payments-note">
          <Note tone="info">
            This server does not list the payments of its orders, so only payments that this desk has seen stand here. Any other can be
            marked by its number.
          </Note>
        </div>
      ) : null}
      <PendingGrid
        list={list}
        choice={choice}
        empty={<PendingEmpty history={history.state} problem={list.problem} onRetry={refresh} />}
        onSelect={select}
        onHover={pending.hover}
        onOpen={open}
      />
      <ChoiceBar choice={desk.choices.payments} total={answer?.pending ?? 0} onMark={markChosen} />
    </section>
  );
}
