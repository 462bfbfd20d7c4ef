// The connection check of this desk: joined with the session, whose way of signing in it tries, and with the page that watches it.
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import { type Check, type CheckParts, createCheck } from '../check/check.ts';
import { obtainTokens } from '../session/server-calls.ts';

/** What the check looks through, beside the network that all calls take. */
export type CheckSeams = Pick<CheckParts, 'sight' | 'direct' | 'copy'>;

interface DeskCheckParts extends Omit<CheckParts, 'connection' | 'obtain' | 'changed'> {
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

export function createDeskCheck(parts: DeskCheckParts, connection: CheckParts['connection']): Check {
  return createCheck({ ...parts, connection, obtain: obtainTokens, changed: (report) => parts.publish('check.changed', report) });
}
