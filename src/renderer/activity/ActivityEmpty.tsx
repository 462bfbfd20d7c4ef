// What stands where entries would be.
import { History, SearchX } from 'lucide-react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type ActivityQuery, isFiltered } from './activity-query.ts';

interface ActivityEmptyProps {
  readonly query: ActivityQuery;
  readonly problem: AppError | null;
  readonly onAll: () => void;
  readonly onRetry: () => void;
}

export function ActivityEmpty({ query, problem, onAll, onRetry }: ActivityEmptyProps) {
  if (problem !== null) {
    return (
      <EmptyState
        icon={History}
        title="The journal could not be read"
        text={describeError(problem)}
        action={<Button onPress={onRetry}>Try again</Button>}
      />
    );
  }
  if (query.outcome === 'needs-you')
    return (
      <EmptyState
        icon={History}
        title="Nothing needs you"
        text="Nothing is unknown, in conflict, or too old to be sent by itself."
        action={<Button onPress={onAll}>Show everything</Button>}
      />
    );
  if (isFiltered(query))
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing found"
        text="No entry of this desk matches all of this."
        action={<Button onPress={onAll}>Show everything</Button>}
      />
    );
  return <EmptyState icon={History} title="Nothing yet" text="Marks, new orders and recorded payments appear here with their result." />;
}
