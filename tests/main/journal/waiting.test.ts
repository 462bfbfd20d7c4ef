// What waits to be sent: listed for its own person only, sent as far as that is possible, cancelled where it is not too late.
import { describe, expect, it } from 'vitest';
import { createKeptMarks } from '../../../src/main/journal/kept-marks.ts';
import { noticesOf } from '../../../src/main/journal/opening-notices.ts';
import { cancelWaiting, listWaiting, sendWaiting } from '../../../src/main/journal/waiting.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import type { Operation } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { aDesk, cutAfterWrites, markInput, offline, pendingPayments } from './a-desk.ts';
import { must } from './a-journal.ts';

const PAT = { server: 'https://shop.example', username: PRACTICE_ACCOUNT.username };
const ADA = { ...PAT, username: 'ada' };

async function withMarks(count: number, hold = 4_000) {
  const desk = await aDesk();
  const payments = pendingPayments(desk, count);
  const asked = await Promise.all(payments.map((payment) => desk.operations.ask(markInput(desk, payment), hold)));
  return { ...desk, desk, payments, ids: asked.map((each) => must(each).id) };
}

describe('sending what waits', () => {
  it('sends what is held at once, and answers when all of it is settled', async () => {
    const { operations, writes } = await withMarks(3);
    expect(listWaiting(operations, PAT)).toMatchObject({ total: 3, others: 0 });
    expect(await sendWaiting(operations, PAT)).toEqual({ total: 0, entries: [], others: 0 });
    expect(writes()).toHaveLength(3);
  });

  it('answers with what is left, and why, where the server cannot be reached', async () => {
    const { operations, trouble, writes } = await withMarks(2);
    trouble(offline);
    const left = await sendWaiting(operations, PAT);
    expect(left.entries.map(({ operation }) => operation.state)).toMatchObject([
      { name: 'waiting', why: 'offline' },
      { name: 'waiting', why: 'offline' },
    ]);
    expect(writes()).toEqual([]);
    trouble(null);
    expect((await sendWaiting(operations, PAT)).total).toBe(0);
    expect(writes()).toHaveLength(2);
  });

  it('leaves a paused batch alone, and says that it is paused', async () => {
    const { desk, operations } = await withMarks(0);
    const payments = pendingPayments(desk, 2);
    const { batch } = must(
      await operations.askMany(
        payments.map((payment) => markInput(desk, payment)),
        4_000,
      ),
    );
    must(await operations.pause(batch));
    expect((await sendWaiting(operations, PAT)).entries.map(({ paused }) => paused)).toEqual([true, true]);
  });

  it('neither sends nor cancels what somebody else has asked for', async () => {
    const { desk, operations, signIn, writes } = await withMarks(2);
    await signIn('ada');
    const [payment = 0] = pendingPayments(desk, 3).slice(2);
    must(await operations.ask(markInput(desk, payment), 4_000));
    expect(listWaiting(operations, ADA)).toMatchObject({ total: 1, others: 2 });
    expect(await cancelWaiting(operations, ADA, null)).toBe(1);
    expect(await sendWaiting(operations, ADA)).toMatchObject({ total: 0, others: 2 });
    expect(writes()).toEqual([]);
  });
});

describe('cancelling what waits', () => {
  it('undoes one, or all, and nothing of it is sent', async () => {
    const { operations, ids, pass, writes } = await withMarks(3);
    expect(await cancelWaiting(operations, PAT, ids.slice(0, 1))).toBe(1);
    expect(listWaiting(operations, PAT).total).toBe(2);
    expect(await cancelWaiting(operations, PAT, null)).toBe(2);
    await pass(60_000);
    expect(writes()).toEqual([]);
  });

  it('leaves what may have been carried out already', async () => {
    const { operations, trouble, pass } = await withMarks(1);
    // The write arrives, its answer and every reading after it are lost.
    let cut = false;
    trouble((request, through) => {
      if (cut) return offline(request, through);
      const lost = cutAfterWrites(request, through);
      cut = lost !== null;
      return lost;
    });
    await pass(6_000);
    expect(await cancelWaiting(operations, PAT, null)).toBe(0);
    expect(listWaiting(operations, PAT).entries.map(({ operation }) => operation.state.name)).toEqual(['unknown']);
  });
});

describe('marks kept from before', () => {
  const held = (id: string, username = 'ada') => anOperation({ id, owner: { ...ADA, username } });
  const sending = (operation: Operation): Operation => ({
    ...operation,
    state: { name: 'sending', trail: { doubt: false, tries: 1, baseline: null, rejected: [] } },
  });

  it('are told of when the first of them goes out, to their own person', () => {
    const kept = createKeptMarks([held('a'), held('b'), held('c', 'pat')]);
    expect(kept.goneOn(ADA)).toBe(0);
    kept.moved(sending(held('a')));
    expect(kept.goneOn(ADA)).toBe(2);
    kept.moved({ ...held('a'), state: { name: 'done', how: 'answered', number: 5 } });
    kept.moved(sending(held('b')));
    expect(kept.goneOn(ADA)).toBe(2);
    expect(kept.goneOn(PAT)).toBe(0);
    expect(kept.goneOn(null)).toBe(0);
  });

  it('are not told of while they only wait', () => {
    const kept = createKeptMarks([held('a')]);
    kept.moved({
      ...held('a'),
      state: { name: 'waiting', why: 'offline', problem: null, trail: { doubt: false, tries: 0, baseline: null, rejected: [] } },
    });
    expect(kept.goneOn(ADA)).toBe(0);
  });

  it('are not those that have been undone, nor those asked for since', () => {
    const kept = createKeptMarks([held('a'), held('b')]);
    kept.moved({ ...held('a'), state: { name: 'undone' } });
    kept.moved(sending(held('new')));
    expect(kept.goneOn(ADA)).toBe(0);
    kept.moved(sending(held('b')));
    expect(kept.goneOn(ADA)).toBe(1);
  });
});

it('what was wrong with the journal at its opening becomes notices; a sound one gives none', () => {
  expect(noticesOf({ entries: 5, setAside: null, missing: 0, witness: null, broken: null })).toEqual([]);
  expect(
    noticesOf({ entries: 5, setAside: '/a/journal.db.broken-1', missing: 3, witness: null, broken: { sequence: 4, what: 'unlawful' } }),
  ).toEqual([
    { kind: 'set-aside', file: 'journal.db.broken-1' },
    { kind: 'missing', entries: 3 },
    { kind: 'broken', entry: 4 },
  ]);
});
