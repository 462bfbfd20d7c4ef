// Puts one operation before a person that nobody else can settle: what is known of it, and what may become of it.
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { outcomeWords } from '../../shared/domain/operation-words.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ConflictQuestion } from './ConflictQuestion.tsx';
import { CreationQuestion } from './CreationQuestion.tsx';
import { type Question, questionOf, titleOf } from './decision-words.ts';
import type { Decisions } from './decisions-store.ts';
import { Facts, type QuestionProps } from './Facts.tsx';
import { MarkLostQuestion } from './MarkLostQuestion.tsx';
import { WaitingQuestion } from './WaitingQuestion.tsx';
import './decisions.css';

const QUESTIONS: Readonly<Record<Exclude<Question, 'none'>, (props: QuestionProps) => ReactNode>> = {
  conflict: ConflictQuestion,
  'unknown-mark': MarkLostQuestion,
  'unknown-creation': CreationQuestion,
  waiting: WaitingQuestion,
};

export function DecisionDialog({ decisions }: { readonly decisions: Decisions }) {
  const { id, entry, problem } = useStore(decisions.store);
  useEffect(() => decisions.follow(), [decisions]);
  useFocusBack(id !== null);
  if (id === null || (entry === null && problem === null)) return null;
  if (entry === null) return <Plain decisions={decisions} title="Decide" problem={problem} />;
  const { operation, own } = entry;
  const question = questionOf(operation);
  if (question === 'none' || !own) {
    const others = question !== 'none' && !own;
    return (
      <Plain decisions={decisions} title={others ? 'It is somebody else’s' : titleOf(operation)} problem={problem}>
        <Facts operation={operation} />
        <p>
          {others
            ? `Only ${operation.owner.username} can decide on it: nothing goes out under another account than the one that asked.`
            : `${outcomeWords(operation)}.`}
        </p>
      </Plain>
    );
  }
  const Asked = QUESTIONS[question];
  return <Asked key={`${id} ${question}`} decisions={decisions} operation={operation} />;
}

/** The dialog's face may change while it is open, so that React Aria no longer knows who opened it. */
function useFocusBack(open: boolean): void {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return;
    // Before the operation has been read nothing is drawn, and whoever asked for it still has the focus.
    opener.current = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        if (nowhere && opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
      });
    };
  }, [open]);
}

interface PlainProps {
  readonly decisions: Decisions;
  readonly title: string;
  readonly problem: string | null;
  readonly children?: ReactNode;
}

function Plain({ decisions, title, problem, children }: PlainProps) {
  return (
    <FormDialog title={title} open onClose={decisions.close} onSubmit={decisions.close}>
      {children}
      <Problem text={problem} />
      <div className="dialog-actions">
        <Button type="submit" kind="primary" autoFocus>
          Close
        </Button>
      </div>
    </FormDialog>
  );
}
