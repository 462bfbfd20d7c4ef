// Payments recorded here, put back at the next start on a server that never lists them; never over what the server tells.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operations } from '../../../src/main/journal/operations.ts';
import { paymentsFrom, rememberedPayments } from '../../../src/main/payments/remembered.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { aBook } from '../store/support/a-book.ts';
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

  it('shows it in its order where the server lists no payments, before and after a pull', () => {
    const book = aBook();
    book.remember([remembered]);
    expect(book.strayPayments()).toEqual([{ payment: remembered, mark: null }]);
    const order = anOrder(3, { payments: null });
    book.replaceOrders([order], book.now());
    expect(book.paymentsOf(order)).toEqual([{ payment: remembered, mark: null }]);
  });

  it('gives way to a pull that lists payments, whichever of the two comes first, and whatever was asked first', () => {
    const listed = anOrder(3, { payments: [aPayment(8, 'completed', { order: 3 })] });
    for (const late of [true, false]) {
      const book = aBook();
      const asked = book.now();
      if (!late) book.remember([remembered]);
      book.replaceOrders([listed], asked);
      if (late) book.remember([remembered]);
      expect(book.payment(8)?.payment.status).toBe('completed');
    }
  });

  it('brings nothing back that its order lists no more', () => {
    for (const late of [true, false]) {
      const book = aBook();
      const asked = book.now();
      if (!late) book.remember([remembered]);
      book.replaceOrders([anOrder(3, { payments: [] })], asked);
      if (late) book.remember([remembered]);
      expect(book.payment(8)).toBeNull();
    }
  });

  it('fills what a bare number, or a thin answer, leaves out', () => {
    const bare = aBook();
    bare.replaceOrders([anOrder(3, { payments: [aPayment(8, null, { order: 3, amount: null, createdAt: null })] })], bare.now());
    bare.remember([remembered]);
    expect(bare.payment(8)?.payment).toEqual(remembered);
    const thin = aBook();
    thin.putPayment({ id: 8, order: null, amount: null, status: 'completed', createdAt: null }, thin.now());
    thin.remember([remembered]);
    expect(thin.payment(8)?.payment).toEqual({ ...remembered, status: 'completed' });
    const order = anOrder(3, { payments: null });
    thin.putOrder(order, thin.now());
    expect(thin.paymentsOf(order)?.map(({ payment }) => payment.id)).toEqual([8]);
  });

  it('tells of the change', () => {
    let told = 0;
    const book = aBook(() => {
      told += 1;
    });
    book.remember([remembered]);
    expect([told, book.revision()]).toEqual([1, 1]);
  });

  it('changes no status that any answer has told, in whatever order the two come', () => {
    const status = fc.constantFrom('pending', 'completed', 'failed', 'refunded');
    const answer = fc.oneof(
      status.map((told) => (book: ReturnType<typeof aBook>, asked: number) => book.putPayment(aPayment(8, told, { order: 3 }), asked)),
      status.map(
        (told) => (book: ReturnType<typeof aBook>, asked: number) =>
          book.replaceOrders([anOrder(3, { payments: [aPayment(8, told, { order: 3 })] })], asked),
      ),
      status.map(
        (told) => (book: ReturnType<typeof aBook>, asked: number) =>
          book.putOrder(anOrder(3, { payments: [aPayment(8, told, { order: 3 })] }), asked),
      ),
    );
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 5 }), fc.nat({ max: 5 }), status, (answers, place, own) => {
        const [plain, other] = [aBook(), aBook()];
        answers.forEach((tell, index) => {
          if (index === place % answers.length) other.remember([{ ...five, status: own }]);
          for (const book of [plain, other]) tell(book, book.now());
        });
        if (place >= answers.length) other.remember([{ ...five, status: own }]);
        expect(other.payment(8)?.payment.status).toBe(plain.payment(8)?.payment.status);
      }),
      { numRuns: 1_000 },
    );
  });
});
