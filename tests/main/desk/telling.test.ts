import { expect, it } from 'vitest';
import { createTelling } from '../../../src/main/desk/telling.ts';
import type { HistoryState } from '../../../src/shared/ipc/order-schemas.ts';

const NOTHING: HistoryState = {
  ...{ revision: 1, total: 0, unreadable: 0, missing: null, ownOnly: false, asOf: null, partial: false },
  ...{ pulling: { received: 0, expected: null, since: '2026-11-22T12:00:00.000Z' }, problem: null },
};

it('the beginning of a first pull, and all of it, are told at once; how far it is may wait', () => {
  let state = NOTHING;
  const told: number[] = [];
  const telling = createTelling({
    state: () => {
      throw new Error('not asked for here');
    },
    history: () => state,
    owner: () => null,
    isRunning: () => false,
    publish: () => told.push(state.total),
    // Nobody's rest ends.
    after: () => () => undefined,
  });
  const change = (more: Partial<HistoryState>): void => {
    state = { ...state, ...more };
    telling.history();
  };
  change({});
  change({ pulling: { received: 600, expected: null, since: '' } });
  expect(told).toEqual([0]);
  change({ total: 500, partial: true });
  change({ pulling: { received: 800, expected: null, since: '' } });
  expect(told).toEqual([0, 500]);
  change({ total: 900 });
  change({ partial: false, asOf: '2026-11-22T12:00:01.000Z' });
  expect(told).toEqual([0, 500, 900]);
});
