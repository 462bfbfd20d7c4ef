// Answers as servers really give them, byte for byte (wire-shapes A1 to A9), through the whole production path to the sentence on screen.
import { describe, expect, it } from 'vitest';
import { ORDER_NAMES, PAYMENT_NAMES } from '../../../src/renderer/orders/new-order-form.ts';
import { PROFILE_NAMES } from '../../../src/renderer/profile/profile-store.ts';
import { ACCOUNT_NAMES } from '../../../src/renderer/session/registration.ts';
import { SIGN_IN_NAMES } from '../../../src/renderer/session/sign-in-errors.ts';
import { sortError } from '../../../src/renderer/ui/field-errors.ts';
import { describeError } from '../../../src/shared/errors/describe.ts';
import { ACCOUNTS } from './golden/accounts.ts';
import { API_ERRORS } from './golden/api-errors.ts';
import { AROUND_THE_SERVER } from './golden/around-the-server.ts';
import type { Golden, WireAnswer } from './golden/fixture.ts';
import { askFor, type Doing } from './golden/production-path.ts';
import { REFUSALS } from './golden/refusals.ts';

const ALL: readonly Golden[] = [...REFUSALS, ...API_ERRORS, ...ACCOUNTS, ...AROUND_THE_SERVER];

const FORMS: Readonly<Partial<Record<Doing, Readonly<Record<string, string>>>>> = {
  'sign in': SIGN_IN_NAMES,
  register: ACCOUNT_NAMES,
  'create an order': ORDER_NAMES,
  'record a payment': PAYMENT_NAMES,
  'save the profile': PROFILE_NAMES,
};

/** What a write is told as, by its error: never done, and only where it is certain. */
const CLASSES: Readonly<Record<string, string>> = { refused: 'refused', 'outcome-unknown': 'unknown' };

function responseOf({ status, type, body, headers }: WireAnswer): Response {
  return new Response(body, { status, headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) } });
}

it('there are at least sixty, each of its own', () => {
  expect(new Set(ALL.map(({ doing, what }) => `${doing}: ${what}`)).size).toBe(ALL.length);
  expect(ALL.length).toBeGreaterThanOrEqual(60);
});

describe.each(ALL)('$doing: $what', ({ doing, answer, error, sentence, form }) => {
  it('is told in a clerk’s words', async () => {
    const outcome = await askFor(doing, () => responseOf(answer));
    expect(outcome.error).toEqual(error);
    expect(describeError(error)).toBe(sentence);
    const isWrite = doing === 'mark' || doing.startsWith('create') || doing.startsWith('record');
    if (isWrite) expect(outcome.class).toBe(CLASSES[error.kind] ?? 'not-done');
  });

  if (form !== undefined) {
    it('stands in the form where it helps', () => {
      expect(sortError(error, FORMS[doing] ?? {})).toEqual({ fields: form.under, summary: form.above });
    });
  }
});
