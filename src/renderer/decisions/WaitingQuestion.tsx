// What waits to be sent, and above all what has waited for so long that a person has to say so: send it, or cancel it.
import { useStore } from 'zustand';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import { outcomeWords } from '../../shared/domain/operation-words.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useOnce } from '../ui/use-once.ts';
import { askedAgo, titleOf } from './decision-words.ts';
import { Facts, type QuestionProps } from './Facts.tsx';

export function WaitingQuestion({ decisions, operation }: QuestionProps) {
  const problem = useStore(decisions.store, (state) => state.problem);
  const [pending, run] = useOnce();
  const now = useNow();
  const { state, wish } = operation;
  if (state.name !== 'waiting') return null;
  const aged = needsPerson(operation);
  const send = () => run(async () => void (await decisions.decide({ kind: 'send-again', reason: null })));
  return (
    <FormDialog title={titleOf(operation)} open onClose={decisions.close} onSubmit={send}>
      <Facts operation={operation} />
      <p>
        {aged ? `${askedAgo(operation, now)}: send it or cancel it. Nothing this old is sent by itself.` : `${outcomeWords(operation)}.`}{' '}
        {wish.kind === 'mark' ? 'Before it is sent Paydesk looks whether somebody else has changed the payment.' : ''}
      </p>
      {state.trail.doubt ? <p>An earlier attempt may have been carried out.</p> : null}
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={decisions.close}>
          Later
        </Button>
        <span className="spring" />
        <Button autoFocus={aged} pending={pending} onPress={() => run(decisions.cancel)}>
          Cancel it
        </Button>
        <Button type="submit" kind="primary" autoFocus={!aged} pending={pending}>
          Send it
        </Button>
      </div>
    </FormDialog>
  );
}
