// A mark whose answer was lost, and which reading does not settle: what is known, and a person's word on it.
import { useStore } from 'zustand';
import type { Operation, Wish } from '../../shared/domain/operation-schemas.ts';
import { outcomeWords } from '../../shared/domain/operation-words.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useOnce } from '../ui/use-once.ts';
import { Facts, type QuestionProps } from './Facts.tsx';
import { LookAgain } from './LookAgain.tsx';

export function MarkLostQuestion({ decisions, operation }: QuestionProps) {
  const { problem, orders } = useStore(decisions.store);
  const [pending, run] = useOnce();
  const { wish } = operation;
  if (wish.kind !== 'mark') return null;
  const again = () => run(async () => void (await decisions.decide({ kind: 'send-again', reason: null })));
  return (
    <FormDialog
      title="It is not known whether it was marked"
      open
      onClose={decisions.close}
      onSubmit={again}
      lead="Setting the same status again does no harm: if it was set already, nothing changes."
    >
      <Facts operation={operation} />
      <p>
        {outcomeWords(operation)}. {lastWord(operation, wish, orders)}
      </p>
      <LookAgain decisions={decisions} />
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={decisions.close}>
          Later
        </Button>
        <span className="spring" />
        <Button pending={pending} onPress={() => run(async () => void (await decisions.decide({ kind: 'say-not-done' })))}>
          It was not done
        </Button>
        <Button
          pending={pending}
          onPress={() => run(async () => void (await decisions.decide({ kind: 'say-done', number: wish.payment })))}
        >
          It was done
        </Button>
        <Button type="submit" kind="primary" autoFocus pending={pending}>
          Set it again
        </Button>
      </div>
    </FormDialog>
  );
}

/** What the server last said of the payment, wherever this desk has heard it. */
function lastWord({ saw }: Operation, { payment }: Extract<Wish, { kind: 'mark' }>, orders: ReadonlyMap<number, OrderRow>): string {
  const told = saw.order === null ? undefined : orders.get(saw.order)?.payments?.find(({ id }) => id === payment);
  return told?.status == null
    ? 'The server has not said how the payment stands.'
    : `The server’s last word on the payment: ${told.status}.`;
}
