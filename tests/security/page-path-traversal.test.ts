// The attack: an address of the page's own protocol that leads out of the page's folder, or to what is no part of a page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, POLICY } from '../../src/main/app/page-files.ts';

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paydesk-page-'));
  folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-evil'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets', 'index.js'), 'page');
  writeFileSync(join(folder, 'assets', 'ü 1.css'), 'page');
  writeFileSync(join(folder, 'package.json'), 'SECRET');
  writeFileSync(join(folder, 'noending'), 'SECRET');
  for (const outside of ['secret.html', 'secret.js', join('renderer-evil', 'x.js')]) writeFileSync(join(root, outside), 'SECRET');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the page', () => {
  it.each([
    ['app://paydesk/', 'text/html; charset=utf-8'],
    ['app://paydesk/index.html', 'text/html; charset=utf-8'],
    ['app://paydesk/index.html?x=../../secret.html#y', 'text/html; charset=utf-8'],
    ['app://paydesk/assets/index.js', 'text/javascript; charset=utf-8'],
    ['app://paydesk/assets/%C3%BC%201.css', 'text/css; charset=utf-8'],
    ['app://paydesk/assets/../index.html', 'text/html; charset=utf-8'],
  ])('%s is served with its type and the strict policy', async (url, type) => {
    const response = await answer(url, folder);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-security-policy')).toBe(POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('page');
  });

  it('may reach no network, run no foreign script and be framed by nobody', () => {
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(POLICY.split('; ')).toContain(rule);
    }
    expect(POLICY).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('anything else is not found', () => {
  it.each([
    'app://paydesk/../secret.html',
    'app://paydesk/..%2fsecret.html',
    'app://paydesk/%2e%2e/secret.html',
    'app://paydesk/%2e%2e%2fsecret.js',
    'app://paydesk/assets/..%2f..%2fsecret.js',
    'app://paydesk/assets/%2e%2e/%2e%2e/secret.js',
    'app://paydesk/..%2frenderer-evil%2fx.js',
    'app://paydesk/%2fetc%2fpasswd',
    'app://paydesk//etc/passwd',
    'app://paydesk/..%5csecret.html',
    'app://paydesk/%252e%252e%252fsecret.html',
    'app://paydesk/index.html%00.js',
    'app://paydesk/secret.html%00',
    'app://paydesk/package.json',
    'app://paydesk/noending',
    'app://paydesk/assets',
    'app://paydesk/assets/',
    'app://paydesk/missing.html',
    'app://paydesk/%E0%A4%A',
    'app://paydesk/%',
    'app://evil/index.html',
    'app://paydesk:1/index.html',
    'app://paydesk.evil/index.html',
    'app:index.html',
    'no address',
    '',
  ])('%j', async (url) => {
    const response = await answer(url, folder);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('even where its folder’s name only begins like the page’s', async () => {
    expect((await answer('app://paydesk/..%2frenderer-evil/x.js', folder)).status).toBe(404);
  });

  it('whatever the path is made of: no rejection, nothing from outside', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%',
      'secret',
      '.html',
      '.js',
      'assets',
      'renderer-evil',
      '%25',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const response = await answer(`app://paydesk/${pieces.join('')}`, folder);
        expect([200, 404]).toContain(response.status);
        expect(await response.text()).not.toContain('SECRET');
      }),
      { numRuns: 1_000 },
    );
  });
});
