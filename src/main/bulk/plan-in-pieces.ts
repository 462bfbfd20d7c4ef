// The dry run of very many rows, piece by piece: a window that is being scrolled waits for none of them.
import { type Money, moneyText, readMoney } from '../../shared/domain/money.ts';
import { LEFT_OUT } from '../../shared/ipc/bulk-requests.ts';
import type { Facts } from './gather-facts.ts';
import { type MarksPlan, MOST_EXAMPLES, type PlanWish, planMarks } from './plan-marks.ts';

/** Rows that are looked at in one go. */
const PIECE = 1_000;

/** @returns the same as `planMarks`. @param turn lets others have theirs */
export async function planInPieces(facts: Facts, wish: PlanWish, turn: () => Promise<unknown>, piece = PIECE): Promise<MarksPlan> {
  const ids = [...new Set(wish.ids)];
  const plans: MarksPlan[] = [planMarks(facts, { ...wish, ids: ids.slice(0, piece) })];
  for (let from = piece; from < ids.length; from += piece) {
    await turn();
    plans.push(planMarks(facts, { ...wish, ids: ids.slice(from, from + piece) }));
  }
  await turn();
  return joined(wish, plans);
}

function joined({ to }: PlanWish, plans: readonly MarksPlan[]): MarksPlan {
  const inputs = plans.flatMap((plan) => plan.inputs);
  const all = plans.map(({ told }) => told);
  const count = (of: 'payments' | 'unpriced' | 'large'): number => all.reduce((sum, told) => sum + told[of], 0);
  // The payments of one order may have been chosen in different pieces.
  const orders = Map.groupBy(
    inputs.filter(({ saw }) => saw.order !== null),
    ({ saw }) => saw.order,
  );
  return {
    inputs,
    told: {
      to,
      ...{ payments: count('payments'), unpriced: count('unpriced'), large: count('large') },
      sum: moneyText(all.reduce<Money>((sum, told) => sum + (readMoney(told.sum) ?? 0n), 0n)),
      orders: orders.size,
      several: [...orders.values()].filter(({ length }) => length > 1).length,
      examples: all.flatMap(({ examples }) => examples).slice(0, MOST_EXAMPLES),
      leftOut: LEFT_OUT.map((why) => ({ why, groups: all.flatMap(({ leftOut }) => leftOut.filter((group) => group.why === why)) }))
        .filter(({ groups }) => groups.length > 0)
        .map(({ why, groups }) => ({
          why,
          count: groups.reduce((sum, group) => sum + group.count, 0),
          examples: groups.flatMap(({ examples }) => examples).slice(0, MOST_EXAMPLES),
        })),
    },
  };
}
