// The log: one small file, never a token in it, and never a reason to stop.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/main/app/log.ts';
import { accessToken } from '../session/json-web-token.ts';

const NOW = '2026-11-02T09:30:00.000Z';
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-log-'));
  path = join(folder, 'deep', 'paydesk.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = () => readFileSync(path, 'utf8');

describe('a line of the log', () => {
  it('has its time, and is added to those before', () => {
    const log = createLog(path, () => NOW);
    log('one');
    log('two');
    expect(read()).toBe(`${NOW} one\n${NOW} two\n`);
  });

  it('never holds a token, wherever it stands in it', () => {
    const token = accessToken('secret');
    createLog(path, () => NOW)(`TypeError: Headers.append: "Bearer ${token}" is an invalid header value\n    at x (${token}) ${token}`);
    expect(read()).not.toContain('eyJ');
    expect(read().match(/\(token\)/g)).toHaveLength(3);
  });

  it('keeps what only looks a little like one', () => {
    createLog(path, () => NOW)('at src/main/ipc/serve.ts:40 (Electron 45.4.1, shop.example.com)');
    expect(read()).toContain('at src/main/ipc/serve.ts:40 (Electron 45.4.1, shop.example.com)');
  });
});

describe('the log’s file', () => {
  it('starts anew beyond two million bytes', () => {
    const log = createLog(path, () => NOW);
    log('begin');
    writeFileSync(path, 'x'.repeat(2_000_000));
    log('still added');
    expect(statSync(path).size).toBeGreaterThan(2_000_000);
    log('anew');
    expect(read()).toBe(`${NOW} anew\n`);
  });

  it('that cannot be written stops nobody', () => {
    writeFileSync(join(folder, 'deep'), 'a file where the folder should be');
    expect(() => createLog(path, () => NOW)('one')).not.toThrow();
  });
});
