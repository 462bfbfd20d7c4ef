// What nobody but this person can settle, above everything else: oldest first.

import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { factsOf, outcomeWords } from '../../shared/domain/operation-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import type { ActivityFacts } from './activity-store.ts';
import { lineOf, outcomeLook } from './activity-words.ts';

interface NeedsYouProps {
  readonly due: ActivityFacts['decisions'];
  readonly onDecide: (id: string) => void;
  readonly onAll: () => void;
}

export function NeedsYou({ due: { total, operations }, onDecide, onAll }: NeedsYouProps) {
  if (total === 0) return null;
  return (
    <section className="needs-you" aria-label="Needs you">
      <header>
        <h2>Needs you</h2>
        <span className="soft number">{grouped(total)}</span>
        {total > operations.length ? (
          <button type="button" className="inline-action" onClick={onAll}>
            Show all
          </button>
        ) : null}
      </header>
      <ol>
        {operations.map((operation) => (
          <li key={operation.id}>
            <StatusMark status={outcomeLook(operation)} />
            <span className="needs-what">
              <strong>
                <ServerText text={lineOf(operation)} whole />
              </strong>
              <Facts operation={operation} />
              <span className="soft">{outcomeWords(operation)}.</span>
            </span>
            <span className="soft">
              <When iso={operation.askedAt} />
            </span>
            <Button aria-label={`Decide on ${lineOf(operation).toLowerCase()}`} onPress={() => onDecide(operation.id)}>
              Decide
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What it is for, and how much. */
function Facts({ operation }: { readonly operation: Operation }) {
  const { product, amount } = factsOf(operation);
  return (
    <>
      {product === null ? null : <ServerText text={product} />}
      {amount === null ? null : <Amount value={amount} />}
    </>
  );
}
