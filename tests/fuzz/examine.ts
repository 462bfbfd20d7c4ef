// Takes one fuzzed answer through the production path and examines what a person would be told. Throws at the first broken rule.
import * as v from 'valibot';
import { ORDER_NAMES } from '../../src/renderer/orders/new-order-form.ts';
import { ACCOUNT_NAMES } from '../../src/renderer/session/registration.ts';
import { sortError } from '../../src/renderer/ui/field-errors.ts';
import { appError } from '../../src/shared/errors/app-error.ts';
import { describeError } from '../../src/shared/errors/describe.ts';
import type { WireAnswer } from '../main/http/golden/fixture.ts';
import { askFor, DOINGS, type Outcome } from '../main/http/golden/production-path.ts';
import { createChance } from '../simulation/chance.ts';
import { fuzzedAnswer } from './fuzzed-answer.ts';

/** In characters: twenty sentences of 300, each with the name of its field. */
const LONGEST_TEXT = 14_000;

const NEVER_SHOWN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['markup', /<[a-z!/?]|&lt;[a-z!/?]/i],
  ['a stack', /Traceback \(most|File "[^"]*", line \d|\bat [^\s(]+ ?\([^)]*:\d+\)/],
  ['a token', /\beyJ[\w-]{8,}/],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  ['a control character', /[\u0000-\u001f\u007f-\u009f]/],
  ['a character that turns or hides text', /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/],
  ['half a character', /\p{Surrogate}/u],
];

/** @returns what became of it: a class of outcome or a kind of error, for the figures. */
export async function examine(seed: number): Promise<string> {
  const chance = createChance(seed);
  const doing = chance.pick(DOINGS) ?? 'mark';
  const answer = fuzzedAnswer(chance);
  const outcome = await askFor(doing, () => responseOf(answer));
  const isWrite = doing === 'mark' || doing.startsWith('create') || doing.startsWith('record');
  examineClass(outcome, answer.status, isWrite);
  const { error } = outcome;
  if (error === null) return outcome.class;
  v.parse(appError, error);
  const { fields, summary } = sortError(error, chance.happens(0.5) ? ORDER_NAMES : ACCOUNT_NAMES);
  for (const text of [describeError(error), ...Object.values(fields), summary ?? '']) examineText(text);
  return error.kind;
}

function examineClass(outcome: Outcome, status: number, isWrite: boolean): void {
  if (status >= 300 && outcome.error === null) throw new Error(`status ${status} was taken for a success`);
  if (isWrite && status >= 500 && outcome.class !== 'unknown') throw new Error(`a write that met ${status} was told as ${outcome.class}`);
  if (isWrite && status < 300 && outcome.class !== 'done' && outcome.class !== 'unknown')
    throw new Error(`a write that met ${status} was told as ${outcome.class}`);
}

function examineText(text: string): void {
  if (text.length > LONGEST_TEXT) throw new Error(`a text of ${text.length} characters`);
  for (const [what, pattern] of NEVER_SHOWN)
    if (pattern.test(text)) throw new Error(`${what} is shown: ${JSON.stringify(text.slice(0, 400))}`);
}

const WITHOUT_BODY = new Set([204, 304]);

function responseOf({ status, type, body, headers }: WireAnswer): Response {
  return new Response(WITHOUT_BODY.has(status) ? null : body, {
    status,
    headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) },
  });
}
