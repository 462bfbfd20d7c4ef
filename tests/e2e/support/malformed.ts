// Malformed requests for the bridge, as many as wanted, the same ones each time. Runs inside a page: functions and cycles cannot be sent there.
import type {} from '../../../src/renderer/bridge.ts';

export interface Shape {
  readonly name: string;
  /** An input that this request would accept; null where it takes none. */
  readonly input: unknown;
}

export interface Told {
  readonly sent: number;
  /** What did not end in a refusal, with the request's name. */
  readonly wrong: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
}

/**
 * Each payload is one that the request accepts, with one thing broken; or nothing like it at all.
 * @param shapes the requests and what they accept
 */
export async function sendMalformed({ shapes, rounds }: { shapes: readonly Shape[]; rounds: number }): Promise<Told> {
  let state = 20_260_214;
  const draw = (below: number): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const pick = <T>(items: readonly T[]): T => items[draw(items.length)] as T;
  const cycle = (): object => {
    const made: Record<string, unknown> = {};
    made['self'] = made;
    return made;
  };
  const deep = (): unknown => {
    let made: unknown = 0;
    for (let level = 0; level < 5_000; level += 1) made = [made];
    return made;
  };
  const polluting = (): unknown => JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}');
  // No request accepts any of these, in whole or in a field.
  const junk: readonly (() => unknown)[] = [
    ...[undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 2 ** 53, 10n, Symbol('s')].map((value) => () => value),
    () => [[]],
    () => [null],
    () => ({}),
    () => () => 'called',
    () => new Date(0),
    () => new Map([['a', 1]]),
    () => new Uint8Array(64),
    () => new Proxy({}, { get: () => 'trap', has: () => true }),
    () => Object.defineProperty({}, 'trap', { enumerable: true, get: () => window.open('about:blank') }),
    () => ({ toString: 1, valueOf: 2, toJSON: 3 }),
    () => document.body,
    () => new Error('eyJhbGciOiJI.eyJhbGciOiJI.eyJhbGciOiJI'),
    polluting,
    cycle,
    deep,
    () => 'x'.repeat(100_001),
    () => Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key ${index}\nforged line`, index])),
  ];
  const broken = (input: unknown): unknown => {
    if (typeof input !== 'object' || input === null || draw(4) === 0) return pick(junk)();
    const keys = Object.keys(input);
    const key = pick(keys);
    const { [key]: taken, ...rest } = input as Record<string, unknown>;
    switch (draw(4)) {
      case 0:
        return rest;
      case 1:
        return { ...input, [pick(['extra', 'token', '__proto_', 'constructor', key.toUpperCase()])]: taken };
      case 2:
        return { ...rest, [key]: broken(taken) };
      default:
        return { ...rest, [key]: [taken] };
    }
  };
  const names = [
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'session',
    'session.view ',
    'SESSION.VIEW',
    'x'.repeat(70_000),
  ];
  const told = { sent: 0, wrong: [] as string[], kinds: {} as Record<string, number> };
  const send = async (name: unknown, payload: unknown): Promise<void> => {
    told.sent += 1;
    let kind = 'never reached main';
    try {
      const answer = await (window.paydesk.request as (name: unknown, input: unknown) => Promise<unknown>)(name, payload);
      const { ok, error } = answer as { ok: boolean; error?: { kind: string } };
      kind = ok ? 'accepted' : (error?.kind ?? 'no kind');
    } catch (thrown) {
      // What cannot be cloned stops at the bridge. Anything else means that main broke.
      if (!/could not be cloned|recursion depth|non-cloneable|cyclic|proxy|Error processing argument/i.test(String(thrown)))
        kind = `broke: ${String(thrown)}`;
    }
    told.kinds[kind] = (told.kinds[kind] ?? 0) + 1;
    if (kind !== 'internal' && kind !== 'never reached main') {
      told.wrong.push(`${typeof name === 'string' ? name.slice(0, 40) : typeof name}: ${kind.slice(0, 200)}`);
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all([
      ...shapes.map(({ name, input }) => send(name, broken(input))),
      send(pick(names), null),
      send(pick(junk)(), { theme: 'dark', currency: '' }),
    ]);
  }
  return told;
}
