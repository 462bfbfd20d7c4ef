// Main's answer to each request of the contract: who may ask it, and which part of the desk it goes to.
import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { DeskState } from '../../shared/ipc/operation-requests.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Exports } from '../activity/export.ts';
import type { Batches } from '../bulk/batches.ts';
import { createBulkHandlers } from '../bulk/bulk-handlers.ts';
import type { Check } from '../check/check.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { Operations } from '../journal/operations.ts';
import { waitingOf } from '../journal/waiting.ts';
import { createOrder } from '../orders/create-order.ts';
import { markPayment } from '../payments/mark-payment.ts';
import { recordPayment } from '../payments/record-payment.ts';
import type { Session } from '../session/session.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import { createActivityHandlers } from './activity-handlers.ts';
import type { Identity } from './identity.ts';
import { createOutHandlers, type OutParts } from './out-handlers.ts';
import { createServerHandlers, type ServerHandlersParts } from './server-handlers.ts';
import { createShellHandlers, type ShellParts } from './shell-handlers.ts';
import { createViewHandlers, type ViewHandlersParts } from './view-handlers.ts';

export interface HandlerParts extends ShellParts, OutParts, Omit<ServerHandlersParts, 'file'>, ViewHandlersParts {
  readonly session: Session;
  readonly file: DeskFile;
  readonly info: { readonly version: string; readonly electron: string; readonly platform: string };
  /** The journal has been opened, or could not be. */
  readonly ready: Promise<void>;
  readonly exports: Exports;
  readonly check: Check;
  print(): Promise<Result<boolean>>;
  identity(): Identity | null;
  /** @returns false: what was to be erased of whoever has left is still on this computer. */
  left(): Promise<boolean>;
  /** The signed-in person's; null when nobody is, or nothing can be written down. */
  batches(): Batches | null;
  newKey(): string;
  openPractice(): Promise<Result<SessionView>>;
  state(): DeskState;
  wake(): void;
  insist(): void;
  /** Asks the server for the history of who is signed in. */
  refresh(): Promise<Result<HistoryState>>;
  wallClock(): Date;
}

type Handler<I, O> = (input: I) => Result<O> | Promise<Result<O>>;

export function createHandlers(parts: HandlerParts): Handlers {
  const { session, file, identity, state } = parts;

  /** For requests that need somebody signed in. */
  const signedIn =
    <I, O>(handler: (own: Identity, input: I) => Result<O> | Promise<Result<O>>): Handler<I, O> =>
    (input) => {
      const own = identity();
      return own === null ? fail({ kind: 'session-ended' }) : handler(own, input);
    };

  /** For requests that write: only where it can be written down first. */
  const writing = <I, O>(handler: (operations: Operations, input: I, own: Identity) => Promise<Result<O>>): Handler<I, O> =>
    signedIn((own, input) => (own.operations.ok ? handler(own.operations.value, input, own) : own.operations));

  /** Nobody undoes, sends or decides on what somebody else at this desk has asked for. */
  const ofTheirs = <I extends { readonly id: string }>(
    act: (operations: Operations, input: I) => Promise<Result<Operation>>,
  ): Handler<I, Operation> =>
    writing(async (operations, input, { connection: { server, username } }) => {
      const asked = operations.operation(input.id);
      const theirs = asked === null || sameOwner(asked.owner, { server: server.base, username });
      return theirs ? await act(operations, input) : fail({ kind: 'forbidden', said: null });
    });

  const afterOpening =
    <I, O>(handler: (input: I) => Promise<Result<O>>): Handler<I, O> =>
    async (input) => {
      await parts.ready;
      return await handler(input);
    };

  return {
    ...createShellHandlers(parts),
    ...createServerHandlers(parts),
    ...createOutHandlers(parts),
    ...createViewHandlers(parts),
    'app.info': () => ok(parts.info),
    'session.view': () => ok(session.view()),
    'session.signIn': afterOpening((input) => session.signIn(input)),
    'session.register': afterOpening((input) => session.register(input)),
    'session.openPractice': afterOpening(() => parts.openPractice()),
    'session.giveUp': () => {
      session.giveUp();
      return ok(null);
    },
    'session.leave': () => {
      session.leave();
      return ok(null);
    },
    'session.signOut': async () => {
      const waiting = unsentBy(identity(), parts.exports.exported);
      if (waiting > 0) return fail({ kind: 'marks-waiting', count: waiting });
      const told = await session.signOut();
      return ok({ ...told, historyStays: !(await parts.left()) });
    },
    'profile.read': signedIn(({ profile }) => profile.read()),
    'profile.save': signedIn(({ profile }, fields) => profile.save(fields)),
    'profile.picture': signedIn(async ({ profile }) => ok(await profile.picture())),
    'history.state': signedIn(async ({ history, book }) => {
      // What is kept of it on this computer is told from the first moment on.
      await book.opening;
      return ok(history.state());
    }),
    'history.refresh': () => {
      parts.wake();
      return parts.refresh();
    },
    'history.cancel': signedIn(({ history }) => {
      history.cancel();
      return ok(history.state());
    }),
    'history.window': signedIn(async ({ book }, { query, fresh, ...range }) => ok(await book.window(query, range, fresh))),
    'history.position': signedIn(async ({ book }, { query, id }) => ok(await book.position(query, id))),
    'history.counts': signedIn(async ({ book }, { queries }) => ok([...(await book.counts(queries))])),
    'history.unreadable': signedIn(async ({ book }) => ok([...(await book.unreadable())])),
    'orders.peek': signedIn(async ({ orders }, id) => ok(await orders.peek(id))),
    'orders.open': signedIn(({ orders }, id) => orders.open(id)),
    'orders.create': writing((operations, input) => createOrder(operations, input)),
    'payments.pending': signedIn(async ({ book }, { offset, limit, keep }) => ok(await book.pending(offset, limit, keep))),
    'payments.peek': signedIn(async ({ book }, id) => ok(await book.pendingRow(id))),
    'payments.record': writing(async (operations, input, { book }) => {
      // Only for the record: a payment is recorded also where the history cannot be read.
      const [order] = await book.orders([input.order]).catch(() => [null]);
      return await recordPayment(operations, { ...input, product: order?.product ?? null });
    }),
    'payments.mark': writing((operations, input) => markPayment(operations, input, file.read().settings)),
    'desk.state': () => ok(state()),
    'desk.wake': () => {
      parts.wake();
      return ok(null);
    },
    'desk.insist': () => {
      parts.insist();
      return ok(null);
    },
    'operations.page': writing(async (operations, { offset, limit, ...filter }, { connection }) => {
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
      const page = await operations.page({ ...given, server: connection.server.base, offset, limit });
      return page.ok ? ok({ total: page.value.total, operations: [...page.value.operations] }) : page;
    }),
    'operations.undo': ofTheirs((operations, { id }) => operations.undo(id)),
    'operations.sendNow': ofTheirs((operations, { id }) => operations.sendNow(id)),
    'operations.decide': ofTheirs((operations, { id, decision }) => operations.decide(id, decision)),
    ...createBulkHandlers({ signedIn, writing, rules: () => file.read().settings, batches: parts.batches, newId: parts.newKey }),
    ...createActivityHandlers(parts),
    'check.start': parts.check.start,
    'check.cancel': () => {
      parts.check.cancel();
      return ok(null);
    },
    'check.copy': async () => ok(await parts.check.copy()),
    'insights.read': signedIn(async ({ book }) => ok(await book.insights())),
    'settings.read': () => ok(file.read().settings),
    'settings.save': (settings) => {
      file.save({ settings });
      return ok(file.read().settings);
    },
  };
}

/**
 * Practice leaves nothing behind: there signing out gives up what is held.
 * @param exported what somebody has saved elsewhere: it stays in the journal and goes out when the same person signs in again.
 */
function unsentBy(identity: Identity | null, exported: ReadonlySet<string>): number {
  if (identity === null || identity.connection.practice || !identity.operations.ok) return 0;
  const { server, username } = identity.connection;
  const own = waitingOf(identity.operations.value, { server: server.base, username });
  return own.filter(({ id }) => !exported.has(id)).length;
}
