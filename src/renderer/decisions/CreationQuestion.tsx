// A new order or payment whose answer was lost: what reading has found, to pick from; never created twice without a person's word.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import { paymentStatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { useOnce } from '../ui/use-once.ts';
import { When } from '../ui/When.tsx';
import { readingText } from './decision-words.ts';
import { Facts, type QuestionProps } from './Facts.tsx';
import { LookAgain } from './LookAgain.tsx';

export function CreationQuestion({ decisions, operation }: QuestionProps) {
  const { problem, orders } = useStore(decisions.store);
  const [picked, setPicked] = useState<number | null>(null);
  const [pending, run] = useOnce();
  const { state, wish } = operation;
  if (state.name !== 'unknown') return null;
  const { matches } = state;
  const thing = wish.kind === 'create-order' ? 'order' : 'payment';
  const number = picked !== null && matches.includes(picked) ? picked : null;
  const decide = (decision: Parameters<typeof decisions.decide>[0]) => run(async () => void (await decisions.decide(decision)));
  return (
    <FormDialog
      title="It is not known whether it was created"
      open
      onClose={decisions.close}
      onSubmit={() => undefined}
      lead={`The server’s answer was lost. Creating it again may make a second ${thing}.`}
    >
      <Facts operation={operation} />
      <p>{readingText(operation)}</p>
      {matches.length === 0 ? null : (
        <fieldset className="matches">
          <legend className="unseen">Which {thing} is it?</legend>
          {matches.map((match) => (
            <label key={match} className="match">
              <input type="radio" name="match" checked={number === match} onChange={() => setPicked(match)} />
              <Match operation={operation} number={match} orders={orders} />
            </label>
          ))}
        </fieldset>
      )}
      <LookAgain decisions={decisions} />
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={decisions.close}>
          Later
        </Button>
        <span className="spring" />
        <Button pending={pending} onPress={() => decide({ kind: 'say-not-done' })}>
          It was not created
        </Button>
        <Button pending={pending} onPress={() => decide({ kind: 'send-again', reason: null })}>
          Create it again
        </Button>
        {matches.length === 0 ? (
          <Button pending={pending} onPress={() => decide({ kind: 'say-done', number: null })}>
            It was created
          </Button>
        ) : (
          <Button
            kind="primary"
            pending={pending}
            unavailable={number === null}
            title={number === null ? 'Choose one above first' : undefined}
            onPress={() => decide({ kind: 'say-done', number })}
          >
            It is this one
          </Button>
        )}
      </div>
    </FormDialog>
  );
}

interface MatchProps {
  readonly operation: Operation;
  readonly number: number;
  readonly orders: ReadonlyMap<number, OrderRow>;
}

/** As far as this desk knows it: a number alone says little. */
function Match({ operation: { wish }, number, orders }: MatchProps) {
  if (wish.kind === 'create-order') {
    const order = orders.get(number);
    return (
      <>
        <span className="match-name">
          Order <span className="number">{number}</span>
        </span>
        {order === undefined ? null : (
          <span className="match-facts">
            <ServerText text={order.product} /> <ServerText text={order.customer} absent="" /> <When iso={order.createdAt} />
          </span>
        )}
        <Amount value={order?.total ?? null} />
      </>
    );
  }
  const payment = wish.kind === 'record-payment' ? orders.get(wish.order)?.payments?.find(({ id }) => id === number) : undefined;
  return (
    <>
      <span className="match-name">
        Payment <span className="number">{number}</span>
      </span>
      <span className="match-facts">
        {payment === undefined ? null : <StatusMark status={paymentStatusWords(payment.status)} />}
        {payment?.createdAt == null ? null : <When iso={payment.createdAt} />}
      </span>
      <Amount value={payment?.amount ?? null} />
    </>
  );
}
