// Payments recorded here, put back at the next start on a server that never lists them; never over what the server tells.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operations } from '../../../src/main/journal/operations.ts';
import { paymentsFrom, rememberedPayments } from '../../../src/main/payments/remembered.ts';
import type { Payment } from '../../../src/main/store/facts.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { aHistoryBook, type MarkedHistory } from '../store/support/a-history-book.ts';
import { amount, anOrder, aPayment } from '../store/support/facts.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 2, 1, 9, 0, second)).toISOString();
const done = (number: number | null): OperationState => ({ name: 'done', how: 'answered', number });

const recorded = (sequence: number, number: number, change: Partial<Operation> = {}): Operation =>
  anOperation({
    ...{ id: `r${sequence}`, sequence, wish: { kind: 'record-payment', order: 3, amount: '5.00', another: false } },
    ...{ state: done(number), askedAt: at(sequence), changedAt: at(sequence), ...change },
  });
const marked = (sequence: number, payment: number, to: 'completed' | 'failed' | 'pending', change: Partial<Operation> = {}): Operation =>
  anOperation({
    ...{ id: `m${sequence}`, sequence, wish: { kind: 'mark', payment, to } },
    ...{ state: done(payment), askedAt: at(sequence), changedAt: at(sequence), ...change },
  });
const five = { id: 8, order: 3, amount: amount('5'), status: 'pending', createdAt: at(1) };

describe('what is remembered', () => {
  it('is a recorded payment with its order, its amount and when it was asked for', () => {
    expect(paymentsFrom([recorded(1, 8)])).toEqual([five]);
  });

  it('has the status of the mark that was carried out last, not of the one that was asked for last', () => {
    const first = marked(2, 8, 'failed', { changedAt: at(50) });
    expect(paymentsFrom([recorded(1, 8), first, marked(3, 8, 'completed')])).toMatchObject([{ status: 'failed' }]);
    expect(paymentsFrom([recorded(1, 8), marked(2, 8, 'completed'), marked(3, 8, 'failed')])).toMatchObject([{ status: 'failed' }]);
  });

  it('counts a person’s word that it was carried out, and no refusal or giving up', () => {
    const isDone: OperationState = { name: 'decided', how: 'is-done', number: 8 };
    expect(paymentsFrom([recorded(1, 8, { state: isDone }), marked(2, 8, 'completed', { state: isDone })])).toMatchObject([
      { id: 8, status: 'completed' },
    ]);
    const none: readonly OperationState[] = [
      { name: 'decided', how: 'given-up', number: null },
      { name: 'decided', how: 'kept-theirs', number: null },
      { name: 'refused', problem: { kind: 'forbidden', said: null } },
      { name: 'undone' },
      { name: 'not-done' },
    ];
    for (const state of none) {
      expect(paymentsFrom([recorded(1, 8, { state })])).toEqual([]);
      expect(paymentsFrom([recorded(1, 8), marked(2, 8, 'completed', { state })])).toEqual([five]);
    }
  });

  it('is nothing of a payment that was not recorded here, or that nobody knows the number of', () => {
    expect(paymentsFrom([marked(1, 8, 'pending'), recorded(2, 8, { state: { name: 'decided', how: 'is-done', number: null } })])).toEqual(
      [],
    );
  });

  it('is asked for page by page, of this server, and no further than 2,000', async () => {
    const asked: unknown[] = [];
    const all = Array.from({ length: 2_600 }, (_, index) => recorded(2_600 - index, 2_600 - index));
    const page: Operations['page'] = async (filter) => {
      asked.push(filter);
      return ok({ total: all.length, operations: all.slice(filter.offset, filter.offset + filter.limit) });
    };
    const payments = await rememberedPayments({ page }, 'https://shop.example');
    expect(payments.map(({ id }) => id)).toEqual(Array.from({ length: 2_000 }, (_, index) => 601 + index));
    expect(asked).toHaveLength(4);
    expect(asked[0]).toEqual({ server: 'https://shop.example', states: ['done', 'decided'], offset: 0, limit: 500 });
  });

  it('is nothing where the journal cannot be read', async () => {
    const page: Operations['page'] = async () => fail({ kind: 'journal', problem: 'closed' });
    expect(await rememberedPayments({ page }, 'https://shop.example')).toEqual([]);
  });
});

describe('putting it back', () => {
  const remembered = { ...five, status: 'failed' };
  const known = async (book: MarkedHistory): Promise<Payment | null> => (await book.payments([8]))[0]?.payment ?? null;

  it('shows it in its order where the server lists no payments, before and after a pull', async () => {
    const book = aHistoryBook();
    book.remember([remembered]);
    expect(await known(book)).toEqual(remembered);
    expect((await book.orders([3]))[0]).toBeNull();
    await book.pull([anOrder(3, { payments: null })]);
    expect((await book.orders([3]))[0]?.payments).toEqual([remembered]);
  });

  it('gives way to a pull that lists payments, whichever of the two comes first, and whatever was asked first', async () => {
    const listed = anOrder(3, { payments: [aPayment(8, 'completed', { order: 3 })] });
    for (const late of [true, false]) {
      const book = aHistoryBook();
      const asked = book.now();
      if (!late) book.remember([remembered]);
      await book.pull([listed], asked);
      if (late) book.remember([remembered]);
      expect((await known(book))?.status).toBe('completed');
    }
  });

  it('brings nothing back that its order lists no more', async () => {
    for (const late of [true, false]) {
      const book = aHistoryBook();
      const asked = book.now();
      if (!late) book.remember([remembered]);
      await book.pull([anOrder(3, { payments: [] })], asked);
      if (late) book.remember([remembered]);
      expect(await known(book)).toBeNull();
    }
  });

  it('fills what a bare number, or a thin answer, leaves out', async () => {
    const bare = aHistoryBook();
    await bare.pull([anOrder(3, { payments: [aPayment(8, null, { order: 3, amount: null, createdAt: null })] })]);
    bare.remember([remembered]);
    expect(await known(bare)).toEqual(remembered);
    const thin = aHistoryBook();
    thin.putPayment({ id: 8, order: null, amount: null, status: 'completed', createdAt: null }, thin.now());
    thin.remember([remembered]);
    expect(await known(thin)).toEqual({ ...remembered, status: 'completed' });
    thin.putOrder(anOrder(3, { payments: null }), thin.now());
    expect((await thin.orders([3]))[0]?.payments?.map(({ id }) => id)).toEqual([8]);
  });

  it('tells of the change', async () => {
    const book = aHistoryBook();
    await book.opening;
    const [changes, revision] = [book.changes(), book.revision()];
    book.remember([remembered]);
    await known(book);
    expect([book.changes() > changes, book.revision() > revision]).toEqual([true, true]);
  });

  it('changes no status that any answer has told, in whatever order the two come', async () => {
    const status = fc.constantFrom('pending', 'completed', 'failed', 'refunded');
    type Tell = (book: MarkedHistory, asked: number) => void | Promise<void>;
    const inOrder = (told: string) => anOrder(3, { payments: [aPayment(8, told, { order: 3 })] });
    const answer = fc.oneof(
      status.map(
        (told): Tell =>
          (book, asked) =>
            book.putPayment(aPayment(8, told, { order: 3 }), asked),
      ),
      status.map(
        (told): Tell =>
          (book, asked) =>
            book.pull([inOrder(told)], asked),
      ),
      status.map(
        (told): Tell =>
          (book, asked) =>
            book.putOrder(inOrder(told), asked),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 5 }), fc.nat({ max: 5 }), status, async (answers, place, own) => {
        const [plain, other] = [aHistoryBook(), aHistoryBook()];
        for (const [index, tell] of answers.entries()) {
          if (index === place % answers.length) other.remember([{ ...five, status: own }]);
          for (const book of [plain, other]) await tell(book, book.now());
        }
        if (place >= answers.length) other.remember([{ ...five, status: own }]);
        expect((await known(other))?.status).toBe((await known(plain))?.status);
        await Promise.all([plain.leave(false), other.leave(false)]);
      }),
      { numRuns: 200 },
    );
  });
});
