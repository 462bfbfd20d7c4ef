// A file is there whole or not at all, whatever goes wrong while it is written.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeWhole } from '../../../src/main/app/write-whole.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';

function folder(): string {
  const own = mkdtempSync(join(tmpdir(), 'paydesk-save-'));
  onTestFinished(() => {
    chmodSync(own, 0o700);
    rmSync(own, { recursive: true, force: true });
  });
  return own;
}

async function* chunks(...all: (Result<string> | Error)[]): AsyncIterable<Result<string>> {
  for (const chunk of all) {
    if (chunk instanceof Error) throw chunk;
    yield chunk;
  }
}

const noSpace = Object.assign(new Error('no space'), { code: 'ENOSPC' });
const closed = fail({ kind: 'journal', problem: 'closed' });

it('writes all of it under its name and leaves nothing else', async () => {
  const own = folder();
  expect(await writeWhole(join(own, 'a.csv'), chunks(ok('one\n'), ok('zwölf\n')))).toEqual({ ok: true, value: null });
  expect(readdirSync(own)).toEqual(['a.csv']);
  expect(readFileSync(join(own, 'a.csv'), 'utf8')).toBe('one\nzwölf\n');
});

it.each([
  ['the disk is full in the middle', [ok('half'), noSpace], { kind: 'not-saved', problem: 'full' }],
  ['what is written cannot be read on', [ok('half'), closed], closed.error],
  ['something breaks', [ok('half'), new Error('bug')], { kind: 'not-saved', problem: 'other' }],
])('when %s the file that was there before stays, and no half one', async (_what, all, error) => {
  const own = folder();
  writeFileSync(join(own, 'a.csv'), 'before');
  expect(await writeWhole(join(own, 'a.csv'), chunks(...all))).toEqual({ ok: false, error });
  expect(readdirSync(own)).toEqual(['a.csv']);
  expect(readFileSync(join(own, 'a.csv'), 'utf8')).toBe('before');
});

it('a folder that may not be written to, or is not there, is told', async () => {
  const own = folder();
  expect(await writeWhole(join(own, 'gone', 'a.csv'), chunks(ok('a')))).toMatchObject({ error: { kind: 'not-saved', problem: 'other' } });
  mkdirSync(join(own, 'a.csv'));
  expect(await writeWhole(join(own, 'a.csv'), chunks(ok('a')))).toMatchObject({ error: { kind: 'not-saved' } });
  expect(readdirSync(own)).toEqual(['a.csv']);
});

it('a folder without leave to write is told as that', async () => {
  const own = folder();
  chmodSync(own, 0o500);
  // The administrator has leave everywhere but in the system's own folder of devices.
  const forbidden = process.getuid?.() === 0 ? '/sys' : own;
  expect(await writeWhole(join(forbidden, 'a.csv'), chunks(ok('a')))).toMatchObject({
    error: { kind: 'not-saved', problem: 'not-allowed' },
  });
});
