// The people of the simulation: clerks who mark, create, undo and decide, and somebody at another desk who changes things meanwhile.

import type { AskInput } from '../../src/main/journal/operations.ts';
import { needsPerson } from '../../src/shared/domain/operation-rules.ts';
import type { Decision, Operation, Wish } from '../../src/shared/domain/operation-schemas.ts';
import { NOTHING_SEEN } from '../../src/shared/domain/operation-schemas.ts';
import type { World } from './world.ts';

const STATUSES = ['completed', 'failed', 'pending'] as const;
const PRODUCTS = ['Rice', 'Tea'] as const;

function wishMark({ chance, shop }: World): AskInput | null {
  const payment = chance.pick([...shop.payments.values()]);
  if (payment === undefined) return null;
  // The screen may be older than what the server has.
  const status = chance.happens(0.85) ? payment.status : (payment.past[0]?.status ?? payment.status);
  const wish: Wish = { kind: 'mark', payment: payment.id, to: chance.pick(STATUSES.filter((to) => to !== status)) ?? 'completed' };
  if (chance.happens(0.1)) return { wish, saw: NOTHING_SEEN, reason: null };
  return { wish, saw: { status, amount: payment.amount, order: payment.order, product: null }, reason: 'Wrong key' };
}

function wishCreation({ chance, shop }: World): AskInput {
  const another = chance.happens(0.3);
  const wish: Wish = chance.happens(0.5)
    ? { kind: 'create-order', product: chance.pick(PRODUCTS) ?? 'Rice', quantity: chance.whole(1, 2), price: '10.00', another }
    : {
        kind: 'record-payment',
        order: chance.whole(1, Math.min(3, shop.orders.size)),
        amount: chance.pick(['4.50', '10.00']) ?? '10.00',
        another,
      };
  return { wish, saw: NOTHING_SEEN, reason: null };
}

/** Nothing is awaited: a crash may come before the answer. */
export function askSomething(world: World): void {
  const { chance, ledger, desk } = world;
  const input = chance.happens(0.65) ? wishMark(world) : wishCreation(world);
  if (input === null) return;
  void desk()
    .operations.ask(input, chance.pick([0, 1_000, 4_000]) ?? 0)
    .then((asked) => {
      if (asked.ok) ledger.acknowledged(asked.value);
    });
}

export function askMany(world: World): void {
  const inputs = Array.from({ length: world.chance.whole(2, 8) }, () => wishMark(world)).filter((input) => input !== null);
  void world
    .desk()
    .operations.askMany(inputs, 1_000)
    .then((asked) => {
      if (asked.ok) for (const operation of asked.value.taken) world.ledger.acknowledged(operation);
    });
}

function decisionFor({ state, wish }: Operation, { chance, shop }: World, final: boolean): Decision {
  if (state.name === 'conflict') return chance.happens(0.5) && !final ? { kind: 'send-again', reason: 'Slip' } : { kind: 'keep-theirs' };
  if (state.name === 'waiting' || (chance.happens(0.4) && !final)) return { kind: 'send-again', reason: 'Slip' };
  const number = state.name === 'unknown' ? (chance.pick(state.matches) ?? null) : null;
  const known = wish.kind === 'mark' && shop.payments.get(wish.payment)?.status === wish.to;
  return number !== null || known ? { kind: 'say-done', number } : { kind: 'say-not-done' };
}

/** @param final the person wants to go home: nothing is sent again. */
export function decide(world: World, operation: Operation, final: boolean): void {
  const decision = decisionFor(operation, world, final);
  // Counted when it is said: the journal may have it even where the desk dies before its answer.
  if (decision.kind === 'send-again') world.ledger.released(operation.id);
  void world.desk().operations.decide(operation.id, decision);
}

export function decideSomething(world: World): void {
  const open = world.desk().operations.unsettled();
  const waiting = open.filter(needsPerson);
  const operation = world.chance.pick(waiting) ?? world.chance.pick(open.filter(({ state }) => state.name === 'unknown'));
  if (operation !== undefined) decide(world, operation, false);
}

export function undoSomething({ chance, desk }: World): void {
  const operation = chance.pick(desk().operations.unsettled());
  if (operation !== undefined) void desk().operations.undo(operation.id);
}

export function hurrySomething({ chance, desk, ledger }: World): void {
  const operation = chance.pick(desk().operations.unsettled());
  if (operation === undefined) return;
  ledger.hurried(operation.id);
  void desk().operations.sendNow(operation.id);
}

export function handleBatch({ chance, desk }: World): void {
  const batch = chance
    .pick(
      desk()
        .operations.unsettled()
        .map((operation) => operation.batch),
    )
    ?.toString();
  if (batch === undefined) return;
  const how = chance.weighted({ pause: 2, resume: 3, cancel: 1 });
  if (how === 'pause') void desk().operations.pause(batch);
  else if (how === 'resume') void desk().operations.resume(batch);
  else void desk().operations.cancelBatch(batch);
}

export function changeElsewhere({ chance, shop }: World): void {
  const payment = chance.pick([...shop.payments.values()]);
  if (payment !== undefined) shop.change(payment.id, chance.pick(STATUSES) ?? 'failed');
}
