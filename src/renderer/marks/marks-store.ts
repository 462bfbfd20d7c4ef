// Marking from anywhere on screen: asks main to take a mark on, asks the person for what is missing, undoes, and knows all that is not settled.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isSettled } from '../../shared/domain/operation.ts';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import type { Operation, Seen } from '../../shared/domain/operation-schemas.ts';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { BatchView, DeskState } from '../../shared/ipc/operation-requests.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { heldText, movedText, notTakenText } from './mark-words.ts';

/** What is marked, and what stood on the screen when it was. */
export interface MarkTarget {
  readonly payment: number;
  readonly saw: Seen;
}

/** What main wants to know before it takes a mark on. */
export interface Question extends MarkTarget {
  readonly to: PaymentStatus;
  readonly reason: boolean;
  readonly confirm: boolean;
}

export interface MarksState {
  /** null until main has answered for the first time. */
  readonly desk: DeskState | null;
  /** Asked of main and not written down yet, by payment number. */
  readonly underWay: ReadonlyMap<number, PaymentStatus>;
  readonly question: Question | null;
  /**
   * @param onward called when the person has answered a question and it was taken on after all.
   * @returns `taken` when it is on the disk; `question` when the person has to say more; `no` otherwise, which has been told.
   */
  mark(target: MarkTarget, to: PaymentStatus, onward?: () => void): Promise<'taken' | 'question' | 'no'>;
  /** Gives what was missing. @returns why it was not taken on after all; null when it was. */
  answer(reason: string | null): Promise<string | null>;
  dismiss(): void;
  /** Undoes the newest mark that is held. @returns the payment that it was of; null when there was nothing to undo. */
  undo(): Promise<number | null>;
  /** Sends all that is held at once. */
  sendNow(): Promise<void>;
  /** @param moved told of each single operation that has moved. @returns the stop */
  follow(moved: (operation: Operation) => void): () => void;
}

export type MarksStore = StoreApi<MarksState>;

export function createMarksStore(client: Client, announcements: Announcements, currency: () => string): MarksStore {
  return createStore<MarksState>((set, get) => {
    const say = () => announcements.getState();
    let answered = (): void => undefined;
    /** Taken on by this page and not settled, by payment: its row may still be on its way to the screen. */
    const own = new Map<number, Operation>();
    const remember = (operation: Operation): void => {
      const { wish, state } = operation;
      if (wish.kind !== 'mark') return;
      if (isSettled(state)) own.delete(wish.payment);
      else own.set(wish.payment, operation);
    };
    /** A key pressed twice, faster than the row could change: that is no failure. */
    const isOnItsWay = (payment: number, error: AppError): boolean => {
      const before = own.get(payment);
      return error.kind === 'busy' && before !== undefined && !needsPerson(before);
    };
    /** What Z must not overlook: asked of main just now. And what it must not take twice: being undone just now. */
    const taking = new Set<Promise<unknown>>();
    const undoing = new Set<string>();
    const take = async (target: MarkTarget, to: PaymentStatus, reason: string | null, confirmed: boolean) => {
      set({ underWay: new Map(get().underWay).set(target.payment, to) });
      const asked = client.request('payments.mark', { ...target, to, reason, confirmed });
      taking.add(asked);
      const result = await asked.finally(() => taking.delete(asked));
      const rest = new Map(get().underWay);
      rest.delete(target.payment);
      set({ underWay: rest });
      if (result.ok) remember(result.value);
      if (result.ok && isHeldForAWhile(result.value)) say().murmur(heldText(result.value));
      return result;
    };
    /** What has become of it is told when the batch has come to its end. */
    const undoBatch = async ({ batch }: BatchView) => {
      const undone = await client.request('bulk.cancel', { batch });
      if (!undone.ok) say().fail(`It could not be undone. ${describeError(undone.error)}`);
      return null;
    };
    return {
      desk: null,
      underWay: new Map(),
      question: null,
      async mark(target, to, onward = () => undefined) {
        if (get().underWay.has(target.payment)) return 'no';
        const result = await take(target, to, null, false);
        if (result.ok) return 'taken';
        const question = questionOf(target, to, result.error);
        if (question !== null) {
          answered = onward;
          set({ question });
          return 'question';
        }
        if (!isOnItsWay(target.payment, result.error)) say().fail(notTakenText(target.payment, to, result.error));
        return 'no';
      },
      async answer(reason) {
        const { question } = get();
        if (question === null) return null;
        const { to, payment, saw } = question;
        const result = await take({ payment, saw }, to, reason, true);
        if (!result.ok) return describeError(result.error);
        set({ question: null });
        answered();
        return null;
      },
      dismiss: () => set({ question: null }),
      async undo() {
        await Promise.all(taking);
        const batch = heldBatch(get().desk, undoing);
        if (batch !== null) return await undoBatch(batch);
        const last = newestHeld(get().desk, undoing);
        if (last === null) {
          say().murmur('Nothing to undo: no mark is held.');
          return null;
        }
        undoing.add(last.id);
        const result = await client.request('operations.undo', { id: last.id }).finally(() => undoing.delete(last.id));
        if (!result.ok) {
          say().fail(`It could not be undone. ${describeError(result.error)}`);
          return null;
        }
        return last.wish.kind === 'mark' ? last.wish.payment : null;
      },
      async sendNow() {
        const held = get().desk?.open.filter(({ state }) => state.name === 'held') ?? [];
        const batches = get().desk?.batches.filter(({ heldUntil }) => heldUntil !== null) ?? [];
        await Promise.all([
          ...held.map(({ id }) => client.request('operations.sendNow', { id })),
          ...batches.map(({ batch }) => client.request('bulk.sendNow', { batch })),
        ]);
      },
      follow(moved) {
        const stops = [
          client.subscribe('desk.changed', (desk) => set({ desk })),
          client.subscribe('operation.moved', (operation) => {
            remember(operation);
            const told = movedText(operation, currency());
            if (told?.tone === 'good') say().announce(told.text);
            if (told?.tone === 'bad') say().fail(told.text);
            if (told?.tone === 'soft') say().murmur(told.text);
            moved(operation);
          }),
        ];
        void client.request('desk.state', null).then((result) => {
          if (result.ok && get().desk === null) set({ desk: result.value });
        });
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
  });
}

/** What main wants to know before it takes the mark on; null where it refused it for another reason. */
function questionOf(target: MarkTarget, to: PaymentStatus, error: AppError): Question | null {
  const fields = error.kind === 'refused' ? error.fields : {};
  const question = { ...target, to, reason: 'reason' in fields, confirm: 'confirm' in fields };
  return question.reason || question.confirm ? question : null;
}

/** With a hold of no length every mark is held for an instant, and there is nothing to undo. */
function isHeldForAWhile({ state, askedAt }: Operation): boolean {
  return state.name === 'held' && Date.parse(state.until) > Date.parse(askedAt);
}

const NONE: ReadonlySet<string> = new Set();

/** @param except operations that are being undone. */
export function newestHeld(desk: DeskState | null, except = NONE): Operation | null {
  return desk?.open.findLast((operation) => isHeldForAWhile(operation) && !except.has(operation.id)) ?? null;
}

/** The batch that was asked for last of all that is held; null where a single mark is newer, or no batch is held. */
export function heldBatch(desk: DeskState | null, except = NONE): BatchView | null {
  const batch = desk?.batches.find(({ heldUntil, paused }) => heldUntil !== null && !paused) ?? null;
  const single = newestHeld(desk, except);
  return batch === null || (single !== null && single.askedAt > batch.at) ? null : batch;
}
