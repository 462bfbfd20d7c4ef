// The payments that this desk has recorded, as the journal has them: on a server that lists none they would be forgotten with every start.
import { readMoney } from '../../shared/domain/money.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { Operations } from '../journal/operations.ts';
import type { Payment } from '../store/facts.ts';

/** Of the newest settled operations; read page by page, so that nothing waits for all of them. */
const MOST = 2_000;
const PAGE = 500;

/** @returns those recorded at this server, with their last status as far as the marks made here know it; none where the journal cannot be read. */
export async function rememberedPayments(operations: Pick<Operations, 'page'>, server: string): Promise<readonly Payment[]> {
  const newestFirst: Operation[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await operations.page({ server, states: ['done', 'decided'], offset, limit: PAGE });
    if (!page.ok) return [];
    newestFirst.push(...page.value.operations);
    if (page.value.operations.length < PAGE) break;
  }
  return paymentsFrom(newestFirst.toSorted((a, b) => a.sequence - b.sequence));
}

/** @param settled in the order of asking. */
export function paymentsFrom(settled: readonly Operation[]): readonly Payment[] {
  const payments = new Map<number, Payment>();
  const statuses = new Map<number, { readonly status: string; readonly at: string }>();
  for (const { wish, state, askedAt, changedAt } of settled) {
    if (state.name !== 'done' && !(state.name === 'decided' && state.how === 'is-done')) continue;
    if (wish.kind === 'record-payment' && state.number !== null)
      payments.set(state.number, {
        ...{ id: state.number, order: wish.order, amount: readMoney(wish.amount) },
        ...{ status: 'pending', createdAt: askedAt },
      });
    // The mark that was carried out last counts, not the one that was asked for last.
    if (wish.kind === 'mark' && changedAt >= (statuses.get(wish.payment)?.at ?? ''))
      statuses.set(wish.payment, { status: wish.to, at: changedAt });
  }
  return [...payments.values()].map((payment) => ({ ...payment, status: statuses.get(payment.id)?.status ?? payment.status }));
}
