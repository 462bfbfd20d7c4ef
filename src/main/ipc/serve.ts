// Answers every request of the page: sender, name, input, handler, output, in this order. What crosses is checked both ways.
import * as v from 'valibot';
import { appError } from '../../shared/errors/app-error.ts';
import { type RequestName, requests } from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Handlers } from './handlers.ts';

export interface ServeParts {
  readonly handlers: Handlers;
  /** A short random name under which a bug can be found in the log. */
  newReference(): string;
  log(line: string): void;
}

/**
 * @returns the answer to one request. Never rejects: a bug or bad input becomes an `internal` error with a reference, and only the log
 *   says more, without the payload, which may hold a password.
 */
export function createServe({ handlers, newReference, log }: ServeParts): (name: unknown, input: unknown) => Promise<Result<unknown>> {
  const internal = (what: string): Result<never> => {
    const reference = newReference();
    log(`${reference} ${what}`);
    return fail({ kind: 'internal', reference });
  };

  const leaving = (name: RequestName, told: unknown): Result<never> => {
    const error = v.safeParse(appError, told);
    return error.success ? fail(error.output) : internal(`${name}: error refused: ${paths(error.issues)}`);
  };

  return async (name, input) => {
    if (!isRequestName(name)) return internal(`request of an unknown name: ${printable(name)}`);
    const contract = requests[name];
    try {
      const parsed = v.safeParse(contract.input as v.GenericSchema, input);
      if (!parsed.success) return internal(`${name}: input refused: ${paths(parsed.issues)}`);
      // The name picks handler and schema together; the compiler cannot follow that through a union, the schema above did.
      const handler = handlers[name] as (checked: unknown) => Result<unknown> | Promise<Result<unknown>>;
      const answer = await handler(parsed.output);
      if (!answer.ok) return leaving(name, answer.error);
      const output = v.safeParse(contract.output as v.GenericSchema, answer.value);
      return output.success ? { ok: true, value: output.output } : internal(`${name}: output refused: ${paths(output.issues)}`);
    } catch (thrown) {
      return internal(`${name}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'threw something that is no error'}`);
    }
  };
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

/** On one line and not long, so that a name of the page's making cannot pass for another line of the log, or fill it. */
function printable(name: unknown, longest = 60): string {
  return typeof name === 'string' ? JSON.stringify(name.slice(0, longest)) : typeof name;
}

/** Where it was wrong, never what it held. */
function paths(issues: readonly v.BaseIssue<unknown>[]): string {
  return printable(issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', '), 200).slice(1, -1);
}
