// Somebody else changed the payment before this mark was sent: theirs and ours side by side, and the person chooses.
import { useState } from 'react';
import { useStore } from 'zustand';
import { lacksReason } from '../../shared/domain/operation-rules.ts';
import { factsOf } from '../../shared/domain/operation-words.ts';
import { ReasonPicker } from '../marks/ReasonPicker.tsx';
import { paymentStatusWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { useOnce } from '../ui/use-once.ts';
import { When } from '../ui/When.tsx';
import { sentText } from './decision-words.ts';
import { Facts, type QuestionProps } from './Facts.tsx';

export function ConflictQuestion({ decisions, operation }: QuestionProps) {
  const problem = useStore(decisions.store, (state) => state.problem);
  const [reason, setReason] = useState(operation.reason ?? '');
  const [error, setError] = useState<string | undefined>(undefined);
  const [pending, run] = useOnce();
  const { state, saw } = operation;
  if (state.name !== 'conflict') return null;
  const { theirs } = state;
  const corrects = lacksReason(theirs, null);
  const setMine = () => {
    if (lacksReason(theirs, reason)) return setError('Say why, in a few words.');
    run(async () => setError((await decisions.decide({ kind: 'send-again', reason: corrects ? reason : null })) ?? undefined));
  };
  const { after } = factsOf(operation);
  return (
    <FormDialog
      title="Somebody else has changed it"
      open
      invalid={{ reason: error }}
      onClose={decisions.close}
      onSubmit={setMine}
      lead={`${sentText(operation)} Choose which one stays.`}
    >
      <Facts operation={operation} />
      <table className="sides">
        <thead>
          <tr>
            <td />
            <th scope="col">Theirs</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Status</th>
            <td>
              <StatusMark status={paymentStatusWords(theirs.status)} />
            </td>
            <td>
              <StatusMark status={paymentStatusWords(after)} />
            </td>
          </tr>
          <tr>
            <th scope="row">Amount</th>
            <td>
              <Amount value={theirs.amount} copy />
            </td>
            <td>
              <Amount value={saw.amount} copy />
            </td>
          </tr>
          <tr>
            <th scope="row">Who</th>
            <td>Somebody else: the server does not say who</td>
            <td>
              <ServerText text={operation.actor} whole />, who saw {saw.status ?? 'no status'}
            </td>
          </tr>
          <tr>
            <th scope="row">When</th>
            <td>
              Seen <When iso={operation.changedAt} />
            </td>
            <td>
              Asked for <When iso={operation.askedAt} />
            </td>
          </tr>
        </tbody>
      </table>
      {corrects ? (
        <ReasonPicker
          value={reason}
          error={error}
          autoFocus={false}
          onChange={(typed) => {
            setReason(typed);
            setError(undefined);
          }}
        />
      ) : null}
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={decisions.close}>
          Later
        </Button>
        <span className="spring" />
        <Button autoFocus pending={pending} onPress={() => run(async () => void (await decisions.decide({ kind: 'keep-theirs' })))}>
          Keep theirs
        </Button>
        <Button type="submit" kind="primary" pending={pending}>
          Set mine
        </Button>
      </div>
    </FormDialog>
  );
}
