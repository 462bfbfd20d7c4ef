// Main's answers to what the page asks about everything that this desk did.
import { isSettled } from '../shared/domain/operation.ts';
import { sameOwner } from '../shared/domain/operation-rules.ts';
import type { Operation } from '../shared/domain/operation-schemas.ts';
import { fail, type Result } from '../shared/result.ts';
import type { Exports } from './activity/export.ts';
import type { Identity } from './identity.ts';
import type { Handlers } from './ipc/handlers.ts';
import type { Operations } from './journal/operations.ts';

export interface ActivityHandlerParts {
  readonly exports: Exports;
  identity(): Identity | null;
}

export type ActivityHandlers = Pick<Handlers, 'operations.export'>;

export function createActivityHandlers({ exports, identity }: ActivityHandlerParts): ActivityHandlers {
  /** For those who are signed in where there is a journal. */
  const withJournal =
    <I, O>(handler: (operations: Operations, input: I, own: Identity) => Promise<Result<O>>) =>
    async (input: I): Promise<Result<O>> => {
      const own = identity();
      if (own === null) return fail({ kind: 'session-ended' });
      return own.operations.ok ? await handler(own.operations.value, input, own) : own.operations;
    };

  return {
    'operations.export': withJournal((operations, input, own) => {
      switch (input.what) {
        case 'activity':
          return exports.exportActivity(operations, own.connection.server.base, input.filter);
        case 'journal':
          return exports.exportJournal(operations);
        case 'waiting':
          return exports.exportOperations(unsettledOf(operations, own), 'waiting');
      }
    }),
  };
}

/** Of this person at this server, oldest first. */
function unsettledOf(operations: Operations, { connection: { server, username } }: Identity): readonly Operation[] {
  const owner = { server: server.base, username };
  return operations.unsettled().filter((operation) => !isSettled(operation.state) && sameOwner(operation.owner, owner));
}
