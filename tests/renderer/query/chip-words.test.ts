// What stands on a chip can be typed as it stands there.
import { expect, it } from 'vitest';
import { STATE_WORDS } from '../../../src/renderer/orders/order-words.ts';
import { ORDER_PAYMENT_STATES } from '../../../src/shared/domain/payment.ts';
import { readQuery } from '../../../src/shared/domain/query/parse-query.ts';

it.each(ORDER_PAYMENT_STATES.map((state) => [STATE_WORDS[state].word, state]))('status:%s', (word, state) => {
  const meant = { terms: [{ kind: 'status', any: [state], not: false }], problems: [] };
  expect(readQuery(`status:${word}`, { now: 0, zone: 'UTC' })).toEqual(meant);
  expect(readQuery(`status:"${word}"`, { now: 0, zone: 'UTC' })).toEqual(meant);
});
