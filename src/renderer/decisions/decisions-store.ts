// The one decision that is asked for above any screen: opened by an operation's id from wherever somebody meets it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Decision, Operation } from '../../shared/domain/operation-schemas.ts';
import { outcomeWords } from '../../shared/domain/operation-words.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { ActivityEntry } from '../../shared/ipc/activity-requests.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import type { Result } from '../../shared/result.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { movedText } from '../marks/mark-words.ts';
import { decidedText } from './decision-words.ts';

export interface DecisionsState {
  /** The operation that is asked about; null when nothing is. */
  readonly id: string | null;
  /** null until it has been read. */
  readonly entry: ActivityEntry | null;
  /** Orders that say what the numbers in question are, by their own number: as far as this desk knows them. */
  readonly orders: ReadonlyMap<number, OrderRow>;
  /** Why it could not be read, or what came instead of the person's decision. */
  readonly problem: string | null;
  /** The person has asked to look once more, and nothing has come of it yet. */
  readonly looking: boolean;
}

export interface Decisions {
  readonly store: StoreApi<DecisionsState>;
  open(id: string): void;
  close(): void;
  /** @returns what is missing, where it is the reason; null otherwise, and what there is to say stands in the store or has been told. */
  decide(decision: Decision): Promise<string | null>;
  /** Gives up what waits. */
  cancel(): Promise<void>;
  lookAgain(): Promise<void>;
  /** @returns the stop */
  follow(): () => void;
}

const CLOSED: DecisionsState = { id: null, entry: null, orders: new Map(), problem: null, looking: false };

export function createDecisions(client: Client, announcements: Announcements, currency: () => string): Decisions {
  const store = createStore<DecisionsState>(() => CLOSED);
  const isOpen = (id: string): boolean => store.getState().id === id;

  const read = async (id: string): Promise<void> => {
    const result = await client.request('activity.entry', { id });
    if (!isOpen(id)) return;
    if (!result.ok) return store.setState({ problem: describeError(result.error) });
    if (result.value === null) return store.setState({ problem: 'This desk knows nothing of it.' });
    // Only a new word ends the looking.
    const same = result.value.operation.changedAt === store.getState().entry?.operation.changedAt;
    store.setState({ entry: result.value, ...(same ? {} : { looking: false }) });
    takeBack(result.value.operation);
    await readOrders(id, result.value.operation);
  };

  const readOrders = async (id: string, operation: Operation): Promise<void> => {
    const told = await Promise.all(ordersToRead(operation).map(readOrder));
    const orders = new Map<number, OrderRow>();
    for (const order of told) if (order !== null) orders.set(order.id, order);
    if (isOpen(id)) store.setState({ orders });
  };

  /** At once where this desk knows it; one that has just been found is asked for. */
  const readOrder = async (id: number): Promise<OrderRow | null> => {
    const known = await client.request('orders.peek', id);
    if (known.ok && known.value !== null) return known.value;
    const asked = await client.request('orders.open', id);
    return asked.ok ? asked.value.order : null;
  };

  /** The dialog says it now, and it would lie over the dialog's buttons. */
  const takeBack = (operation: Operation): void => {
    const said = movedText(operation, currency())?.text;
    const { shown, dismiss } = announcements.getState();
    for (const { id, tone, text } of shown) if (tone === 'failure' && text === said) dismiss(id);
  };

  /** Somebody else, or the server's answer, was faster than the person. */
  const tooLate = async (id: string): Promise<void> => {
    await read(id);
    const { entry } = store.getState();
    if (!isOpen(id) || entry === null) return;
    store.setState({ problem: `It has gone on meanwhile, so nothing was changed by you. ${outcomeWords(entry.operation)}.` });
  };

  const act = async (work: (id: string) => Promise<Result<Operation>>): Promise<AppError | null> => {
    const { id } = store.getState();
    if (id === null) return null;
    store.setState({ problem: null });
    const result = await work(id);
    if (result.ok) {
      const told = decidedText(result.value);
      if (told !== null) announcements.getState().announce(told);
      if (isOpen(id)) store.setState(CLOSED);
      return null;
    }
    if (result.error.kind === 'moved-on') await tooLate(id);
    return result.error;
  };
  const tell = (error: AppError | null): void => {
    if (error !== null && error.kind !== 'moved-on') store.setState({ problem: describeError(error) });
  };

  return {
    store,
    open(id) {
      store.setState({ ...CLOSED, id });
      void read(id);
    },
    close: () => store.setState(CLOSED),
    async decide(decision) {
      const error = await act((id) => client.request('operations.decide', { id, decision }));
      const lacking = error?.kind === 'refused' ? error.fields['reason']?.join(' ') : undefined;
      if (lacking !== undefined) return lacking;
      tell(error);
      return null;
    },
    async cancel() {
      tell(await act((id) => client.request('operations.undo', { id })));
    },
    async lookAgain() {
      store.setState({ looking: true, problem: null });
      const result = await client.request('desk.insist', null);
      if (!result.ok) store.setState({ looking: false, problem: describeError(result.error) });
    },
    follow() {
      // Batches tell no single moves; the state of the desk tells that something has moved.
      const renew = () => {
        const { id } = store.getState();
        if (id !== null) void read(id);
      };
      return client.subscribe('desk.changed', renew);
    },
  };
}

/** More than this nobody compares by eye. */
const MOST_MATCHES = 12;

function ordersToRead({ wish, saw, state }: Operation): readonly number[] {
  if (wish.kind === 'record-payment') return [wish.order];
  if (wish.kind === 'mark') return saw.order === null ? [] : [saw.order];
  return state.name === 'unknown' ? state.matches.slice(0, MOST_MATCHES) : [];
}
