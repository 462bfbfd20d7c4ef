// The practice store keeps the contract: every operation, across its behaviours, with every request and every answer judged.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PracticeBehaviour } from '../../src/main/practice/behaviour.ts';
import { loadContract } from './contract.ts';
import { type Noted, tour } from './tour.ts';

const contract = loadContract(new URL('../../openapi.yaml', import.meta.url));

const variants: readonly Partial<PracticeBehaviour>[] = [
  {},
  { paging: 'page' },
  { paging: 'limit-offset', decimals: 'number' },
  { paging: 'cursor', extraFields: true },
  { payments: 'one' },
  { payments: 'none', readPayment: false },
  { updateMethod: 'PUT' },
  { updateMethod: 'PUT-whole', profilePicture: 'none' },
  { updateMethod: 'POST' },
  { ownOnly: true },
  { authentication: 'session-first' },
  { registration: 'key', logout: 'no-blacklist' },
  { registration: 'verification', logout: 'cookie-only' },
  { registration: 'nothing', rotate: false },
  { blacklist: false, orders: 0 },
  { etag: true },
];

const anyBehaviour: fc.Arbitrary<Partial<PracticeBehaviour>> = fc.record({
  orders: fc.constantFrom(0, 1, 7, 30),
  paging: fc.constantFrom('none', 'page', 'limit-offset', 'cursor'),
  decimals: fc.constantFrom('text', 'number'),
  payments: fc.constantFrom('many', 'one', 'none'),
  updateMethod: fc.constantFrom('PATCH', 'PUT', 'PUT-whole', 'POST'),
  readPayment: fc.boolean(),
  rotate: fc.boolean(),
  blacklist: fc.boolean(),
  authentication: fc.constantFrom('bearer', 'session-first'),
  registration: fc.constantFrom('key', 'tokens', 'verification', 'nothing'),
  profilePicture: fc.constantFrom('url', 'none'),
  extraFields: fc.boolean(),
  ownOnly: fc.boolean(),
  etag: fc.boolean(),
  logout: fc.constantFrom('blacklist', 'no-blacklist', 'cookie-only'),
});

function expectKept(noted: readonly Noted[]): void {
  for (const exchange of noted) {
    const { operationId, requestFaults, responseFaults } = contract.judge(exchange);
    const what = `${operationId} ${exchange.requestBody} -> ${exchange.status} ${exchange.responseBody.slice(0, 300)}`;
    expect(responseFaults, what).toEqual([]);
    if (exchange.meantWrong) {
      expect(requestFaults, what).not.toEqual([]);
      // A logout that revokes nothing does not so much as look at the body.
      if (operationId !== 'logout') expect(exchange.status, what).toBeGreaterThanOrEqual(400);
    } else expect(requestFaults, what).toEqual([]);
  }
}

describe('the practice store keeps the contract', () => {
  const reached = new Set<string>();

  beforeAll(async () => {
    for (const variant of variants) {
      for (const exchange of await tour(variant)) {
        const { operationId } = contract.judge(exchange);
        const exact = `${operationId} ${exchange.status}`;
        reached.add(contract.declared.includes(exact) ? exact : `${operationId} ${Math.floor(exchange.status / 100)}XX`);
      }
    }
  });

  it.each(variants)('as %j', async (variant) => {
    expectKept(await tour(variant));
  });

  it('in any mixture of behaviours', async () => {
    await fc.assert(
      fc.asyncProperty(anyBehaviour, async (behaviour) => expectKept(await tour(behaviour))),
      { numRuns: 25 },
    );
  });

  it.each(contract.operationIds)('with %s answered well at least once', (operationId) => {
    expect([...reached].filter((entry) => entry.startsWith(`${operationId} 2`))).not.toEqual([]);
  });

  it('with every declared answer given, but for those that only other servers give', () => {
    const views = contract.operationIds;
    const elsewhere = new Set([
      // A proxy or a crash.
      ...views.filter((id) => id !== 'logout').map((id) => `${id} 5XX`),
      // Routing and permissions of servers unlike this one.
      ...['register', 'obtainTokens', 'refreshTokens', 'readProfile', 'updateProfile', 'logout', 'createOrder', 'createPayment'].map(
        (id) => `${id} 404`,
      ),
      ...views
        .filter((id) => !['readPayment', 'patchPayment', 'replacePayment', 'postPaymentStatus'].includes(id))
        .map((id) => `${id} 405`),
      'obtainTokens 403',
      'refreshTokens 403',
      'describePayment 404',
    ]);
    const missing = contract.declared.filter((entry) => !reached.has(entry) && !elsewhere.has(entry));
    expect(missing).toEqual([]);
    expect([...elsewhere].filter((entry) => reached.has(entry))).toEqual([]);
  });
});
