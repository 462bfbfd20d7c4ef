// What a mark needs before it is taken on: the reason of a correction, the second word for a large amount.
import { useState } from 'react';
import { formatMoney } from '../../shared/domain/money.ts';
import { useCurrency } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { useOnce } from '../ui/use-once.ts';
import type { Question } from './marks-store.ts';
import { ReasonPicker } from './ReasonPicker.tsx';

interface MarkQuestionProps {
  readonly question: Question;
  readonly onAnswer: (reason: string | null) => Promise<string | null>;
  readonly onClose: () => void;
}

export function MarkQuestion({ question, onAnswer, onClose }: MarkQuestionProps) {
  const { payment, to, saw } = question;
  const currency = useCurrency();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, run] = useOnce();
  const submit = () => {
    if (question.reason && reason.trim() === '') return setError('Say why, in a few words.');
    run(async () => setProblem(await onAnswer(question.reason ? reason : null)));
  };
  const amount = saw.amount === null ? null : formatMoney(saw.amount, currency);
  return (
    <FormDialog
      title={question.reason ? 'Correct a payment' : `Mark ${to}?`}
      open
      invalid={{ reason: error }}
      onClose={onClose}
      onSubmit={submit}
      lead={
        <>
          Payment {payment}
          {saw.order === null ? null : ` of order ${saw.order}`}
          {saw.product === null ? null : (
            <>
              , <ServerText text={saw.product} whole />
            </>
          )}
          {amount === null ? null : `, ${amount}`}: {saw.status ?? 'status not known'} → {to}.
        </>
      }
    >
      {question.confirm ? <p>This is more than the amount above which each mark is confirmed.</p> : null}
      {question.reason ? (
        <ReasonPicker
          value={reason}
          error={error}
          onChange={(typed) => {
            setReason(typed);
            setError(undefined);
          }}
        />
      ) : null}
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button onPress={onClose}>Do not mark</Button>
        <Button type="submit" kind="primary" pending={pending} autoFocus={!question.reason}>
          {question.reason ? `Correct to ${to}` : `Confirm ${to}`}
        </Button>
      </div>
    </FormDialog>
  );
}
