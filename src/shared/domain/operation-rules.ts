// Rules over operations that are not moves: who must act, what may go out on its own, and which two may not be under way together.
import { moneyText, readMoney } from './money.ts';
import type { Operation, Owner, Seen, Wish } from './operation-schemas.ts';

/** A mark is set again on its own this often; then a person is asked. */
export const MOST_TRIES = 5;
/** Two complete readings this far apart, in milliseconds, before "probably not created" is said. */
export const READS_APART = 30_000;
/** Older than this, in milliseconds, nothing goes out unasked (payment terminals stop at 24 hours, too). */
export const AGE_LIMIT = 24 * 3_600_000;

/** Whether nothing will happen until a person decides. */
export function needsPerson({ state, wish }: Operation): boolean {
  if (state.name === 'conflict') return true;
  if (state.name === 'waiting') return state.why === 'aged';
  if (state.name !== 'unknown') return false;
  if (wish.kind === 'mark') return state.unreadable || state.trail.tries >= MOST_TRIES;
  return state.unreadable || state.matches.length > 0 || probablyNotDone(state.emptyReads);
}

/** For an unknown creation: complete readings far enough apart have shown nothing. */
export function probablyNotDone(emptyReads: readonly string[]): boolean {
  const [first, last] = [emptyReads[0], emptyReads.at(-1)];
  return first !== undefined && last !== undefined && Date.parse(last) - Date.parse(first) >= READS_APART;
}

/** Two operations with the same key are never under way at the same time: it names what the server would be told twice. */
export function lane(owner: Owner, wish: Wish): string {
  // Whoever asked: two people's marks of one payment collide as well.
  return wish.kind === 'mark' ? likeness(owner, wish) : `${likeness(owner, wish)} ${owner.username}`;
}

/** What two wishes have in common whose results cannot be told apart at the server, whoever had them. */
export function likeness({ server }: Owner, wish: Wish): string {
  switch (wish.kind) {
    case 'mark':
      return JSON.stringify([server, 'mark', wish.payment]);
    case 'create-order':
      return JSON.stringify([server, 'order', wish.product, wish.quantity, canonical(wish.price)]);
    case 'record-payment':
      return JSON.stringify([server, 'payment', wish.order, canonical(wish.amount)]);
  }
}

/** An attempt of it may have been carried out, and it is not known. */
export function isInDoubt({ state }: Operation): boolean {
  return state.name === 'sending' || state.name === 'unknown' || (state.name === 'waiting' && state.trail.doubt);
}

function canonical(amount: string): string {
  const money = readMoney(amount);
  return money === null ? amount : moneyText(money);
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return a.server === b.server && a.username === b.username;
}

/** A payment that somebody has decided already is corrected, and a correction has a reason. */
export function lacksReason({ status }: Pick<Seen, 'status'>, reason: string | null): boolean {
  return status !== null && status !== 'pending' && (reason ?? '').trim() === '';
}
