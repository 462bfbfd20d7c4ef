// Insights, settings and the bridge: the small rules of each.
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/renderer/bridge.ts';
import { createInsightsStore, partOf } from '../../../src/renderer/insights/insights-store.ts';
import { checkCurrency } from '../../../src/renderer/settings/settings-store.ts';
import { ok } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

it('insights: a bar’s part of the longest, exactly enough', () => {
  expect([partOf(1n, 3n), partOf(3n, 3n), partOf(-1n, 3n), partOf(1n, 0n)]).toEqual([33.3, 100, 0, 0]);
});

it('insights: read only while somebody looks, and once more after changes during a reading', async () => {
  const client = createFakeClient({ 'insights.read': () => ok({ asOf: null, states: [], days: [] }) });
  const store = createInsightsStore(client);
  await store.getState().renew();
  expect(client.asked).toHaveLength(0);
  const stop = store.getState().watch();
  for (let change = 0; change < 5; change += 1) void store.getState().renew();
  await settled();
  expect(client.asked).toHaveLength(2);
  stop();
  await store.getState().renew();
  expect(client.asked).toHaveLength(2);
});

it.each([
  ['eur', { value: 'EUR' }],
  ['', { value: '' }],
  ['EURO', { problem: expect.any(String) }],
  ['€', { problem: expect.any(String) }],
])('settings: the currency %j', (typed, checked) => {
  expect(checkCurrency(typed)).toEqual(checked);
});

describe('the bridge', () => {
  it('turns a broken request into a value', async () => {
    const client = connect({ request: () => Promise.reject(new Error('refused sender')), listen: () => () => undefined });
    expect(await client.request('app.info', null)).toEqual({ ok: false, error: { kind: 'internal', reference: 'page:app.info' } });
  });

  it('hands an event only to those who asked for it', () => {
    let send: (name: string, payload: unknown) => void = () => undefined;
    const client = connect({
      request: async () => undefined,
      listen: (listener) => {
        send = listener;
        return () => undefined;
      },
    });
    const heard: unknown[] = [];
    client.subscribe('app.closing', (payload) => heard.push(payload));
    send('history.changed', {});
    send('app.closing', null);
    expect(heard).toEqual([null]);
  });
});
