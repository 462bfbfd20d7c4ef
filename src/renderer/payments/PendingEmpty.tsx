// Why no pending payment is shown: none is left, or the list could not be had.
import { CircleCheckBig, CloudOff } from 'lucide-react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { useSpoken } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface PendingEmptyProps {
  readonly history: HistoryState | null;
  readonly problem: AppError | null;
  readonly onRetry: () => void;
}

export function PendingEmpty({ history, problem, onRetry }: PendingEmptyProps) {
  const trouble = problem ?? (history?.asOf === null ? history.problem : null);
  useSpoken(trouble === null ? null : describeError(trouble));
  if (trouble !== null) {
    return (
      <EmptyState
        icon={CloudOff}
        title="The payments could not be loaded"
        text={describeError(trouble)}
        action={<Button onPress={onRetry}>Try again</Button>}
      />
    );
  }
  return <EmptyState icon={CircleCheckBig} title="Nothing is pending" text="Every payment that this desk knows of has been decided." />;
}
