// The check as the page follows it: line by line, the earlier findings until new ones take their places, told once when it is over.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createCheckStore } from '../../../src/renderer/check/check-store.ts';
import { outcomeWords, shownLines } from '../../../src/renderer/check/check-words.ts';
import { CHECK_STEPS, type CheckState } from '../../../src/shared/domain/connection-check.ts';
import type { CheckReport } from '../../../src/shared/ipc/check-requests.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

const SESSION = { of: 'session' } as const;

function aReport(run: number, states: readonly CheckState[], more: Partial<CheckReport> = {}): CheckReport {
  const lines = CHECK_STEPS.map((step, index) => {
    const state = states[index] ?? 'waiting';
    const found = state === 'waiting' || state === 'running' ? '' : `found ${run}`;
    return { step, state, found, advice: null, hint: null };
  });
  return {
    run,
    state: 'running',
    server: 'https://shop.example',
    practice: false,
    startedAt: '2026-11-02T09:30:00.000Z',
    took: null,
    lines,
    limits: [],
    ...more,
  };
}

function setUp(copied: Result<boolean> = ok(true)) {
  let finish: (result: Result<CheckReport>) => void = () => undefined;
  const client = createFakeClient({
    'check.start': () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
    'check.cancel': () => ok(null),
    'check.copy': () => copied,
  });
  const announcements = createAnnouncements();
  const store = createCheckStore(client, announcements);
  const stop = store.getState().follow();
  const spoken = () => announcements.getState().spoken.map(({ text }) => text);
  const asked = (name: string) => client.asked.filter((request) => request.name === name).length;
  return { client, store, stop, spoken, asked, finish: (result: Result<CheckReport>) => finish(result) };
}

const DONE = aReport(
  1,
  CHECK_STEPS.map(() => 'passed'),
  { state: 'done', took: 3 },
);

describe('a check', () => {
  it('is shown as it goes, and told once when it is over', async () => {
    const { client, store, spoken, finish } = setUp();
    const going = store.getState().start(SESSION);
    client.send('check.changed', aReport(1, ['passed', 'running']));
    expect(store.getState()).toMatchObject({ running: true, report: { run: 1 } });
    expect(spoken()).toEqual([]);
    finish(ok(DONE));
    await going;
    expect(store.getState()).toMatchObject({ running: false, report: { state: 'done' } });
    expect(spoken()).toEqual(['Connection check. No fault was found: 20 passed.']);
  });

  it('that nobody here has asked for is not shown', () => {
    const { client, store } = setUp();
    client.send('check.changed', aReport(7, ['passed']));
    expect(store.getState().report).toBeNull();
  });

  it('keeps the earlier findings until the new ones are there', async () => {
    const { client, store, finish } = setUp();
    const first = store.getState().start(SESSION);
    finish(ok(DONE));
    await first;
    void store.getState().start(SESSION);
    // A late word on the first one.
    client.send('check.changed', aReport(1, ['failed']));
    client.send('check.changed', aReport(2, ['warning', 'running']));
    const { report, earlier } = store.getState();
    const lines = shownLines(report as CheckReport, earlier);
    expect(lines.slice(0, 3)).toMatchObject([
      { state: 'warning', found: 'found 2', earlier: false, pending: null },
      { state: 'passed', found: 'found 1', earlier: true, pending: 'running' },
      { state: 'passed', found: 'found 1', earlier: true, pending: 'waiting' },
    ]);
  });

  it('is asked for once at a time, and given up when its screen is left', async () => {
    const { store, stop, asked } = setUp();
    void store.getState().start(SESSION);
    void store.getState().start(SESSION);
    expect(asked('check.start')).toBe(1);
    stop();
    expect(asked('check.cancel')).toBe(1);
  });

  it('is left alone when its screen is left after the end', async () => {
    const { store, stop, asked, finish } = setUp();
    const going = store.getState().start(SESSION);
    finish(ok(DONE));
    await going;
    stop();
    expect(asked('check.cancel')).toBe(0);
  });

  it('that cannot be made says why', async () => {
    const { store, finish } = setUp();
    const going = store.getState().start(SESSION);
    finish(fail({ kind: 'session-ended' }));
    await going;
    expect(store.getState().problem).toContain('Your session had ended');
    expect(store.getState().running).toBe(false);
  });
});

describe('the text', () => {
  it.each([
    [ok(true), 'yes', /^Copied to/],
    [ok(false), 'no', /^Not copied/],
    [fail({ kind: 'internal', reference: 'x' }), 'no', /^Not copied/],
  ] as const)('is told as copied only where it was', async (result, copied, words) => {
    const { store, spoken } = setUp(result);
    await store.getState().copy();
    expect(store.getState().copied).toBe(copied);
    expect(spoken()[0]).toMatch(words);
  });
});

it.each([
  [['passed', 'failed', 'warning'], 'done', 'Something is wrong: 1 failed, 1 warning, 1 passed.'],
  [['passed', 'warning', 'warning'], 'done', 'It works, with something to know: 2 warnings, 1 passed.'],
  [['passed', 'not-tested'], 'done', 'No fault was found: 1 passed, 1 not tested.'],
  [['passed', 'not-tested'], 'cancelled', 'Cancelled. 1 passed, 1 not tested.'],
  [['passed', 'running', 'waiting'], 'running', 'Checking: 1 of 3 done…'],
] as const)('%j as a whole', (states, state, words) => {
  const lines = states.map((each) => ({ step: 'api' as const, state: each, found: '', advice: null, hint: null }));
  expect(outcomeWords({ state, lines })).toBe(words);
});
