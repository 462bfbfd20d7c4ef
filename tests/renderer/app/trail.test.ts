// Back and forward: each step to where somebody stood, and no further than they came.
import { expect, it } from 'vitest';
import { createTrail } from '../../../src/renderer/app/trail.ts';

function walk() {
  let at = 'orders';
  const trail = createTrail(
    () => at,
    (stop) => {
      at = stop;
    },
  );
  return {
    trail,
    at: () => at,
    go: (to: string) => {
      trail.leave();
      at = to;
    },
  };
}

it('leads back step by step, forward again, and stops at either end', () => {
  const { trail, at, go } = walk();
  go('payments');
  go('order 5');
  trail.back();
  expect(at()).toBe('payments');
  trail.back();
  expect(at()).toBe('orders');
  trail.back();
  expect(at()).toBe('orders');
  trail.forward();
  trail.forward();
  trail.forward();
  expect(at()).toBe('order 5');
});

it('forgets what lay ahead once somebody goes elsewhere', () => {
  const { trail, at, go } = walk();
  go('payments');
  trail.back();
  go('activity');
  trail.forward();
  expect(at()).toBe('activity');
  trail.back();
  expect(at()).toBe('orders');
});
