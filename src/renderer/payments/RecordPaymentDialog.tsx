// Recording a payment: the amount starts with what is due, and what another amount means is said before it is sent.
import { useState } from 'react';
import { checkPaymentAmount } from '../../shared/domain/new-order.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import { useCurrency } from '../app/context.ts';
import type { PaymentDraft } from '../orders/drafts-store.ts';
import { amountMeaning, offeredAmount } from '../orders/new-order-form.ts';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { Tick } from '../ui/Tick.tsx';
import { useOnce } from '../ui/use-once.ts';

interface RecordPaymentDialogProps {
  readonly open: boolean;
  readonly id: number;
  readonly order: OrderRow | null;
  readonly draft: PaymentDraft;
  readonly onChange: (draft: PaymentDraft) => void;
  readonly onRecord: (amount: string) => Promise<void>;
  readonly onClose: () => void;
}

export function RecordPaymentDialog({ open, id, order, draft, onChange, onRecord, onClose }: RecordPaymentDialogProps) {
  const currency = useCurrency();
  const [looked, setLooked] = useState(false);
  const [pending, run] = useOnce();
  const due = order?.due ?? null;
  const amount = draft.amount ?? offeredAmount(due);
  const { problem } = draft;
  const held = problem.lost !== null && !looked;
  const meaning = amountMeaning(amount, due, currency);
  const submit = () => {
    if (held) return;
    const checked = checkPaymentAmount(amount);
    if ('problem' in checked) return onChange({ amount, problem: { ...problem, fields: { amount: checked.problem } } });
    run(async () => {
      setLooked(false);
      await onRecord(amount);
    });
  };
  return (
    <FormDialog
      title="Record payment"
      open={open}
      invalid={problem.fields}
      onClose={onClose}
      onSubmit={submit}
      lead={
        <>
          For order {id}, <ServerText text={order?.product ?? null} absent="product not told" whole />
        </>
      }
    >
      <dl className="dialog-facts">
        <dt>Total</dt>
        <dd>
          <Amount value={order?.total ?? null} />
        </dd>
        <dt>Paid</dt>
        <dd>
          <Amount value={order?.paid ?? null} />
        </dd>
        <dt>Due</dt>
        <dd>
          <Amount value={due} />
        </dd>
      </dl>
      <Field
        label="Amount"
        numeric
        autoFocus
        value={amount}
        error={problem.fields.amount}
        onChange={(value) => onChange({ amount: value, problem: { ...problem, fields: {} } })}
      />
      {meaning === null ? null : <Note tone={meaning.tone}>{meaning.words}</Note>}
      <PendingAlready order={order} />
      <Problem text={problem.summary} />
      {problem.lost !== null ? (
        <Tick checked={looked} onChange={setLooked}>
          I looked at the order’s payments; it is not there. Record it again.
        </Tick>
      ) : null}
      <div className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
        <Button type="submit" kind="primary" pending={pending} unavailable={held}>
          Record payment
        </Button>
      </div>
    </FormDialog>
  );
}

/** A payment that only waits to be marked is easily recorded a second time. */
function PendingAlready({ order }: { readonly order: OrderRow | null }) {
  const waiting = order?.payments?.find((payment) => payment.status === 'pending');
  if (waiting === undefined) return null;
  return (
    <Note tone="warn">
      Payment {waiting.id} of <Amount value={waiting.amount} /> is already pending on this order.
    </Note>
  );
}
