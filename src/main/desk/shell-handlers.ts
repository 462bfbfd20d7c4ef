// Main's answers to what the window's frame asks: what still waits to be sent, closing, and notices that have been read.
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { Operations } from '../journal/operations.ts';
import { cancelWaiting, listWaiting, sendWaiting } from '../journal/waiting.ts';

/** The signed-in person's own. */
export interface OwnOperations {
  readonly operations: Operations;
  readonly owner: Owner;
}

export interface ShellParts {
  own(): Result<OwnOperations>;
  dismissNotices(): void;
  /** The page shows the question whether to close. */
  closingShown(): void;
  close(answer: 'close' | 'stay'): void;
}

type Shell = Pick<Handlers, 'waiting.list' | 'waiting.send' | 'waiting.cancel' | 'app.closingShown' | 'app.close' | 'notices.dismiss'>;

export function createShellHandlers(parts: ShellParts): Shell {
  const withOwn = async <O>(work: (own: OwnOperations) => O | Promise<O>): Promise<Result<Awaited<O>>> => {
    const own = parts.own();
    return own.ok ? ok(await work(own.value)) : own;
  };
  const done = (): Result<null> => ok(null);
  return {
    'waiting.list': () => withOwn(({ operations, owner }) => listWaiting(operations, owner)),
    'waiting.send': () => withOwn(({ operations, owner }) => sendWaiting(operations, owner)),
    'waiting.cancel': ({ ids }) =>
      withOwn(async ({ operations, owner }) => {
        const cancelled = await cancelWaiting(operations, owner, ids);
        return { cancelled, list: listWaiting(operations, owner) };
      }),
    'app.closingShown': () => {
      parts.closingShown();
      return done();
    },
    'app.close': ({ answer }) => {
      parts.close(answer);
      return done();
    },
    'notices.dismiss': () => {
      parts.dismissNotices();
      return done();
    },
  };
}
