// What the server names by an ETag is not sent twice; and who pulls, stops, or has to show a new token meanwhile.
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { HistoryDoor } from '../../../src/main/store/door.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';
import { type Answer, json, openLoopbackShop, orders, paged, upTo } from './loopback-shop.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** As Django's ConditionalGetMiddleware. */
const conditional =
  (list: () => unknown): Answer =>
  (_, outgoing, incoming) => {
    const etag = `"${createHash('md5').update(JSON.stringify(list())).digest('hex')}"`;
    if (incoming.headers['if-none-match'] !== etag) return json(outgoing, list(), { etag });
    outgoing.writeHead(304, { etag });
    outgoing.end();
  };

describe('a history with an ETag', () => {
  it('is sent once: 304 says that it stands, as of now', async () => {
    let all = upTo(3);
    const shop = await openLoopbackShop(conditional(() => orders(all)));
    const first = await shop.history.refresh();
    const second = await shop.history.refresh();
    expect(second).toMatchObject({ total: 3, problem: null, unreadable: 0, pulling: null });
    expect(Date.parse(second.asOf ?? '')).toBeGreaterThan(Date.parse(first.asOf ?? ''));
    all = upTo(4);
    expect((await shop.history.refresh()).total).toBe(4);
    expect((await shop.history.refresh()).total).toBe(4);
    const [none, old, stillOld, fresh] = shop.named;
    expect([none, old === stillOld, fresh === old]).toEqual([undefined, true, false]);
    expect(old).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('is asked for by the name that the file kept', async () => {
    const door = openHistoryInPlace(':memory:');
    const kept: HistoryDoor = { ...door, open: async (changed) => ({ ...(await door.open(changed)), etag: 'W/"kept"' }) };
    const shop = await openLoopbackShop((_, outgoing) => {
      outgoing.writeHead(304);
      outgoing.end();
    }, kept);
    expect(await shop.history.refresh()).toMatchObject({ problem: null, asOf: expect.any(String) });
    expect(shop.named).toEqual(['W/"kept"']);
  });

  it('hands the name on to the file', async () => {
    const named: (string | null)[] = [];
    const door = openHistoryInPlace(':memory:');
    const shop = await openLoopbackShop((_, outgoing) => json(outgoing, [], { etag: '"a"' }), {
      ...door,
      finishPull: async (asOf, etag) => {
        named.push(etag);
        await door.finishPull(asOf, etag);
      },
    });
    await shop.history.refresh();
    shop.answerWith((_, outgoing) => json(outgoing, [], { etag: `"${'a'.repeat(2_000)}"` }));
    await shop.history.refresh();
    expect(named).toEqual(['"a"', null]);
  });

  it('in pages is asked for anew each time: one page’s name says nothing of the others', async () => {
    const shop = await openLoopbackShop((search, outgoing, incoming) => {
      outgoing.setHeader('etag', '"page"');
      paged(() => upTo(7), 5)(search, outgoing, incoming);
    });
    await shop.history.refresh();
    await shop.history.refresh();
    expect(shop.named).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('304 that nobody asked for is no answer', async () => {
    const shop = await openLoopbackShop((_, outgoing) => {
      outgoing.writeHead(304);
      outgoing.end();
    });
    expect(await shop.history.refresh()).toMatchObject({ asOf: null, problem: { kind: 'not-the-api', status: 304 } });
  });
});

describe('a pull under way', () => {
  const begun = () => {
    const reached = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    const answer: Answer = (_, outgoing) => {
      outgoing.on('close', () => closed.resolve());
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.write(JSON.stringify(orders(upTo(2_000))).slice(0, -1), () => reached.resolve());
    };
    return { reached: reached.promise, closed: closed.promise, answer };
  };

  /** The store has the first thousand rows of an answer that goes on. */
  const midway = async () => {
    const seen = Promise.withResolvers<void>();
    const slow = begun();
    const door = openHistoryInPlace(':memory:');
    const shop = await openLoopbackShop(slow.answer, {
      ...door,
      pageBytes: async (page, bytes) => {
        const rows = await door.pageBytes(page, bytes);
        if (rows >= 1_000) setImmediate(seen.resolve);
        return rows;
      },
    });
    const pull = shop.history.refresh();
    await seen.promise;
    return { ...shop, pull, closed: slow.closed };
  };

  it('tells how many rows have come; its beginning may be looked at, and goes again with it', async () => {
    const shop = await midway();
    expect(shop.history.state()).toMatchObject({ asOf: null, partial: true, pulling: { expected: null } });
    expect(shop.history.state().pulling?.received).toBeGreaterThanOrEqual(1_000);
    shop.history.cancel();
    expect(await shop.pull).toMatchObject({ total: 0, partial: false, asOf: null, pulling: null, problem: null });
  });

  it('can be given up in the middle of its body, also when everything that nobody holds has been collected', async () => {
    const shop = await midway();
    for (let turn = 0; turn < 3; turn += 1) {
      collect();
      await new Promise(setImmediate);
    }
    shop.history.cancel();
    await shop.closed;
    expect(await shop.pull).toMatchObject({ pulling: null, problem: null });
    expect(shop.reached).toEqual(['online']);
  });

  it('that is given up leaves what was known, and another may begin', async () => {
    const shop = await openLoopbackShop((_, outgoing) => json(outgoing, orders(upTo(3))));
    const before = await shop.history.refresh();
    const slow = begun();
    shop.answerWith(slow.answer);
    const pull = shop.history.refresh();
    await slow.reached;
    shop.history.cancel();
    await slow.closed;
    expect(await pull).toEqual(before);
    shop.answerWith((_, outgoing) => json(outgoing, orders(upTo(4))));
    expect((await shop.history.refresh()).total).toBe(4);
  });

  it('renews a token that has run out, and goes on', async () => {
    const shown: (string | undefined)[] = [];
    const shop = await openLoopbackShop((_, outgoing, incoming) => {
      shown.push(incoming.headers.authorization);
      if (shown.length === 1) return json(outgoing, { code: 'token_not_valid' }, {}, 401);
      return json(outgoing, orders(upTo(2)));
    });
    expect(await shop.history.refresh()).toMatchObject({ total: 2, problem: null });
    expect(shown).toEqual(['Bearer access', 'Bearer renewed']);
  });

  it('that the store cannot take in says so, and is dropped', async () => {
    const calls: string[] = [];
    const door = openHistoryInPlace(':memory:');
    const shop = await openLoopbackShop((_, outgoing) => json(outgoing, orders(upTo(3))), {
      ...door,
      finishPull: () => Promise.reject(new Error('database or disk is full')),
      dropPull: async () => {
        calls.push('dropped');
        await door.dropPull();
      },
    });
    expect(await shop.history.refresh()).toMatchObject({ total: 0, problem: { kind: 'not-saved', problem: 'full' }, pulling: null });
    expect(calls).toEqual(['dropped']);
  });
});
