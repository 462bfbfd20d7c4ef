// Takes a mark on: whether it needs a second word first, how long it is held, and that it is on the disk before the screen shows it.
import { readMoney } from '../../shared/domain/money.ts';
import { lacksReason } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { MarkInput } from '../../shared/ipc/operation-requests.ts';
import type { Settings } from '../../shared/ipc/session-schemas.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Operations } from '../journal/operations.ts';

export type MarkRules = Pick<Settings, 'hold' | 'confirmAbove'>;

/** A refusal that names `reason` or `confirm` asks for just that; then the same mark is asked for again with it. */
export async function markPayment(operations: Operations, input: MarkInput, rules: MarkRules): Promise<Result<Operation>> {
  const { payment, to, saw, reason, confirmed } = input;
  const fields: Record<string, string[]> = {};
  if (!confirmed && isLarge(saw.amount, rules.confirmAbove)) fields['confirm'] = ['This is a large amount: confirm the mark.'];
  if (lacksReason(saw, reason)) fields['reason'] = ['Say why this payment is corrected.'];
  if (Object.keys(fields).length > 0) return fail({ kind: 'refused', summary: [], fields });
  return await operations.ask({ wish: { kind: 'mark', payment, to }, saw, reason: reason?.trim() || null }, rules.hold * 1_000);
}

export function isLarge(amount: string | null, limit: string): boolean {
  const [own, most] = [amount === null ? null : readMoney(amount), limit === '' ? null : readMoney(limit)];
  return own !== null && most !== null && own > most;
}
