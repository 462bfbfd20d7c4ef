// What has happened to an order: newest first, and nothing said that is not known.
import { expect, it } from 'vitest';
import { timelineOf } from '../../../src/renderer/orders/timeline.ts';
import { payment } from '../support/facts.ts';
import { operation } from '../support/operations.ts';

const at = (hour: number) => `2026-11-02T0${hour}:00:00.000Z`;
const names = (events: ReturnType<typeof timelineOf>) =>
  events.map((event) =>
    event.kind === 'payment' ? `payment ${event.payment.id}` : event.kind === 'operation' ? event.operation.id : 'created',
  );

it('stands newest first, whoever tells it', () => {
  const order = { createdAt: at(1), payments: [payment(7, { createdAt: at(2) }), payment(8, { createdAt: at(4) })] };
  const marks = [operation({ id: 'late', askedAt: at(5) }), operation({ id: 'early', askedAt: at(3) })];
  expect(names(timelineOf(order, marks))).toEqual(['late', 'payment 8', 'early', 'payment 7', 'created']);
});

it('puts what has no time before what has one, the order itself before its payments', () => {
  const order = { createdAt: null, payments: [payment(7, { createdAt: null }), payment(8, { createdAt: 'someday' })] };
  expect(names(timelineOf(order, [operation({ id: 'mark', askedAt: at(3) })]))).toEqual(['mark', 'payment 8', 'payment 7', 'created']);
});

it('tells no payment where the server tells none', () => {
  expect(names(timelineOf({ createdAt: at(1), payments: null }, []))).toEqual(['created']);
});
