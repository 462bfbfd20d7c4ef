// Compares what was asked for with what the shop's server logged and what the journal says, when all has settled after a crash.

import type { Entry } from '../../src/main/journal/entry.ts';
import { emptyFold, foldEntry } from '../../src/main/journal/fold.ts';
import type { Operation, Wish } from '../../src/shared/domain/operation-schemas.ts';
import type { Intent } from './scene.ts';
import type { Arrival, KillShop } from './shop.ts';

export interface Judged {
  /** What must not be. */
  readonly flaws: readonly string[];
  readonly figures: Figures;
}

export interface Figures {
  /** Asked for through the page, and of these acknowledged before the crash. */
  readonly asked: number;
  readonly acknowledged: number;
  /** Not acknowledged, and carried out all the same: it was on the disk. */
  readonly carriedOut: number;
  /** Statuses set again after a lost answer, to what they were already. */
  readonly repeated: number;
}

/** @param rows of the journal since the round began. @param writes that reached the shop since then. */
export function judge(intents: readonly Intent[], rows: readonly Entry[], writes: readonly Arrival[], shop: KillShop): Judged {
  const folded = emptyFold();
  for (const row of rows) foldEntry(folded, row);
  const operations = [...folded.operations.values()];
  const unwritten = writes.filter(({ key }) => !folded.operations.has(key));
  const flaws = [
    ...(folded.broken === null ? [] : [`a row that cannot be believed: ${JSON.stringify(folded.broken)}`]),
    ...unwritten.map(({ method, path }) => `${method} ${path} left without a row in the journal`),
    ...intents.flatMap((intent) => flawsOfIntent(intent, operations)),
    ...operations.flatMap((operation) => flawsOfOperation(operation, intents, rows, writes)),
    ...operations.flatMap((operation) => flawsOfEnd(operation, writes, shop)),
  ];
  const acknowledged = intents.filter((intent) => intent.acknowledged).length;
  const done = operations.filter(({ state }) => state.name === 'done').length;
  const repeated = writes.filter(({ method, status, effect }) => method !== 'POST' && status === 200 && !effect).length;
  return { flaws, figures: { asked: intents.length, acknowledged, carriedOut: done - acknowledged, repeated } };
}

function flawsOfIntent({ wish, acknowledged, problem }: Intent, operations: readonly Operation[]): string[] {
  const own = operations.filter((operation) => sameWish(operation.wish, wish));
  return [
    ...(own.length > 1 ? [`written down ${own.length} times: ${JSON.stringify(wish)}`] : []),
    ...(acknowledged && own[0]?.state.name !== 'done' ? [`acknowledged and not done: ${JSON.stringify(own[0] ?? wish)}`] : []),
    ...(problem !== null && problem !== 'unknown' ? [`not taken on: ${problem}`] : []),
  ];
}

/** What holds for every operation, whatever was asked for. */
function flawsOfOperation(
  { id, wish }: Operation,
  intents: readonly Intent[],
  rows: readonly Entry[],
  writes: readonly Arrival[],
): string[] {
  const left = writes.filter(({ key }) => key === id).length;
  const sent = rows.filter((row) => row.operation === id && row.body.startsWith('{"kind":"sent"')).length;
  return [
    ...(intents.some((intent) => sameWish(intent.wish, wish)) ? [] : [`nobody asked for ${JSON.stringify(wish)}`]),
    ...(left > sent ? [`sent ${left} times, written down ${sent} times: ${id}`] : []),
  ];
}

function flawsOfEnd(operation: Operation, writes: readonly Arrival[], shop: KillShop): string[] {
  const own = writes.filter(({ key }) => key === operation.id);
  return operation.wish.kind === 'mark' ? flawsOfMark(operation, own, shop) : flawsOfCreation(operation, own);
}

function flawsOfMark({ id, wish, state }: Operation, own: readonly Arrival[], { store }: KillShop): string[] {
  if (wish.kind !== 'mark') return [];
  const effects = own.filter(({ effect }) => effect).length;
  return [
    ...(state.name === 'done' ? [] : [`a mark ended as ${state.name}: ${id}`]),
    ...(effects === 1 ? [] : [`the status was changed ${effects} times by ${id}`]),
    ...(store.state.payment(wish.payment)?.status === wish.to ? [] : [`the shop does not have ${JSON.stringify(wish)}`]),
  ];
}

/** `not-done` is what a person here says when reading has shown nothing. */
function flawsOfCreation({ id, wish, state }: Operation, own: readonly Arrival[]): string[] {
  const made = own.filter(({ effect }) => effect).length;
  const due = state.name === 'done' ? 1 : 0;
  return [
    ...(own.length <= 1 ? [] : [`a creation was sent ${own.length} times: ${id}`]),
    ...(state.name === 'done' || state.name === 'not-done' || state.name === 'undone' ? [] : [`a creation ended as ${state.name}: ${id}`]),
    ...(made === due ? [] : [`${JSON.stringify(wish)} ended as ${state.name}, and was made ${made} times`]),
  ];
}

function sameWish(a: Wish, b: Wish): boolean {
  if (a.kind === 'mark') return b.kind === 'mark' && a.payment === b.payment && a.to === b.to;
  if (a.kind === 'create-order') return b.kind === 'create-order' && a.product === b.product;
  return b.kind === 'record-payment' && a.order === b.order && Number(a.amount) === Number(b.amount);
}
