// Attack: made-up payloads for every request, thousands of them: none may reach a handler, break main, or come back as anything but a refusal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../src/main/ipc/handlers.ts';
import { createServe } from '../../src/main/ipc/serve.ts';
import { type RequestName, requests } from '../../src/shared/ipc/contract.ts';

const NAMES = Object.keys(requests) as RequestName[];
const PAYLOADS = 1_000;
const NAMES_TRIED = 10_000;

/** Handlers that only count what reaches them. */
function countedHandlers(): { handlers: Handlers; reached: unknown[] } {
  const reached: unknown[] = [];
  const take = (input: unknown) => {
    reached.push(input);
    return { ok: false, error: { kind: 'session-ended' } };
  };
  return { handlers: Object.fromEntries(NAMES.map((name) => [name, take])) as unknown as Handlers, reached };
}

function open() {
  const counted = countedHandlers();
  const lines: string[] = [];
  const serve = createServe({ handlers: counted.handlers, newReference: () => 'ref', log: (line) => lines.push(line) });
  return { ...counted, lines, serve };
}

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
});
/** An object always lacks or adds a field; text and numbers alone are what a few requests want. */
const never = anything.filter((value) => value !== null && (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1));

describe('made-up payloads', () => {
  it.each(NAMES)('%s refuses all of them', { timeout: 60_000 }, async (name) => {
    const { serve, reached, lines } = open();
    await fc.assert(
      fc.asyncProperty(never, async (payload) => {
        expect(await serve(name, payload)).toEqual({ ok: false, error: { kind: 'internal', reference: 'ref' } });
      }),
      { numRuns: PAYLOADS, seed: 20_260_214 },
    );
    expect(reached).toEqual([]);
    expect(lines.filter((line) => /[\r\n]/.test(line) || line.length > 300)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('a request by any name that is none of ours is refused', async () => {
    const { serve, reached } = open();
    const inherited = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, fc.string(), fc.constantFrom(...inherited)), anything, async (name, payload) => {
        fc.pre(!(NAMES as unknown[]).includes(name));
        expect(await serve(name, payload)).toEqual({ ok: false, error: { kind: 'internal', reference: 'ref' } });
      }),
      { numRuns: NAMES_TRIED, seed: 20_260_214 },
    );
    expect(reached).toEqual([]);
  });

  it('what a handler answers beyond its contract does not leave: a token cannot slip out', async () => {
    const { handlers, lines } = open();
    const leaking = {
      ...handlers,
      'settings.read': () => ({ ok: true, value: { theme: 'dark', currency: '', access: 'eyJhbGciOi.eyJ1c2VyIjox.c2lnbmF0dXJl' } }),
    } as unknown as Handlers;
    const serve = createServe({ handlers: leaking, newReference: () => 'ref', log: (line) => lines.push(line) });
    expect(await serve('settings.read', null)).toEqual({ ok: false, error: { kind: 'internal', reference: 'ref' } });
    expect(lines.join()).toContain('access');
    expect(lines.join()).not.toContain('eyJ');
  });
});
