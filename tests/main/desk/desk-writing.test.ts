// What is asked of the server through the whole desk: told as it moves, kept where it cannot go out, never sent under another account.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/shared/domain/operation-schemas.ts';
import type { DeskState } from '../../../src/shared/ipc/operation-requests.ts';
import { fail } from '../../../src/shared/result.ts';
import { aFolder } from '../journal/a-journal.ts';
import { journalOn, until } from '../store/support/a-write-path.ts';
import { aMark, created, EVERY_OPERATION, openDesk, signIn, type TestDesk } from '../store/support/open-desk.ts';
import { errorOf, wentWell, writes } from '../store/support/open-shop.ts';

const pendingOf = ({ store }: TestDesk): number => store.state.firstPayment('pending')?.id ?? 0;
const stateOf = async (desk: TestDesk): Promise<DeskState> => wentWell(await desk.ask('desk.state', null));
const sent = (desk: TestDesk): readonly string[] => writes(desk.store.requests).filter((line) => line.includes('/payments/'));
const told = (desk: TestDesk, name: string) => desk.events.filter((event) => event.name === name).map(({ payload }) => payload);

async function signedIn(...options: Parameters<typeof openDesk>): Promise<TestDesk> {
  const desk = openDesk(...options);
  wentWell(await signIn(desk));
  return desk;
}

/** Marks are held until the test lets time pass. */
function holding(desk: TestDesk): void {
  desk.file.save({ settings: { ...desk.file.read().settings, hold: 4 } });
}

describe('a mark through the desk', () => {
  it('is told at each step, in order, and the desk’s state with it', async () => {
    const desk = await signedIn();
    holding(desk);
    const { id } = wentWell(await desk.ask('payments.mark', aMark(pendingOf(desk), 'completed')));
    expect(await stateOf(desk)).toMatchObject({ waiting: 1, open: [{ id, state: { name: 'held' } }] });
    await desk.pass(4_000);
    await until(async () => (await stateOf(desk)).waiting === 0);
    expect((told(desk, 'operation.moved') as Operation[]).map(({ state }) => state.name)).toEqual(['held', 'sending', 'done']);
    await desk.pass(200);
    expect(told(desk, 'desk.changed').at(-1)).toEqual(await stateOf(desk));
  });

  it('can be undone and sent at once, each by its number', async () => {
    const desk = await signedIn();
    holding(desk);
    const first = wentWell(await desk.ask('payments.mark', aMark(pendingOf(desk), 'completed'))).id;
    expect(wentWell(await desk.ask('operations.undo', { id: first })).state.name).toBe('undone');
    expect(errorOf(await desk.ask('operations.undo', { id: first })).kind).toBe('moved-on');
    const second = wentWell(await desk.ask('payments.mark', aMark(pendingOf(desk), 'failed'))).id;
    wentWell(await desk.ask('operations.sendNow', { id: second }));
    await until(async () => (await stateOf(desk)).waiting === 0);
    expect(sent(desk)).toHaveLength(1);
    expect(errorOf(await desk.ask('operations.sendNow', { id: second })).kind).toBe('moved-on');
  });

  it('in conflict is decided: theirs stays, or ours is sent with a reason', async () => {
    const desk = await signedIn();
    const conflict = await desk.mark(desk.store.state.firstPayment('completed')?.id ?? 0, 'failed');
    expect(await stateOf(desk)).toMatchObject({ decisions: 1, waiting: 0, open: [{ state: { name: 'conflict' } }] });
    const decide = (decision: Parameters<typeof desk.ask<'operations.decide'>>[1]['decision']) =>
      desk.ask('operations.decide', { id: conflict.id, decision });
    expect(errorOf(await decide({ kind: 'send-again', reason: ' ' }))).toMatchObject({ kind: 'refused' });
    wentWell(await decide({ kind: 'keep-theirs' }));
    expect(await stateOf(desk)).toMatchObject({ decisions: 0, open: [] });
    expect(sent(desk)).toEqual([]);
  });

  it('needs what the settings say: a second word above an amount', async () => {
    const desk = await signedIn();
    wentWell(await desk.ask('settings.save', { ...desk.file.read().settings, confirmAbove: '10.00' }));
    const large = aMark(pendingOf(desk), 'completed', { saw: { status: 'pending', amount: '10.01', order: 1, product: null } });
    expect(errorOf(await desk.ask('payments.mark', large))).toMatchObject({ kind: 'refused', fields: { confirm: [expect.any(String)] } });
    wentWell(await desk.ask('payments.mark', { ...large, confirmed: true }));
  });
});

describe('a journal that fails', () => {
  it('at the opening: everything can be read, nothing is taken on, nothing is sent', async () => {
    const problem = { kind: 'journal', problem: 'damaged' } as const;
    const desk = await signedIn({ writing: { openShopJournal: async () => fail(problem) } });
    expect(wentWell(await desk.ask('history.state', null)).total).toBe(12);
    expect(await stateOf(desk)).toMatchObject({ journal: problem, waiting: 0 });
    expect(errorOf(await desk.ask('payments.mark', aMark(pendingOf(desk), 'completed')))).toEqual(problem);
    expect(errorOf(await desk.ask('orders.create', { product: 'a', quantity: '1', price: '1', again: null }))).toEqual(problem);
    expect(errorOf(await desk.ask('payments.record', { order: 1, amount: '1', again: null }))).toEqual(problem);
    expect(errorOf(await desk.ask('operations.page', EVERY_OPERATION))).toEqual(problem);
    expect(sent(desk)).toEqual([]);
    expect(desk.log.join()).toContain('damaged');
    wentWell(await desk.ask('session.signOut', null));
    expect(wentWell(await desk.ask('session.openPractice', null))).toMatchObject({ practice: true });
    expect(await stateOf(desk)).toMatchObject({ journal: null });
  });

  it('at the writing: a mark is not taken on; one that is held is not sent, and is when it can be written again', async () => {
    const disk = { full: false };
    const desk = await signedIn({ writing: journalOn(':memory:', disk) });
    holding(desk);
    const payment = pendingOf(desk);
    wentWell(await desk.ask('payments.mark', aMark(payment, 'completed')));
    disk.full = true;
    const problem = { kind: 'journal', problem: 'full' };
    expect(errorOf(await desk.ask('payments.mark', aMark(payment + 1, 'completed')))).toEqual(problem);
    await desk.pass(5_000);
    await until(async () => (await stateOf(desk)).journal !== null);
    expect(await stateOf(desk)).toMatchObject({ journal: problem, waiting: 1 });
    expect(sent(desk)).toEqual([]);
    disk.full = false;
    await desk.pass(20_000);
    await until(async () => (await stateOf(desk)).waiting === 0);
    expect(await stateOf(desk)).toMatchObject({ journal: null });
    expect(desk.store.state.payment(payment)?.status).toBe('completed');
  });
});

describe('signing out', () => {
  it('is refused while something is to be sent, with how much, and nothing is given up', async () => {
    const desk = await signedIn();
    holding(desk);
    const { id } = wentWell(await desk.ask('payments.mark', aMark(pendingOf(desk), 'completed')));
    expect(errorOf(await desk.ask('session.signOut', null))).toEqual({ kind: 'marks-waiting', count: 1 });
    expect(wentWell(await desk.ask('session.view', null)).state).toBe('signed-in');
    expect(desk.desk.unsent.count()).toBe(1);
    wentWell(await desk.ask('operations.undo', { id }));
    wentWell(await desk.ask('session.signOut', null));
  });

  it('is not refused because of what needs a person: that stays in the journal', async () => {
    const desk = await signedIn();
    await desk.mark(desk.store.state.firstPayment('completed')?.id ?? 0, 'failed');
    wentWell(await desk.ask('session.signOut', null));
    wentWell(await signIn(desk));
    expect(await stateOf(desk)).toMatchObject({ decisions: 1 });
  });

  it('of the practice store is not refused, and gives up what is held', async () => {
    const desk = openDesk();
    wentWell(await desk.ask('session.openPractice', null));
    holding(desk);
    const { rows } = wentWell(await desk.ask('payments.pending', { offset: 0, limit: 1, keep: false }));
    wentWell(await desk.ask('payments.mark', aMark(rows[0]?.payment.id ?? 1, 'completed')));
    expect(desk.desk.unsent.count()).toBe(0);
    wentWell(await desk.ask('session.signOut', null));
    expect(await stateOf(desk)).toMatchObject({ open: [], waiting: 0, others: 0 });
  });
});

describe('the way to the server', () => {
  it('is told when it changes, and only then', async () => {
    const desk = await signedIn();
    const reaches = (): unknown[] => (told(desk, 'desk.changed') as DeskState[]).map(({ reach }) => reach);
    desk.network.fail(() => true, 'refused-before');
    await desk.ask('orders.open', 1);
    await desk.ask('orders.open', 2);
    await desk.pass(1_000);
    expect(reaches().at(-1)).toBe('down');
    const before = reaches().length;
    await desk.ask('orders.open', 3);
    await desk.pass(1_000);
    expect(reaches()).toHaveLength(before);
    desk.network.heal();
    await desk.ask('orders.open', 1);
    await desk.pass(1_000);
    expect(reaches().at(-1)).toBe('online');
  });
});

describe('the next start', () => {
  it('goes on with what waited, and remembers the payments that were recorded where the server lists none', async () => {
    const path = join(aFolder(), 'journal.db');
    const behaviour = { payments: 'none', readPayment: false } as const;
    const first = await signedIn({ behaviour, writing: journalOn(path) });
    const record = async (amount: string) => created(wentWell(await first.ask('payments.record', { order: 3, amount, again: null })));
    const [paid, open] = [await record('7'), await record('5')];
    expect((await first.mark(paid, 'completed')).state.name).toBe('done');
    holding(first);
    const { id } = wentWell(await first.ask('payments.mark', aMark(open, 'failed')));
    await first.desk.stop();

    const next = openDesk({ earlier: first, writing: journalOn(path) });
    await next.restore();
    const shown = async () =>
      wentWell(await next.ask('orders.peek', 3))?.payments?.map(({ id: number, amount, status, standing }) => [
        number,
        amount,
        status,
        standing,
      ]);
    await until(async () => ((await shown()) ?? []).length === 2);
    expect(await shown()).toEqual([
      [paid, '7.00', 'completed', 'settled'],
      [open, '5.00', 'pending', 'held'],
    ]);
    const pending = wentWell(await next.ask('payments.pending', { offset: 0, limit: 10, keep: false }));
    expect(pending).toMatchObject({ total: 1, sum: '5.00', rows: [{ payment: { id: open, operation: id } }] });
    await next.pass(5_000);
    await until(() => next.store.state.payment(open)?.status === 'failed');
  });

  it('sends nothing more once it is stopped', async () => {
    const desk = await signedIn();
    holding(desk);
    wentWell(await desk.ask('payments.mark', aMark(pendingOf(desk), 'completed')));
    await desk.desk.stop();
    await desk.pass(60_000);
    expect(sent(desk)).toEqual([]);
  });
});
