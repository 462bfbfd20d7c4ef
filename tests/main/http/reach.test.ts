// Whether the server can be reached, as the calls that are made anyway tell it.
import { expect, it } from 'vitest';
import { NoAnswer } from '../../../src/main/http/no-answer.ts';
import { type Reachability, watchReach } from '../../../src/main/http/reach.ts';
import type { Fetch } from '../../../src/main/http/transport.ts';

async function reachAfter(send: Fetch): Promise<{ told: Reachability[]; outcome: unknown }> {
  const told: Reachability[] = [];
  const watched = watchReach(send, (reach) => told.push(reach));
  const outcome: unknown = await watched(new Request('https://shop.example/api/')).catch((thrown: unknown) => thrown);
  return { told, outcome };
}

it.each([200, 201, 204, 301, 400, 401, 403, 404, 405, 429, 500, 501])('an answer of %d means that it can', async (status) => {
  const response = new Response(null, { status });
  expect(await reachAfter(async () => response)).toEqual({ told: ['online'], outcome: response });
});

it.each([502, 503, 504])('an answer of %d comes from what stands before it', async (status) => {
  expect((await reachAfter(async () => new Response(null, { status }))).told).toEqual(['down']);
});

it.each([
  ['offline', 'offline'],
  ['no-route', 'offline'],
  ['name-not-found', 'down'],
  ['refused', 'down'],
  ['timeout', 'down'],
  ['not-connected', 'down'],
  ['cut-off', 'down'],
  ['certificate', 'down'],
  ['redirected', 'down'],
] as const)('no answer because of “%s” means %s, and is told on', async (reason, reach) => {
  const none = new NoAnswer(reason, true);
  expect(await reachAfter(() => Promise.reject(none))).toEqual({ told: [reach], outcome: none });
});

it('a call that was given up says nothing of the server', async () => {
  const told: Reachability[] = [];
  const giveUp = new AbortController();
  const send = watchReach(
    async () => {
      giveUp.abort();
      throw new NoAnswer('other', false);
    },
    (reach) => told.push(reach),
  );
  await expect(send(new Request('https://shop.example/api/', { signal: giveUp.signal }))).rejects.toBeInstanceOf(NoAnswer);
  expect(told).toEqual([]);
});

it('a bug of our own says nothing of the server', async () => {
  const bug = new Error('a bug');
  expect(await reachAfter(() => Promise.reject(bug))).toEqual({ told: [], outcome: bug });
});
