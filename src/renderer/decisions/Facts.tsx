// What a decision is about: what was asked for, by whom, when, how often it was sent, and what went wrong.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { factsOf } from '../../shared/domain/operation-words.ts';
import { attemptsText, problemText } from '../activity/activity-words.ts';
import { Amount } from '../ui/Amount.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { headFacts } from './decision-words.ts';
import type { Decisions } from './decisions-store.ts';

export interface QuestionProps {
  readonly decisions: Decisions;
  readonly operation: Operation;
}

export function Facts({ operation }: { readonly operation: Operation }) {
  const { amount } = factsOf(operation);
  const told = [attemptsText(operation), problemText(operation)].filter((text) => text !== null);
  return (
    <div className="decision-facts">
      <p>
        {headFacts(operation).map((fact, index) => (
          <span key={fact}>
            {index === 0 ? null : ' · '}
            <ServerText text={fact} whole />
          </span>
        ))}
        {amount === null ? null : (
          <>
            {' · '}
            <Amount value={amount} copy />
          </>
        )}
      </p>
      <p className="soft">
        Asked for by <ServerText text={operation.actor} whole />, <When iso={operation.askedAt} />. {told.join(' ')}
      </p>
    </div>
  );
}
