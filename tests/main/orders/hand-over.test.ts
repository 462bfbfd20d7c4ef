// Handing bytes to the store: not more at a time than it takes in, and nothing unheard when either side breaks.
import { expect, it } from 'vitest';
import type { HistoryPieces } from '../../../src/main/http/history-call.ts';
import { NoAnswer } from '../../../src/main/http/no-answer.ts';
import { handOver } from '../../../src/main/orders/hand-over.ts';
import type { PageEnd } from '../../../src/main/store/door.ts';

const PAGE: PageEnd = { kind: 'page', rows: 7, count: 7, next: null };

function opened(count: number, end: () => void = () => undefined): HistoryPieces & { readonly given: () => number } {
  let given = 0;
  async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (; given < count; given += 1) yield new Uint8Array([given]);
    end();
  }
  return { kind: 'pieces', headers: new Headers({ 'content-type': 'text/x' }), pieces: pieces(), given: () => given };
}

it('waits while four pieces have not been taken in', async () => {
  const waiting: PromiseWithResolvers<number>[] = [];
  const source = opened(10);
  const door = {
    pageBytes: () => {
      const own = Promise.withResolvers<number>();
      waiting.push(own);
      return own.promise;
    },
    endPage: async () => PAGE,
  };
  const done = handOver(door, 1, source, () => undefined);
  for (let released = 0; released < 10; released += 1) {
    await new Promise(setImmediate);
    expect(waiting.length).toBe(Math.min(10, released + 4));
    waiting[released]?.resolve(released);
  }
  expect(await done).toEqual({ ok: true, value: PAGE });
});

it('hands over in order, then ends the page with its label, and tells the rows so far', async () => {
  const told: unknown[] = [];
  const rows: number[] = [];
  const door = {
    pageBytes: async (page: number, bytes: Uint8Array) => {
      told.push([page, ...bytes]);
      return bytes[0] ?? 0;
    },
    endPage: async (page: number, contentType: string | null) => {
      told.push([page, contentType]);
      return PAGE;
    },
  };
  await handOver(door, 3, opened(6), (count) => rows.push(count));
  expect(told).toEqual([...[0, 1, 2, 3, 4, 5].map((byte) => [3, byte]), [3, 'text/x']]);
  expect(rows).toEqual([0, 1, 2, 3, 4, 5]);
});

it('does not end a page whose pieces broke off', async () => {
  const ended: number[] = [];
  const door = {
    pageBytes: async () => 1,
    endPage: async (page: number) => {
      ended.push(page);
      return PAGE;
    },
  };
  const broken = opened(2, () => {
    throw new NoAnswer('cut-off', false);
  });
  expect(await handOver(door, 1, broken, () => undefined)).toEqual({ ok: false, error: { kind: 'unreachable', reason: 'cut-off' } });
  expect(ended).toEqual([]);
});

it('rejects where the store does, asks for no further piece, and leaves no rejection unheard', async () => {
  const source = opened(100);
  const door = { pageBytes: () => Promise.reject(new Error('disk')), endPage: async () => PAGE };
  await expect(handOver(door, 1, source, () => undefined)).rejects.toThrow('disk');
  expect(source.given()).toBeLessThan(5);
});
