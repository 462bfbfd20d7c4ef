// Decisions: what a person says is done once, what is missing is asked for, and a late word changes nothing.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { askedAgo, questionOf, readingText, sentText } from '../../../src/renderer/decisions/decision-words.ts';
import { createDecisions } from '../../../src/renderer/decisions/decisions-store.ts';
import { movedText } from '../../../src/renderer/marks/mark-words.ts';
import type { Operation } from '../../../src/shared/domain/operation-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { order, payment, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { CONFLICT, DESK, DONE, LOST, newOrder, newPayment, operation, TRAIL } from '../support/operations.ts';

function open(asked: Operation, answers: Parameters<typeof createFakeClient>[0] = {}) {
  let now = asked;
  const client = createFakeClient({
    'activity.entry': () => ok({ operation: now, own: true, moves: [] }),
    'orders.peek': (id) => ok(id === 34 ? order(34) : null),
    'orders.open': (id) => ok({ order: order(id), more: [], asOf: '', problem: null }),
    ...answers,
  });
  const announcements = createAnnouncements();
  const decisions = createDecisions(client, announcements, () => '');
  const becomes = (next: Operation): void => {
    now = next;
  };
  decisions.open(asked.id);
  return { client, announcements, decisions, becomes, state: () => decisions.store.getState() };
}

describe('a decision', () => {
  it('is sent, said, and closes its question', async () => {
    const kept = operation({ state: { name: 'decided', how: 'kept-theirs', number: null } });
    const { client, decisions, announcements, state } = open(operation({ state: CONFLICT }), { 'operations.decide': () => ok(kept) });
    await settled();
    expect(await decisions.decide({ kind: 'keep-theirs' })).toBeNull();
    expect(client.asked.at(-1)).toEqual({ name: 'operations.decide', input: { id: 'op-1', decision: { kind: 'keep-theirs' } } });
    expect(state().id).toBeNull();
    expect(announcements.getState().shown.map(({ text }) => text)).toEqual(['Theirs was kept: payment 12 stays as somebody else set it.']);
  });

  it('that lacks its reason is asked for it, and stays open', async () => {
    const { decisions, state } = open(operation({ state: CONFLICT }), {
      'operations.decide': () => fail({ kind: 'refused', summary: [], fields: { reason: ['Say why.'] } }),
    });
    await settled();
    expect(await decisions.decide({ kind: 'send-again', reason: null })).toBe('Say why.');
    expect(state()).toMatchObject({ id: 'op-1', problem: null });
  });

  it('that comes too late says what has become of it instead', async () => {
    const { decisions, becomes, state } = open(operation({ state: CONFLICT }), {
      'operations.decide': () => fail({ kind: 'moved-on', thing: 'payment' }),
    });
    await settled();
    becomes(operation({ state: { name: 'done', how: 'already', number: 12 } }));
    expect(await decisions.decide({ kind: 'keep-theirs' })).toBeNull();
    expect(state().problem).toBe('It has gone on meanwhile, so nothing was changed by you. Done: it was so already, nothing was sent.');
    expect(state().entry?.operation.state.name).toBe('done');
  });

  it('that could not be written down says so and stays open', async () => {
    const { decisions, state } = open(operation({ state: CONFLICT }), {
      'operations.decide': () => fail({ kind: 'journal', problem: 'full' }),
    });
    await settled();
    await decisions.decide({ kind: 'keep-theirs' });
    expect(state().id).toBe('op-1');
    expect(state().problem).toContain('disk is full');
  });

  it('takes back the toast that asked for it, and no other', async () => {
    // Another amount, which the toast tells in the shop's currency.
    const theirs = { status: 'failed', amount: '9.00', order: 34, product: 'Acer' };
    const asked = operation({ state: { name: 'conflict', theirs, trail: TRAIL } });
    const client = createFakeClient({
      'activity.entry': () => ok({ operation: asked, own: true, moves: [] }),
      'orders.peek': () => ok(null),
    });
    const announcements = createAnnouncements();
    announcements.getState().fail(movedText(asked, 'EUR')?.text ?? '');
    announcements.getState().fail('Something else');
    createDecisions(client, announcements, () => 'EUR').open(asked.id);
    await settled();
    expect(announcements.getState().shown.map(({ text }) => text)).toEqual(['Something else']);
  });
});

describe('while the question is open', () => {
  it('looking again ends with a new word, not with the same one', async () => {
    const { client, decisions, becomes, state } = open(operation({ state: { ...LOST, unreadable: true } }), {
      'desk.insist': () => ok(null),
    });
    decisions.follow();
    await settled();
    await decisions.lookAgain();
    client.send('desk.changed', DESK);
    await settled();
    expect(state().looking).toBe(true);
    becomes(operation({ state: { name: 'done', how: 'found', number: 12 }, changedAt: '2026-11-22T09:01:00.000Z' }));
    client.send('desk.changed', DESK);
    await settled();
    expect(state()).toMatchObject({ looking: false, entry: { operation: { state: { name: 'done' } } } });
  });

  it('an order that was only just found is asked for, so that its number says something', async () => {
    const { client, state } = open(newOrder({ state: { ...LOST, matches: [61, 62] } }));
    await settled();
    expect([...state().orders.keys()]).toEqual([61, 62]);
    expect(client.asked.filter(({ name }) => name === 'orders.open')).toHaveLength(2);
  });

  it('an answer for an operation that was left does not stand under the next one', async () => {
    const waiting: (() => void)[] = [];
    const client = createFakeClient({
      'activity.entry': ({ id }) =>
        new Promise((resolve) => waiting.push(() => resolve(ok({ operation: operation({ id }), own: true, moves: [] })))),
      'orders.peek': () => ok(order(34, { payments: [payment(12)] })),
    });
    const decisions = createDecisions(client, createAnnouncements(), () => '');
    decisions.open('a');
    decisions.open('b');
    waiting[0]?.();
    await settled();
    expect(decisions.store.getState()).toMatchObject({ id: 'b', entry: null });
    waiting[1]?.();
    await settled();
    expect(decisions.store.getState().entry?.operation.id).toBe('b');
  });
});

describe('the question', () => {
  it.each([
    [operation({ state: CONFLICT }), 'conflict'],
    [operation({ state: LOST }), 'unknown-mark'],
    [newPayment({ state: LOST }), 'unknown-creation'],
    [operation({ state: { name: 'waiting', why: 'aged', problem: null, trail: TRAIL } }), 'waiting'],
    [operation({ state: { name: 'waiting', why: 'person', problem: null, trail: TRAIL } }), 'none'],
    [operation({ state: DONE }), 'none'],
  ])('%# is the one that its state asks', (asked, question) => {
    expect(questionOf(asked)).toBe(question);
  });

  it('says of readings what they showed and no more', () => {
    const reads = ['2026-11-22T09:00:00.000Z', '2026-11-22T09:00:31.000Z'];
    expect(readingText(newOrder({ state: { ...LOST, matches: [3] } }))).toBe('Reading shows one order that it may be:');
    expect(readingText(newPayment({ state: { ...LOST, matches: [3, 4] } }))).toBe('Reading shows 2 payments that it may be:');
    expect(readingText(newOrder({ state: { ...LOST, emptyReads: reads } }))).toMatch(
      /^Two complete readings showed no such order.*probably not created\.$/,
    );
    expect(readingText(newOrder({ state: { ...LOST, emptyReads: reads.slice(0, 1) } }))).not.toContain('probably');
    expect(readingText(newPayment({ state: { ...LOST, unreadable: true } }))).toContain('only a person can say');
  });

  it('does not say of a mark whose answer was lost that it was not sent', () => {
    expect(sentText(operation({ state: CONFLICT, attempts: 0 }))).toBe('Your mark has not been sent.');
    expect(sentText(operation({ state: CONFLICT, attempts: 1 }))).toContain('may have been carried out');
  });

  it('says how long ago in hours as long as that says more', () => {
    const ago = (hours: number) => askedAgo(operation(), new Date(Date.parse('2026-11-22T09:00:00.000Z') + hours * 3_600_000));
    expect([ago(2), ago(26), ago(72)]).toEqual(['Asked for 2 hours ago', 'Asked for 26 hours ago', 'Asked for 3 days ago']);
  });
});
