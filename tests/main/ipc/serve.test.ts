// Every request of the page: checked on its way in and on its way out, and answered whatever happens.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServing, REQUEST_NAMES } from './answering-handlers.ts';

const internal = (reference: string) => ({ ok: false, error: { kind: 'internal', reference } });
const SIGN_IN = { server: 'https://shop.example', username: 'ram', password: 'TestPassword123', acceptPlainHttp: false };
const SIGNED_IN = { state: 'signed-in', server: 'https://shop.example', username: 'ram', name: 'Ram', practice: false, notKept: null };

describe('a request', () => {
  it('reaches its handler as it was checked, and its answer comes back', async () => {
    const { serve, called, lines } = createServing({ 'session.signIn': () => ({ ok: true, value: SIGNED_IN }) });
    expect(await serve('session.signIn', SIGN_IN)).toEqual({ ok: true, value: SIGNED_IN });
    expect([called, lines]).toEqual([[{ name: 'session.signIn', input: SIGN_IN }], []]);
  });

  it('waits for a handler that takes its time', async () => {
    const { serve } = createServing({ 'session.view': () => Promise.resolve({ ok: true, value: SIGNED_IN }) });
    expect(await serve('session.view', null)).toEqual({ ok: true, value: SIGNED_IN });
  });

  it('gets an expected failure as it is', async () => {
    expect(await createServing().serve('session.view', null)).toEqual({ ok: false, error: { kind: 'session-ended' } });
  });
});

describe('a request of an unknown name', () => {
  it.each([
    'session.steal',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    ' session.view',
    null,
    undefined,
    7,
    {},
    [],
    ['session.view'],
    { toString: 'session.view', valueOf: null },
    Object.create(null),
    Symbol('session.view'),
  ])('is refused with a reference: %o', async (name) => {
    const { serve, called, lines } = createServing();
    expect(await serve(name, null)).toEqual(internal('ref-1'));
    expect(called).toEqual([]);
    expect(lines).toEqual([expect.stringMatching(/^ref-1 request of an unknown name: /)]);
  });

  it('is logged shortly and on one line', async () => {
    const { serve, lines } = createServing();
    await serve(`x\n2026-11-02T09:30:00Z a forged line ${'y'.repeat(1_000)}`, null);
    expect(lines[0]).not.toContain('\n');
    expect(lines[0]?.length).toBeLessThan(120);
  });
});

describe('input that does not fit', () => {
  it.each([
    ['a missing field', { server: 'https://shop.example', username: 'ram', password: 'TestPassword123' }],
    ['an extra field', { ...SIGN_IN, remember: 'TestPassword123' }],
    ['another type', { ...SIGN_IN, password: ['TestPassword123'] }],
    ['too long', { ...SIGN_IN, password: 'TestPassword123'.repeat(10_000) }],
    ['nothing', null],
    ['undefined', undefined],
    ['a text', 'TestPassword123'],
  ])('(%s) reaches no handler, and the log says where but not what', async (_what, input) => {
    const { serve, called, lines } = createServing();
    expect(await serve('session.signIn', input)).toEqual(internal('ref-1'));
    expect(called).toEqual([]);
    expect(lines).toEqual([expect.stringMatching(/^ref-1 session\.signIn: input refused: (password|acceptPlainHttp|remember|\(whole\))$/)]);
  });

  it.each([0, -1, 1.5, '7', 2 ** 53, Number.NaN, null])('is %s as the number of an order', async (id) => {
    const { serve, called } = createServing();
    expect(await serve('orders.open', id)).toEqual(internal('ref-1'));
    expect(called).toEqual([]);
  });

  it('that breaks the check itself is answered, too', async () => {
    const { serve } = createServing();
    const trap = new Proxy(SIGN_IN, {
      get: () => {
        throw new Error('trap');
      },
    });
    expect(await serve('session.signIn', trap)).toEqual(internal('ref-1'));
  });
});

describe('output that does not fit', () => {
  it.each([
    ['an extra token', { ...SIGNED_IN, access: 'SECRET' }],
    ['a missing field', { state: 'signed-in' }],
    ['nothing', undefined],
    ['another state', { ...SIGNED_IN, state: 'root' }],
  ])('(%s) does not leave, and the log says where but not what', async (_what, value) => {
    const { serve, lines } = createServing({ 'session.view': () => ({ ok: true, value }) });
    const answer = await serve('session.view', null);
    expect(answer).toEqual(internal('ref-1'));
    expect(lines).toEqual([expect.stringMatching(/^ref-1 session\.view: output refused: /)]);
    expect(JSON.stringify([answer, lines])).not.toContain('SECRET');
  });

  it.each([
    ['with an extra token', { kind: 'session-ended', access: 'SECRET' }],
    ['of an unknown kind', { kind: 'mystery', detail: 'SECRET' }],
    ['that is none', 'SECRET'],
  ])('as an error %s does not leave either', async (_what, error) => {
    const { serve, lines } = createServing({ 'session.view': () => ({ ok: false, error }) });
    const answer = await serve('session.view', null);
    expect(answer).toEqual(internal('ref-1'));
    expect(JSON.stringify([answer, lines])).not.toContain('SECRET');
  });
});

describe('a bug', () => {
  it.each([
    [
      'thrown',
      () => {
        throw new TypeError('x is not a function');
      },
    ],
    ['rejected', () => Promise.reject(new TypeError('x is not a function'))],
  ])('%s becomes a reference; the log has its stack, not the payload', async (_what, handler) => {
    const { serve, lines } = createServing({ 'session.signIn': handler });
    expect(await serve('session.signIn', SIGN_IN)).toEqual(internal('ref-1'));
    expect(lines[0]).toMatch(/^ref-1 session\.signIn: TypeError: x is not a function\n\s+at /);
    expect(lines.join()).not.toContain('TestPassword123');
  });

  it('that throws something else says nothing of it', async () => {
    const { serve, lines } = createServing({ 'session.signIn': () => Promise.reject({ password: 'TestPassword123' }) });
    expect(await serve('session.signIn', SIGN_IN)).toEqual(internal('ref-1'));
    expect(lines).toEqual(['ref-1 session.signIn: threw something that is no error']);
  });

  it.each([undefined, null, 7, 'text'])('that answers %s becomes a reference', async (answer) => {
    const { serve } = createServing({ 'session.view': () => answer });
    expect(await serve('session.view', null)).toEqual(internal('ref-1'));
  });

  it('gives each its own reference', async () => {
    const { serve } = createServing();
    expect([await serve('a', null), await serve('b', null)]).toEqual([internal('ref-1'), internal('ref-2')]);
  });
});

it('whatever is asked under whatever name: an answer of the closed kinds, never a rejection', async () => {
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...REQUEST_NAMES) }, { weight: 1, arbitrary: fc.anything() });
  await fc.assert(
    fc.asyncProperty(name, fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true }), async (asked, input) => {
      const { serve } = createServing();
      const answer = await serve(asked, input);
      expect(answer.ok ? 'ok' : answer.error.kind).toMatch(/^(internal|session-ended)$/);
    }),
    { numRuns: 3_000 },
  );
});
