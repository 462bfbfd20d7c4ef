// The page's list of remembered servers: main's word, the newest one.
import { expect, it } from 'vitest';
import { createServersStore } from '../../../src/renderer/session/servers-store.ts';
import type { RememberedServer } from '../../../src/shared/ipc/server-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

const himal: RememberedServer = {
  ...{ address: 'https://himal.example', name: 'Himal', colour: 'green', kind: 'production', username: 'ram', acceptPlainHttp: false },
};
const INPUT = { address: himal.address, name: 'New', colour: 'red', kind: 'test', acceptPlainHttp: false } as const;

it('is asked for once, and follows what main tells', async () => {
  const client = createFakeClient({ 'servers.list': () => ok([himal]) });
  const store = createServersStore(client);
  const stop = store.getState().follow();
  await Promise.resolve();
  await Promise.resolve();
  expect(store.getState().servers).toEqual([himal]);
  client.send('servers.changed', []);
  expect(store.getState().servers).toEqual([]);
  stop();
  client.send('servers.changed', [himal]);
  expect(store.getState().servers).toEqual([]);
});

it('does not let a slow first answer stand before a newer event', async () => {
  const answer = Promise.withResolvers<ReturnType<typeof ok<RememberedServer[]>>>();
  const client = createFakeClient({ 'servers.list': () => answer.promise });
  const store = createServersStore(client);
  store.getState().follow();
  client.send('servers.changed', [himal]);
  answer.resolve(ok([]));
  await answer.promise;
  await new Promise(setImmediate);
  expect(store.getState().servers).toEqual([himal]);
});

it('takes what saving and forgetting leave, and stays as it is where they are refused', async () => {
  const refused = fail({ kind: 'server-needed', why: 'waiting', count: 2 } as const);
  const client = createFakeClient({ 'servers.save': () => ok([himal]), 'servers.forget': () => refused });
  const store = createServersStore(client);
  await store.getState().save(INPUT);
  expect(store.getState().servers).toEqual([himal]);
  expect(await store.getState().forget(himal.address)).toEqual(refused);
  expect(store.getState().servers).toEqual([himal]);
  expect(client.asked).toEqual([
    { name: 'servers.save', input: INPUT },
    { name: 'servers.forget', input: { address: himal.address } },
  ]);
});
