// The dry run before a bulk run: how many payments, how much money, which are left out and why. Nothing has been written when it is shown.
import { type ReactNode, useState } from 'react';
import { formatMoney } from '../../shared/domain/money.ts';
import type { BulkStatus, Plan } from '../../shared/ipc/bulk-requests.ts';
import { useCurrency } from '../app/context.ts';
import { paymentStatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { counted, grouped } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Tick } from '../ui/Tick.tsx';
import { useOnce } from '../ui/use-once.ts';
import type { Rehearsal } from './bulk-store.ts';
import { exampleText, leftOutText, namesText, VERBS } from './bulk-words.ts';
import './bulk.css';

interface RehearsalDialogProps {
  readonly rehearsal: Rehearsal;
  readonly onStart: (confirmed: boolean) => Promise<void>;
  readonly onClose: () => void;
}

export function RehearsalDialog({ rehearsal, onStart, onClose }: RehearsalDialogProps) {
  const { input, plan, problem } = rehearsal;
  const [confirmed, setConfirmed] = useState(false);
  const [starting, run] = useOnce();
  const none = plan !== null && plan.payments === 0;
  const unconfirmed = plan !== null && plan.large > 0 && !confirmed;
  const submit = () => {
    if (none) onClose();
    else if (plan !== null && !unconfirmed) run(() => onStart(confirmed));
  };
  const verb = VERBS[input.to];
  const counting = plan === null && problem === null;
  return (
    <FormDialog
      title={plan === null || none ? `${verb} payments` : `${verb} ${counted(plan.payments, 'payment')}?`}
      lead={counting ? 'Counting…' : 'Nothing has been written or sent yet.'}
      open
      onClose={onClose}
      onSubmit={submit}
    >
      {plan === null ? null : <PlanFacts plan={plan} by={input.of.by === 'orders' ? 'orders' : 'payments'} />}
      {plan === null || plan.large === 0 ? null : <Large plan={plan} confirmed={confirmed} onConfirm={setConfirmed} />}
      <Problem text={problem} />
      <div className="dialog-actions">
        {none ? null : <Button onPress={onClose}>Do not mark</Button>}
        <Button
          type="submit"
          kind={none ? 'plain' : 'primary'}
          autoFocus
          pending={starting || counting}
          unavailable={unconfirmed || plan === null}
        >
          {submitWords(input.to, plan)}
        </Button>
      </div>
    </FormDialog>
  );
}

function submitWords(to: BulkStatus, plan: Plan | null): string {
  if (plan === null) return VERBS[to];
  return plan.payments === 0 ? 'Close' : `${VERBS[to]} ${counted(plan.payments, 'payment')}`;
}

interface FactsProps {
  readonly plan: Plan;
  readonly by: 'orders' | 'payments';
}

function PlanFacts({ plan, by }: FactsProps): ReactNode {
  return (
    <>
      {plan.payments === 0 ? <p>None of what is chosen can be marked {plan.to}.</p> : <WhatIsMarked plan={plan} />}
      {plan.several === 0 ? null : (
        <p>
          {plan.several === 1 ? '1 order has' : `${grouped(plan.several)} orders have`} more than one pending payment: all of them are
          marked.
        </p>
      )}
      {plan.unpriced === 0 ? null : (
        <p>
          {plan.unpriced === 1 ? 'The amount of 1 payment is' : `The amounts of ${grouped(plan.unpriced)} payments are`} not known, and not
          in the sum.
        </p>
      )}
      <LeftOut plan={plan} by={by} />
    </>
  );
}

function WhatIsMarked({ plan }: { readonly plan: Plan }): ReactNode {
  const currency = useCurrency();
  const more = plan.payments - plan.examples.length;
  return (
    <>
      <dl className="dialog-facts plan-facts">
        <dt>Payments</dt>
        <dd className="number">{grouped(plan.payments)}</dd>
        <dt>In all</dt>
        <dd>
          <Amount value={plan.sum} copy />
        </dd>
        <dt>Orders</dt>
        <dd className="number">{grouped(plan.orders)}</dd>
      </dl>
      <p className="plan-change">
        <StatusMark status={paymentStatusWords('pending')} />
        <span aria-hidden="true">→</span>
        <span className="unseen">to</span>
        <StatusMark status={paymentStatusWords(plan.to)} />
      </p>
      <ul className="plan-examples" aria-label="Payments to be marked">
        {plan.examples.map((example) => (
          <li key={example.payment} className="cut">
            {exampleText(example, currency)}
          </li>
        ))}
        {more > 0 ? <li className="soft">and {grouped(more)} more</li> : null}
      </ul>
    </>
  );
}

function LeftOut({ plan: { leftOut, to }, by }: FactsProps): ReactNode {
  if (leftOut.length === 0) return null;
  return (
    <section className="plan-left" aria-label="Left out">
      <h3>Left out: {grouped(leftOut.reduce((sum, { count }) => sum + count, 0))}</h3>
      <ul>
        {leftOut.map(({ why, count, examples }) => (
          <li key={why}>
            {leftOutText(why, count, to)} <span className="soft">({namesText(examples, count, by)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LargeProps {
  readonly plan: Plan;
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}

/** The second word that each large amount wants; given once for all of them, and only by somebody who was told how many. */
function Large({ plan, confirmed, onConfirm }: LargeProps): ReactNode {
  const currency = useCurrency();
  const limit = formatMoney(plan.limit, currency);
  const one = plan.large === 1;
  return (
    <Note tone="warn">
      <Tick checked={confirmed} onChange={onConfirm}>
        {one ? '1 payment is' : `${grouped(plan.large)} payments are`} above {limit}, the amount above which each mark is confirmed. Mark{' '}
        {one ? 'it' : 'them'} as well.
      </Tick>
    </Note>
  );
}
