// Why there are no rows: nothing there yet, nothing found, or nothing to be had; each with its way out.
import { CloudOff, Inbox, SearchX } from 'lucide-react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { HistoryQuery, HistoryState } from '../../shared/ipc/order-schemas.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { counted } from '../ui/format-time.ts';
import { STATE_WORDS } from './order-words.ts';

interface OrdersEmptyProps {
  readonly query: HistoryQuery;
  readonly history: HistoryState | null;
  readonly problem: AppError | null;
  readonly onRetry: () => void;
  readonly onClear: () => void;
  readonly onNewOrder: () => void;
}

export function OrdersEmpty({ query, history, problem, onRetry, onClear, onNewOrder }: OrdersEmptyProps) {
  const filtered = query.text.trim() !== '' || query.state !== null;
  const total = history?.total ?? 0;
  const trouble = problem ?? (total === 0 ? (history?.problem ?? null) : null);
  if (trouble !== null) {
    return (
      <EmptyState
        icon={CloudOff}
        title="The history could not be loaded"
        text={describeError(trouble)}
        action={<Button onPress={onRetry}>Try again</Button>}
      />
    );
  }
  if (filtered && total > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No order matches"
        text={`${searchedFor(query)} is in none of ${counted(total, 'order')}.`}
        action={<Button onPress={onClear}>Show all orders</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title="No orders yet"
      text={history?.unreadable ? unreadableText(history.unreadable) : 'The server’s history is empty. The first order appears here.'}
      action={<Button onPress={onNewOrder}>Create the first one</Button>}
    />
  );
}

function searchedFor({ text, state }: HistoryQuery): string {
  const words = text.trim() === '' ? null : `“${text.trim()}”`;
  const status = state === null ? null : `the status “${STATE_WORDS[state].word}”`;
  return [words, status]
    .filter((part) => part !== null)
    .join(' with ')
    .replace(/^the/, 'The');
}

function unreadableText(count: number): string {
  return `The server sent ${counted(count, 'row')} without an order number, which cannot be shown.`;
}
