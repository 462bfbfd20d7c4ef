// Who must act, what stands in one lane, how long to wait.
import { describe, expect, it } from 'vitest';
import { backOff } from '../../../src/shared/domain/back-off.ts';
import { lacksReason, lane, likeness, needsPerson, probablyNotDone, sameOwner } from '../../../src/shared/domain/operation-rules.ts';
import type { OperationState, Wish } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation, at } from './an-operation.ts';

const trail = { doubt: true, tries: 1, baseline: null, rejected: [] };
const unknown = { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: false } satisfies OperationState;
const order: Wish = { kind: 'create-order', product: 'Rice', quantity: 1, price: '10.00', another: false };
const apart = [at, new Date(Date.parse(at) + 30_000).toISOString()];

describe('a person is needed', () => {
  it.each<[string, Wish | null, OperationState, boolean]>([
    ['for a conflict', null, { name: 'conflict', theirs: anOperation({}).saw, trail }, true],
    ['for what is too old', null, { name: 'waiting', why: 'aged', problem: null, trail }, true],
    ['not for what waits', null, { name: 'waiting', why: 'offline', problem: null, trail }, false],
    ['not for what is held', null, { name: 'held', until: at }, false],
    ['not for a mark that may be set again', null, unknown, false],
    ['for a mark that was set five times', null, { ...unknown, trail: { ...trail, tries: 5 } }, true],
    ['for a mark of which nothing can be read', null, { ...unknown, unreadable: true }, true],
    ['not for an order that is still looked for', order, { ...unknown, emptyReads: [at] }, false],
    ['for an order that was not there twice', order, { ...unknown, emptyReads: [...apart] }, true],
    ['for an order that could be one of these', order, { ...unknown, matches: [7] }, true],
    ['for an order where there is no history', order, { ...unknown, unreadable: true }, true],
  ])('%s', (_what, wish, state, expected) => {
    expect(needsPerson(anOperation({ state, ...(wish === null ? {} : { wish }) }))).toBe(expected);
  });

  it('only after half a minute between two readings', () => {
    expect(probablyNotDone([])).toBe(false);
    expect(probablyNotDone([at, new Date(Date.parse(at) + 29_999).toISOString()])).toBe(false);
    expect(probablyNotDone(apart)).toBe(true);
  });
});

describe('a lane', () => {
  const ada = { server: 'https://a', username: 'ada' };
  const ben = { server: 'https://a', username: 'ben' };
  const mark: Wish = { kind: 'mark', payment: 5, to: 'completed' };

  it('is one for all marks of a payment at a server, whoever makes them', () => {
    expect(lane(ada, mark)).toBe(lane(ben, { ...mark, to: 'failed' }));
    expect(lane(ada, mark)).not.toBe(lane({ ...ada, server: 'https://b' }, mark));
  });

  it('is one for equal creations of one person; what two make is alike all the same', () => {
    expect(lane(ada, order)).toBe(lane(ada, { ...order, price: '10', another: true }));
    expect(lane(ada, order)).not.toBe(lane(ben, order));
    expect(likeness(ada, order)).toBe(likeness(ben, order));
    expect(lane(ada, { kind: 'record-payment', order: 1, amount: '1', another: false })).not.toBe(
      lane(ada, { kind: 'record-payment', order: 2, amount: '1', another: false }),
    );
  });

  it('belongs to a person at a server', () => {
    expect([sameOwner(ada, { ...ada }), sameOwner(ada, ben), sameOwner(ada, { ...ada, server: 'https://b' })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a correction', () => {
  it.each(['completed', 'failed', 'refunded', ''])('of a payment that was seen as %j needs a reason that says something', (status) => {
    for (const none of [null, '', ' ', '\n\t ']) expect(lacksReason({ status }, none)).toBe(true);
    expect(lacksReason({ status }, 'Slip')).toBe(false);
  });

  it.each(['pending', null])('is none where it was seen as %j', (status) => {
    for (const reason of [null, '', 'Slip']) expect(lacksReason({ status }, reason)).toBe(false);
  });
});

describe('waiting', () => {
  it('grows, is spread over its whole length, and has an end', () => {
    expect([1, 2, 3, 6, 7, 500].map((failures) => backOff(failures, 0.999_999, null))).toEqual([999, 1_999, 3_999, 29_999, 29_999, 29_999]);
    expect(backOff(3, 0, null)).toBe(0);
  });

  it('is never shorter than the server asks', () => {
    expect(backOff(1, 0, 7)).toBe(7_000);
    expect(backOff(1, 0, 3_600)).toBe(3_600_000);
  });
});
