// An export is on the disk whole or not at all, is of the orders that were asked for, and says how far it is without drowning anybody.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { SaveFile } from '../../../src/main/activity/export.ts';
import { writeWhole } from '../../../src/main/app/write-whole.ts';
import { seldom } from '../../../src/main/ipc/seldom.ts';
import { createHistoryExport, type HistoryExportParts, type ResultToExport } from '../../../src/main/orders/export-history.ts';
import { fail, ok } from '../../../src/shared/result.ts';

function folder(): string {
  const own = mkdtempSync(join(tmpdir(), 'paydesk-export-'));
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
  return own;
}

/** `order 0`, `order 1` … after a line with the names of the columns. */
function lines(from: number, to: number): Uint8Array {
  const rows = Array.from({ length: to - from }, (_, index) => `order ${from + index}\r\n`);
  return new TextEncoder().encode((from === 0 ? '\uFEFFOrder\r\n' : '') + rows.join(''));
}

function aResult(total: number, change: Partial<ResultToExport> = {}): ResultToExport {
  return {
    total,
    asOf: null,
    practice: false,
    csv: async ({ offset, limit }) => ok(lines(offset, Math.min(total, offset + limit))),
    ...change,
  };
}

/** Saves for real, as if the person had chosen this path. */
function setUp(path: string, change: Partial<HistoryExportParts> = {}) {
  const names: string[] = [];
  const told: { done: number; total: number }[] = [];
  const due: (() => void)[] = [];
  const saveFile: SaveFile = async ({ name, chunks }) => {
    names.push(name);
    const written = await writeWhole(path, chunks);
    return written.ok ? ok(path) : written;
  };
  const own = createHistoryExport({
    saveFile,
    wallClock: () => new Date(2026, 10, 22, 14, 2),
    told: (progress) => told.push(progress),
    seldom: (work) =>
      seldom(work, 200, (_milliseconds, later) => {
        due.push(later);
        return () => undefined;
      }),
    ...change,
  });
  return { ...own, names, told, due };
}

it('writes every order once, in pieces, and answers with how many and where', async () => {
  const path = join(folder(), 'a.csv');
  const ranges: number[][] = [];
  const result = aResult(4_500);
  const { save } = setUp(path);
  const watched = aResult(4_500, {
    csv: (range) => {
      ranges.push([range.offset, range.limit]);
      return result.csv(range);
    },
  });
  expect(await save(watched)).toEqual(ok({ saved: path, orders: 4_500 }));
  expect(ranges.flat()).toEqual([0, 2_000, 2_000, 2_000, 4_000, 2_000]);
  const rows = readFileSync(path, 'utf8').split('\r\n');
  expect(rows.slice(0, 2)).toEqual(['\uFEFFOrder', 'order 0']);
  expect(rows.slice(1, -1)).toEqual(Array.from({ length: 4_500 }, (_, index) => `order ${index}`));
});

it('of an empty result the names of the columns are left', async () => {
  const path = join(folder(), 'a.csv');
  expect(await setUp(path).save(aResult(0))).toEqual(ok({ saved: path, orders: 0 }));
  expect(readFileSync(path, 'utf8')).toBe('\uFEFFOrder\r\n');
});

it('is called by when its facts were read, and invented ones are called so', async () => {
  const path = join(folder(), 'a.csv');
  const { save, names } = setUp(path);
  await save(aResult(1));
  await save(aResult(1, { asOf: new Date(2026, 10, 21, 9, 5).toISOString(), practice: true }));
  expect(names).toEqual(['orders 2026-11-22 14.02.csv', 'practice orders 2026-11-21 09.05.csv']);
});

it('settles which orders are meant before it asks where', async () => {
  const steps: string[] = [];
  const { save } = setUp('unused', {
    saveFile: async ({ chunks }) => {
      steps.push('asked where');
      for await (const _chunk of chunks) steps.push('wrote');
      return ok('somewhere');
    },
  });
  const result = aResult(1);
  const csv: ResultToExport['csv'] = (range) => {
    steps.push('read');
    return result.csv(range);
  };
  await save({ ...result, csv });
  expect(steps).toEqual(['read', 'asked where', 'wrote']);
});

it('when the person closes the dialog nothing is read on, and nothing saved', async () => {
  let read = 0;
  const { save } = setUp('unused', { saveFile: async () => ok(null) });
  const counted = aResult(9_000, {
    csv: async () => {
      read += 1;
      return ok(lines(0, 2_000));
    },
  });
  expect(await save(counted)).toEqual(ok({ saved: null, orders: 0 }));
  expect(read).toBe(1);
});

it('cancelled in the middle it leaves the file that was there before, and nothing of its own', async () => {
  const own = folder();
  const path = join(own, 'a.csv');
  writeFileSync(path, 'before');
  const { save, cancel } = setUp(path);
  const result = aResult(10_000);
  let last = 0;
  const answer = await save(
    aResult(10_000, {
      csv: (range) => {
        last = range.offset;
        if (range.offset === 4_000) {
          expect(existsSync(`${path}.part`)).toBe(true);
          cancel();
        }
        return result.csv(range);
      },
    }),
  );
  expect(answer).toEqual(ok({ saved: null, orders: 0 }));
  expect(last).toBe(4_000);
  expect(readdirSync(own)).toEqual(['a.csv']);
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(await save(aResult(3))).toEqual(ok({ saved: path, orders: 3 }));
});

it('cancelled behind the last piece, too, it is not saved', async () => {
  const own = folder();
  const { save, cancel } = setUp('unused', {
    saveFile: async ({ chunks }) => {
      let pieces = 0;
      for await (const chunk of chunks) {
        if (!chunk.ok) return chunk;
        pieces += 1;
        if (pieces === 2) cancel();
      }
      return ok(own);
    },
  });
  expect(await save(aResult(4_000))).toEqual(ok({ saved: null, orders: 0 }));
});

it.each([
  ['the orders cannot be read on', fail({ kind: 'session-ended' } as const)],
  ['the disk is full', fail({ kind: 'not-saved', problem: 'full' } as const)],
])('when %s that is the answer, and no half file is left', async (_what, failure) => {
  const own = folder();
  const path = join(own, 'a.csv');
  const result = aResult(5_000);
  const broken = aResult(5_000, { csv: async (range) => (range.offset === 0 ? await result.csv(range) : failure) });
  expect(await setUp(path).save(broken)).toEqual(failure);
  expect(readdirSync(own)).toEqual([]);
});

it('what breaks while reading breaks nothing else, and the next export works', async () => {
  const own = folder();
  const path = join(own, 'a.csv');
  const { save } = setUp(path);
  const result = aResult(5_000);
  const broken = aResult(5_000, {
    csv: (range) => (range.offset === 0 ? result.csv(range) : Promise.reject(new Error('the store has ended'))),
  });
  expect(await save(broken)).toEqual(fail({ kind: 'not-saved', problem: 'other' }));
  expect(readdirSync(own)).toEqual([]);
  expect(await save(aResult(1))).toMatchObject({ ok: true });
});

it('is one at a time', async () => {
  const path = join(folder(), 'a.csv');
  const { save } = setUp(path);
  const first = save(aResult(1));
  expect(await save(aResult(1))).toEqual(fail({ kind: 'not-saved', problem: 'busy' }));
  expect(await first).toMatchObject({ ok: true });
});

it('tells how far it is at once, and then only after a rest', async () => {
  const path = join(folder(), 'a.csv');
  const { save, told, due } = setUp(path);
  const result = aResult(12_000);
  await save(
    aResult(12_000, {
      csv: (range) => {
        // The rest is over once, in the middle.
        if (range.offset === 6_000) due.at(-1)?.();
        return result.csv(range);
      },
    }),
  );
  expect(told).toEqual([
    { done: 0, total: 12_000 },
    { done: 6_000, total: 12_000 },
  ]);
});

it('an order that has gone is not counted as saved', async () => {
  const path = join(folder(), 'a.csv');
  expect(await setUp(path).save(aResult(3, { csv: async () => ok(lines(0, 2)) }))).toEqual(ok({ saved: path, orders: 2 }));
});

it('stops before Paydesk closes: it is over when nothing half is left', async () => {
  const own = folder();
  const path = join(own, 'a.csv');
  const { save, stop } = setUp(path);
  const half = Promise.withResolvers<void>();
  const { promise, resolve } = Promise.withResolvers<void>();
  const result = aResult(5_000);
  const saved = save(
    aResult(5_000, {
      csv: async (range) => {
        if (range.offset === 0) return await result.csv(range);
        half.resolve();
        await promise;
        return await result.csv(range);
      },
    }),
  );
  await half.promise;
  expect(readdirSync(own)).toEqual(['a.csv.part']);
  const stopped = stop().then(() => readdirSync(own));
  resolve();
  expect(await stopped).toEqual([]);
  expect(await saved).toEqual(ok({ saved: null, orders: 0 }));
});

it('closes also while the system still asks where', async () => {
  const { save, stop } = setUp('unused', { saveFile: () => new Promise(() => undefined) });
  void save(aResult(3));
  await Promise.resolve();
  await stop();
});
