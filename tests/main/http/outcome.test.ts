// The whole table of evidence: what a write, and what a read, is told as after each kind of answer.
import { describe, expect, it } from 'vitest';
import type { AnswerBody, Evidence } from '../../../src/main/http/evidence.ts';
import { judgeRead, judgeWrite } from '../../../src/main/http/outcome.ts';
import { UNREACHABLE_REASONS } from '../../../src/shared/errors/app-error.ts';

const ORDER = { thing: 'order', id: 7 } as const;
const PAGE: AnswerBody = { kind: 'other' };
const EMPTY: AnswerBody = { kind: 'empty' };

function answer(status: number, body: AnswerBody, headers: Record<string, string> = {}): Evidence {
  return { kind: 'answer', status, body, headers: new Headers(headers) };
}

function json(value: unknown): AnswerBody {
  return { kind: 'json', value };
}

/** `done`, or the class and the error's kind. */
function written(evidence: Evidence, emptyIsFine = false): string {
  const outcome = judgeWrite(evidence, ORDER, emptyIsFine);
  return outcome.class === 'done' ? 'done' : `${outcome.class}: ${outcome.error.kind}`;
}

function read(evidence: Evidence): string {
  const result = judgeRead(evidence, ORDER);
  return result.ok ? 'read' : result.error.kind;
}

const DETAIL = json({ detail: 'As the server says it.' });
const FIELDS = json({ price: ['A valid number is required.'] });
const EXPIRED = json({ detail: 'Given token not valid for any token type', code: 'token_not_valid' });

const ANSWERS: readonly (readonly [status: number, what: string, body: AnswerBody, write: string, read: string])[] = [
  [200, 'JSON', json({ id: 7 }), 'done', 'read'],
  [201, 'JSON', json({ id: 7 }), 'done', 'read'],
  [200, 'null', json(null), 'done', 'read'],
  [200, 'a page: a guest Wi-Fi', PAGE, 'unknown: outcome-unknown', 'not-the-api'],
  [201, 'JSON cut off', PAGE, 'unknown: outcome-unknown', 'not-the-api'],
  [200, 'nothing', EMPTY, 'unknown: outcome-unknown', 'not-the-api'],
  [204, 'nothing, as it says', EMPTY, 'done', 'not-the-api'],
  [301, 'a page', PAGE, 'unknown: outcome-unknown', 'not-the-api'],
  [302, 'nothing', EMPTY, 'unknown: outcome-unknown', 'not-the-api'],
  [304, 'nothing', EMPTY, 'unknown: outcome-unknown', 'not-the-api'],
  [400, 'field errors', FIELDS, 'refused: refused', 'refused'],
  [400, 'a detail', DETAIL, 'refused: refused', 'refused'],
  [400, 'a list', json(['No.']), 'refused: refused', 'refused'],
  [400, 'a page: DisallowedHost', PAGE, 'not-done: not-the-api', 'not-the-api'],
  [401, 'JSON', DETAIL, 'not-done: session-ended', 'session-ended'],
  [401, 'an expired token', EXPIRED, 'not-done: session-ended', 'session-ended'],
  [401, 'a page: a proxy', PAGE, 'not-done: not-the-api', 'not-the-api'],
  [403, 'an expired token', EXPIRED, 'not-done: session-ended', 'session-ended'],
  [
    403,
    'somebody no longer active',
    json({ detail: 'User is inactive', code: 'user_inactive' }),
    'not-done: session-ended',
    'session-ended',
  ],
  [403, 'JSON', DETAIL, 'not-done: forbidden', 'forbidden'],
  [403, 'a page', PAGE, 'not-done: not-the-api', 'not-the-api'],
  [404, 'JSON', DETAIL, 'not-done: not-found', 'not-found'],
  [404, 'a page: no such address', PAGE, 'not-done: not-offered', 'not-offered'],
  [405, 'JSON', DETAIL, 'not-done: not-offered', 'not-offered'],
  [406, 'JSON', DETAIL, 'not-done: not-offered', 'not-offered'],
  [407, 'a page: a proxy', PAGE, 'not-done: not-the-api', 'not-the-api'],
  [408, 'a page', PAGE, 'unknown: outcome-unknown', 'unreachable'],
  [408, 'JSON', DETAIL, 'unknown: outcome-unknown', 'unreachable'],
  [409, 'JSON', DETAIL, 'refused: refused', 'refused'],
  [410, 'JSON', DETAIL, 'not-done: not-found', 'not-found'],
  [413, 'a page', PAGE, 'refused: refused', 'refused'],
  [415, 'JSON', DETAIL, 'not-done: not-offered', 'not-offered'],
  [422, 'JSON', FIELDS, 'refused: refused', 'refused'],
  [429, 'JSON', DETAIL, 'not-done: too-many-requests', 'too-many-requests'],
  [429, 'a page', PAGE, 'not-done: too-many-requests', 'too-many-requests'],
  [500, 'a page', PAGE, 'unknown: outcome-unknown', 'server-error'],
  [500, 'nothing', EMPTY, 'unknown: outcome-unknown', 'server-error'],
  [500, 'JSON', json({ error: 'Server Error (500)' }), 'unknown: outcome-unknown', 'server-error'],
  [500, 'JSON with an expired token’s code', EXPIRED, 'unknown: outcome-unknown', 'server-error'],
  [501, 'JSON', DETAIL, 'unknown: outcome-unknown', 'server-error'],
  [502, 'a page', PAGE, 'unknown: outcome-unknown', 'server-error'],
  [503, 'a page', PAGE, 'unknown: outcome-unknown', 'server-error'],
  [504, 'nothing', EMPTY, 'unknown: outcome-unknown', 'server-error'],
];

describe.each(ANSWERS)('%i with %s', (status, _what, body, expectedWrite, expectedRead) => {
  it(`leaves a write ${expectedWrite}`, () => {
    expect(written(answer(status, body))).toBe(expectedWrite);
  });

  it(`leaves a read ${expectedRead}`, () => {
    expect(read(answer(status, body))).toBe(expectedRead);
  });
});

describe('no answer', () => {
  it.each(UNREACHABLE_REASONS)('(%s), surely not sent: a write is not done', (reason) => {
    const evidence = { kind: 'no-answer', reason, certainlyNotSent: true } as const;
    expect(judgeWrite(evidence, ORDER)).toEqual({ class: 'not-done', error: { kind: 'unreachable', reason } });
    expect(judgeRead(evidence, ORDER)).toEqual({ ok: false, error: { kind: 'unreachable', reason } });
  });

  it.each(UNREACHABLE_REASONS)('(%s), maybe sent: a write is unknown', (reason) => {
    const evidence = { kind: 'no-answer', reason, certainlyNotSent: false } as const;
    expect(judgeWrite(evidence, ORDER)).toEqual({ class: 'unknown', error: { kind: 'outcome-unknown', thing: 'order', status: null } });
    expect(judgeRead(evidence, ORDER)).toEqual({ ok: false, error: { kind: 'unreachable', reason } });
  });

  it.each([true, false])('but a redirect: a write is unknown (%s)', (certainlyNotSent) => {
    const evidence = { kind: 'no-answer', reason: 'redirected', certainlyNotSent } as const;
    expect(written(evidence)).toBe('unknown: outcome-unknown');
    expect(read(evidence)).toBe('not-the-api');
  });
});

describe('what a write’s outcome carries', () => {
  it('the answer’s value when it is done', () => {
    expect(judgeWrite(answer(201, json({ id: 7 })), ORDER)).toEqual({ class: 'done', body: { id: 7 } });
    expect(judgeWrite(answer(204, EMPTY), ORDER)).toEqual({ class: 'done', body: null });
  });

  it('done without a body only where the caller can do without one', () => {
    expect(written(answer(200, EMPTY), true)).toBe('done');
    expect(written(answer(200, EMPTY), false)).toBe('unknown: outcome-unknown');
    expect(written(answer(200, PAGE), true)).toBe('unknown: outcome-unknown');
  });

  it('the status of an answer that leaves it unknown', () => {
    expect(judgeWrite(answer(502, PAGE), ORDER)).toMatchObject({ error: { kind: 'outcome-unknown', thing: 'order', status: 502 } });
  });

  it('the server’s sentences when it refused', () => {
    const body = json({ non_field_errors: ['Closed.'], price: ['Too low.'] });
    expect(judgeWrite(answer(400, body), ORDER)).toMatchObject({
      error: { kind: 'refused', summary: ['Closed.'], fields: { price: ['Too low.'] } },
    });
  });

  it('a sentence of ours when a proxy found it too large', () => {
    expect(judgeWrite(answer(413, PAGE), ORDER)).toMatchObject({ error: { summary: ['It is too large.'] } });
  });
});

describe('what an error carries', () => {
  it('what was not found', () => {
    expect(judgeRead(answer(404, DETAIL), ORDER)).toMatchObject({ error: { kind: 'not-found', thing: 'order', id: 7 } });
  });

  it('what the server says to somebody who may not', () => {
    expect(judgeRead(answer(403, DETAIL), ORDER)).toMatchObject({ error: { said: 'As the server says it.' } });
    expect(judgeRead(answer(403, json({})), ORDER)).toMatchObject({ error: { said: null } });
  });

  it('how long to wait, where the server says so', () => {
    expect(judgeRead(answer(429, DETAIL, { 'retry-after': '42' }), ORDER)).toMatchObject({ error: { wait: 42 } });
    expect(judgeRead(answer(429, DETAIL), ORDER)).toMatchObject({ error: { wait: null } });
  });
});
