// Handlers for the whole contract of which each test replaces the one it is about.
import type { Handlers } from '../../../src/main/ipc/handlers.ts';
import { createServe } from '../../../src/main/ipc/serve.ts';
import { type RequestName, requests } from '../../../src/shared/ipc/contract.ts';
import { fail } from '../../../src/shared/result.ts';

export const REQUEST_NAMES = Object.keys(requests) as RequestName[];

export type LooseHandler = (input: unknown) => unknown;

/** @param own answers as a handler with a bug would, hence without its types. */
export function createServing(own: Partial<Record<RequestName, LooseHandler>> = {}) {
  const lines: string[] = [];
  const called: { name: string; input: unknown }[] = [];
  const handlers = Object.fromEntries(
    REQUEST_NAMES.map((name) => [
      name,
      (input: unknown) => {
        called.push({ name, input });
        const handler = own[name];
        return handler === undefined ? fail({ kind: 'session-ended' }) : handler(input);
      },
    ]),
  ) as unknown as Handlers;
  let count = 0;
  const newReference = () => `ref-${++count}`;
  return { serve: createServe({ handlers, newReference, log: (line) => lines.push(line) }), lines, called };
}
