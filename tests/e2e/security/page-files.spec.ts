// Attack: the page asks its own protocol for files beyond its folder: main's code, the sources, this computer's secrets.
import { expect, test } from 'playwright/test';
import { launch } from '../support/desk.ts';

const OUTSIDE = [
  'app://paydesk/../main/index.js',
  'app://paydesk/..%2fmain/index.js',
  'app://paydesk/%2e%2e/main/index.js',
  'app://paydesk/%2e%2e%2f%2e%2e%2fpackage.json',
  'app://paydesk/..%5c..%5cpackage.json',
  'app://paydesk/assets/..%2f..%2f..%2fpackage.json',
  'app://paydesk/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  'app://paydesk/%2fetc%2fpasswd',
  'app://paydesk//etc/passwd',
  'app://paydesk/..%2frenderer-secrets/index.html',
  'app://paydesk/%252e%252e%252fmain/index.js',
  'app://paydesk/..%c0%af..%c0%afetc/passwd',
  'app://paydesk/index.html%00.png',
  'app://paydesk/index.html%0d%0aset-cookie:a=b',
  'app://paydesk/%',
  'app://paydesk/%zz.js',
  'app://paydesk/assets',
  'app://paydesk/assets/',
  'app://paydesk.evil/index.html',
  'app://evil/index.html',
  'app:///index.html',
  `app://paydesk/${'a/'.repeat(4_000)}index.html`,
];

test('beyond the page’s own files there is nothing', async () => {
  const desk = await launch();
  const answers = await desk.app.evaluate(async ({ session }, addresses) => {
    const own = session.fromPartition('paydesk-page');
    const read = async (address: string): Promise<string> => {
      try {
        const answer = await own.fetch(address);
        return `${answer.status} ${(await answer.text()).length}`;
      } catch (thrown) {
        return thrown instanceof Error ? thrown.message : 'thrown';
      }
    };
    return { own: await read('app://paydesk/index.html'), outside: await Promise.all(addresses.map(read)) };
  }, OUTSIDE);
  expect(answers.own).toMatch(/^200 \d{3}/);
  // A 404 without a word, or an address that Chromium itself does not take. Never a file, never a fault of ours.
  const wrong = OUTSIDE.map((address, index) => `${address.slice(0, 80)} → ${answers.outside[index]}`).filter(
    (line) => !/→ (404 0|net::ERR_(INVALID_URL|BLOCKED_BY_CLIENT)|Failed to parse URL.*|Invalid URL)$/.test(line),
  );
  expect(wrong).toEqual([]);
  await desk.close();
});
