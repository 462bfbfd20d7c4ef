// Why there are no rows: nothing there yet, nothing found, or nothing to be had; each with its way out.
import { CloudOff, Inbox, RefreshCwOff, SearchX } from 'lucide-react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { HistoryQuery, HistoryState } from '../../shared/ipc/order-schemas.ts';
import { useSpoken } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { counted } from '../ui/format-time.ts';
import { STATE_WORDS } from './order-words.ts';

interface OrdersEmptyProps {
  readonly query: HistoryQuery;
  readonly history: HistoryState | null;
  readonly problem: AppError | null;
  /** How many orders the text finds, whatever their status. */
  readonly anyStatus: number;
  readonly onAnyStatus: () => void;
  readonly onRetry: () => void;
  readonly onClear: () => void;
  readonly onNewOrder: () => void;
}

export function OrdersEmpty({ query, history, problem, anyStatus, onAnyStatus, onRetry, onClear, onNewOrder }: OrdersEmptyProps) {
  const filtered = query.text.trim() !== '' || query.state !== null;
  const total = history?.total ?? 0;
  const trouble = problem ?? (total === 0 ? (history?.problem ?? null) : null);
  useSpoken(trouble === null ? null : describeError(trouble));
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
    const elsewhere = query.state !== null && query.text.trim() !== '' && anyStatus > 0;
    return (
      <EmptyState
        icon={SearchX}
        {...nothingFound(query, history)}
        action={
          elsewhere ? (
            <Button onPress={onAnyStatus}>Show the {counted(anyStatus, 'match')} of any status</Button>
          ) : (
            <Button onPress={onClear}>Show all orders</Button>
          )
        }
      />
    );
  }
  if (history !== null && history.asOf === null && total === 0) {
    return (
      <EmptyState
        icon={RefreshCwOff}
        title="The history has not been loaded"
        text="Loading was cancelled before the server had answered."
        action={<Button onPress={onRetry}>Load the history</Button>}
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

function nothingFound({ text, state }: HistoryQuery, history: HistoryState | null): { readonly title: string; readonly text: string } {
  // With a field in it, it is more than words that are contained.
  const verb = text.includes(':') ? 'matches' : 'contains';
  const words = text.trim() === '' ? null : `${verb} “${text.trim()}”`;
  const status = state === null ? null : `is “${STATE_WORDS[state].word}”`;
  const what = [words, status].filter((part) => part !== null).join(' and ');
  const all = counted(history?.total ?? 0, 'order');
  if (history?.partial)
    return { title: 'No order matches so far', text: `None of the first ${all} ${what}. The others are still on their way.` };
  return { title: 'No order matches', text: `None of ${all} ${what}.` };
}

function unreadableText(count: number): string {
  return `The server sent ${counted(count, 'row')} without an order number, which cannot be shown.`;
}
