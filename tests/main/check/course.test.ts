// How a check goes: in order, told as it is known, given up at once, one at a time; the clock; the text of it.

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readBeginning } from '../../../src/main/check/rows.ts';
import { STEPS } from '../../../src/main/check/steps.ts';
import { createPracticeStore } from '../../../src/main/practice/store.ts';
import { CHECK_STEPS } from '../../../src/shared/domain/connection-check.ts';
import { events } from '../../../src/shared/ipc/contract.ts';
import { wentWell } from '../store/support/open-shop.ts';
import { aCheck, type Odds, runOf } from './a-check.ts';

const store = createPracticeStore({ behaviour: { orders: 3 } });
const OPEN: Odds = {
  network: (request) => store.fetch(request),
  direct: { connect: async () => ({ kind: 'open' }), handshake: async () => null },
};
const never = <T>(): Promise<T> => new Promise(() => undefined);

describe('the list of tests', () => {
  it('has each once, and nothing comes before what it needs', () => {
    expect(STEPS.map(({ step }) => step).sort()).toEqual([...CHECK_STEPS].sort());
    STEPS.forEach(({ needs }, index) => {
      const before = STEPS.slice(0, index).map(({ step }) => step);
      expect(before).toEqual(expect.arrayContaining([...needs]));
    });
  });
});

describe('a check', () => {
  it('tells each line as it is known', async () => {
    const { ofAddress, told } = aCheck(OPEN);
    await ofAddress('https://shop.example');
    expect(told.map((report) => v.is(events['check.changed'], report))).not.toContain(false);
    const settled = told.map(({ lines }) => lines.filter(({ state }) => state !== 'waiting' && state !== 'running').length);
    expect(settled).toEqual(settled.toSorted((a, b) => a - b));
    expect(new Set(settled).size).toBe(CHECK_STEPS.length + 1);
    expect(told.slice(0, -1).every(({ state }) => state === 'running')).toBe(true);
    expect(told.at(-1)?.state).toBe('done');
  });

  it.each([
    ['a name lookup that never ends', { sight: { resolve: () => never<string[]>() } }],
    ['a connection that never comes about', { direct: { connect: () => never<{ kind: 'open' }>() } }],
    ['a server that never answers', { network: () => never<Response>() }],
  ])('is given up at once behind %s', async (_name, odds: Odds) => {
    const { check, told } = aCheck({ ...OPEN, ...odds });
    const going = check.start({ of: 'address', server: 'https://shop.example', acceptPlainHttp: false, signIn: null });
    await new Promise<void>((resolve) => setImmediate(resolve));
    check.cancel();
    const { report, line } = runOf(wentWell(await going));
    expect(report.state).toBe('cancelled');
    expect(line('speed')).toMatchObject({ state: 'not-tested', found: 'The check was cancelled before.' });
    expect(told.at(-1)).toEqual(report);
  });

  it('takes its own calls back when it is given up', async () => {
    let signal: AbortSignal | undefined;
    const { check } = aCheck({
      ...OPEN,
      network: (request) => {
        signal = request.signal;
        return never();
      },
    });
    const going = check.start({ of: 'address', server: 'https://shop.example', acceptPlainHttp: false, signIn: null });
    while (signal === undefined) await new Promise<void>((resolve) => setImmediate(resolve));
    check.cancel();
    await going;
    expect(signal.aborted).toBe(true);
  });

  it('gives way to the next one, and says nothing more', async () => {
    let held = true;
    const { check, told } = aCheck({ ...OPEN, network: (request) => (held ? never() : store.fetch(request)) });
    const input = { of: 'address', server: 'https://shop.example', acceptPlainHttp: false, signIn: null } as const;
    const first = check.start(input);
    held = false;
    const second = check.start(input);
    expect([wentWell(await first).state, wentWell(await second).state]).toEqual(['cancelled', 'done']);
    const runs = told.map(({ run }) => run);
    expect(runs).toEqual(runs.toSorted((a, b) => a - b));
    expect(told.at(-1)?.state).toBe('done');
  });
});

describe('the clock', () => {
  const HOUR = 3_600_000;
  it.each([
    [0, 'passed', 'This computer and the server agree on the time.'],
    [-30_000, 'passed', 'This computer and the server differ by 30 seconds.'],
    [-26 * HOUR, 'warning', 'This computer’s clock is 26 hours behind the server’s.'],
    [5 * HOUR, 'warning', 'This computer’s clock is 5 hours ahead of the server’s.'],
  ])('off by %i ms', async (off, state, found) => {
    // The practice store writes the Date of its own clock.
    const at = Date.parse('2026-11-02T09:30:00.500Z');
    const server = createPracticeStore({ behaviour: { orders: 1 }, now: () => at });
    const { ofAddress } = aCheck({ ...OPEN, network: (request) => server.fetch(request), wallClock: () => new Date(at + off) });
    expect((await ofAddress('https://shop.example')).line('clock')).toMatchObject({ state, found });
  });
});

describe('the text to copy', () => {
  it('says all that is on the screen, and which Paydesk found it', async () => {
    const copied: string[] = [];
    const { ofAddress, check } = aCheck({ ...OPEN, copied });
    expect(await check.copy()).toBe(false);
    const { report } = await ofAddress('https://shop.example/?token=abc#secret', {
      signIn: { username: 'practice', password: 'practice-2026' },
    });
    expect(await check.copy()).toBe(true);
    const [text = ''] = copied;
    for (const { found, hint } of report.lines) {
      expect(text).toContain(found);
      expect(text).toContain(hint ?? '');
    }
    for (const { cannot, copes } of report.limits) expect(text).toContain(`- ${cannot}\n  ${copes}`);
    expect(text).toContain('Server: https://shop.example\n');
    expect(text).toContain('Paydesk 0.1.0, Electron 45.4.1, linux');
    expect(text).toContain(report.startedAt);
    expect(text).not.toMatch(/token=|abc|secret|practice-2026|eyJ|Bearer/);
  });
});

it('the text to copy says what to do, and what the administrator has to know', async () => {
  const copied: string[] = [];
  const { ofAddress, check } = aCheck({
    ...OPEN,
    copied,
    network: async () => new Response('<h1>Bad Request (400)</h1>', { status: 400 }),
  });
  const { line } = await ofAddress('https://shop.example');
  await check.copy();
  const { found, advice, hint } = line('api');
  expect(copied[0]).toContain(`[Failed] The shop’s API: ${found}\n    To do: ${advice}\n    For the administrator: ${hint}\n`);
});

it('an address of any length, and whatever a server writes into its headers, still makes a report', async () => {
  const odd = `<b>GET</b>, ${'POST, '.repeat(300)}${'X'.repeat(5_000)}, OPTIONS`;
  const { ofAddress, told } = aCheck({ ...OPEN, network: async () => Response.json({}, { status: 405, headers: { allow: odd } }) });
  const { report } = await ofAddress(`https://shop.example/${'a'.repeat(1_900)}`);
  expect(told.map((each) => v.is(events['check.changed'], each))).not.toContain(false);
  expect(report.lines[0]?.found).toMatch(/a…$/);
  expect(JSON.stringify(report)).not.toMatch(/<b>|XXX/);
});

describe('the beginning of a history', () => {
  const row = (id: number) => `{"id":${id},"note":"a ] } , \\" {","payments":[{"id":1}]}`;
  it.each([
    ['a list', `[${row(1)},${row(2)}]`, 2],
    ['a list that was cut off in a row', `[${row(1)},${row(2)},{"id":3,"note":"cut`, 2],
    ['a list that was cut off in a text with brackets', `[${row(1)},{"id":3,"note":"}]}]`, 1],
    ['a page that was cut off', `{"count":9,"next":"https://x/?page=2","previous":null,"results":[${row(1)},${row(2)},{"id"`, 2],
  ])('%s', (_name, text, rows) => {
    expect(readBeginning(text)?.rows).toHaveLength(rows);
  });

  it.each(['', '[', '{"a":1}', '<html>', '"text"', 'null', '[{"id":1'])('%j is none', (text) => {
    expect(readBeginning(text)).toBeNull();
  });
});
