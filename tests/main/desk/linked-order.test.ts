// The order of a link: shown at once to who is at work, else once to the next one who signs in soon enough.
import { expect, it } from 'vitest';
import { createLinkedOrder } from '../../../src/main/desk/linked-order.ts';
import type { ShowPlace } from '../../../src/shared/ipc/shell-requests.ts';

function setUp() {
  const shown: ShowPlace[] = [];
  let time = 5_000;
  const linked = createLinkedOrder({ show: (place) => shown.push(place), now: () => time });
  return { ...linked, shown, pass: (milliseconds: number) => (time += milliseconds) };
}

const order = (number: number): ShowPlace => ({ place: 'orders', order: number });

it('is shown at once where somebody is signed in, and not a second time later', () => {
  const { open, take, shown } = setUp();
  expect(take()).toBeNull();
  open(7);
  expect(shown).toEqual([order(7)]);
  expect(take()).toBeNull();
});

it('waits for the next sign-in, the last one alone, and is told once', () => {
  const { open, take, shown } = setUp();
  open(7);
  open(8);
  expect(take()).toEqual(order(8));
  expect(take()).toBeNull();
  expect(shown).toEqual([]);
});

it.each([
  [599_999, order(7)],
  [600_000, null],
])('after %d ms there is %j', (milliseconds, kept) => {
  const { open, take, pass } = setUp();
  open(7);
  pass(milliseconds);
  expect(take()).toEqual(kept);
});

it('after a sign-out it waits again: the page that heard is gone', () => {
  const { open, take, left, shown } = setUp();
  take();
  left();
  open(7);
  expect(shown).toEqual([]);
  expect(take()).toEqual(order(7));
});
