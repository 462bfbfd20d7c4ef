// The connection check at servers that are as they should be, with and without a session: every line, and that nothing is changed there.
import { afterEach, describe, expect, it } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import { createPracticeStore } from '../../../src/main/practice/store.ts';
import { CHECK_STEPS } from '../../../src/shared/domain/connection-check.ts';
import { aCheck, fromStore, type Standing, signedInAt, standHttp } from './a-check.ts';

const standing: Standing[] = [];
afterEach(async () => {
  for (const server of standing.splice(0)) await server.close();
});

it('passes whole at a usual shop', async () => {
  const store = createPracticeStore({ behaviour: { orders: 12 } });
  const shop = await standHttp(fromStore(store));
  standing.push(shop);
  const connection = await signedInAt(shop.url);
  const { report, states } = await aCheck({ connection }).ofSession();
  console.log(JSON.stringify(report, null, 1));
  expect(states).toEqual(CHECK_STEPS.map((step) => `${step} passed`));
});
