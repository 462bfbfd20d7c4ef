// The connection check at servers that are not well, or are none: each named for what it is, with what to do.
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect } from 'playwright/test';
import { makeCertificate } from '../main/check/make-certificate.ts';
import { expectNoViolations } from './support/axe.ts';
import { button, expectOutcome, line, opener } from './support/checking.ts';
import { captivePortal } from './support/strange-servers.ts';
import { test } from './support/test.ts';

test('a server that is not running, a café’s Wi-Fi, and a Django that was not told of this name', async ({ desk, shop }) => {
  const { page } = desk;
  await shop.stop();
  await opener(page).click();
  await expectOutcome(page, /Something is wrong: 1 failed/);
  await expect(line(page, 'Connection')).toContainText(/Failed.*Nothing answers at 127\.0\.0\.1.*Check the address and its port/s);
  await expect(line(page, 'Sign-in')).toContainText('“Connection” has to work first.');
  await expectNoViolations(page, 'Connection check, failed');
  await shop.start();
  shop.faults.always(captivePortal);
  await button(page, 'Check again').click();
  await expectOutcome(page, /Something is wrong/);
  await expect(line(page, 'The shop’s API')).toContainText('A web page answers there');
  shop.faults.always({ kind: 'answer', status: 400, type: 'text/html', body: '<h1>Bad Request (400)</h1>' });
  await button(page, 'Check again').click();
  await expect(line(page, 'The shop’s API')).toContainText('does not know itself by the name 127.0.0.1');
  await expect(line(page, 'The shop’s API')).toContainText(
    "For the administrator: Django answers 400 (DisallowedHost): add '127.0.0.1' to ALLOWED_HOSTS.",
  );
  await expectOutcome(page, /Something is wrong/);
  shop.faults.clear();
  await button(page, 'Check again').click();
  await expectOutcome(page, /No fault was found/);
});

test('a redirect is followed by nobody, and told by where it leads', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.always({
    kind: 'answer',
    status: 302,
    type: 'text/html',
    body: '',
    headers: { location: 'https://login.cafe.example/?next=1' },
  });
  await opener(page).click();
  await expectOutcome(page, /Something is wrong/);
  await expect(line(page, 'The shop’s API')).toContainText('The call is sent on to login.cafe.example.');
});

const DAY = 86_400_000;
const NOW = Date.now();
for (const [kind, from, to, said] of [
  ['that has run out', -20, -10, /ran out on \d+ \w+ \d{4}/],
  ['that it has signed itself', -10, 90, /has signed its certificate itself/],
] as const) {
  test(`a server with a certificate ${kind}`, async ({ desk }) => {
    const { page } = desk;
    const own = makeCertificate({ name: 'Shop', hosts: ['127.0.0.1'], from: new Date(NOW + from * DAY), to: new Date(NOW + to * DAY) });
    let answered = 0;
    const server = createServer(own, (_incoming, outgoing) => {
      answered += 1;
      outgoing.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await page.getByRole('textbox', { name: 'Server address' }).fill(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await opener(page).click();
    await expectOutcome(page, /Something is wrong: 1 failed/);
    await expect(line(page, 'Connection')).toContainText('Passed');
    await expect(line(page, 'Encryption')).toContainText(said);
    expect(answered).toBe(0);
    server.close();
    server.closeAllConnections();
  });
}

test('https typed where plain http is spoken, and a name that nobody knows', async ({ desk, shop }) => {
  const { page } = desk;
  const address = page.getByRole('textbox', { name: 'Server address' });
  await address.fill(shop.url.replace('http:', 'https:'));
  await opener(page).click();
  await expectOutcome(page, /Something is wrong/);
  await expect(line(page, 'Encryption')).toContainText('speaks plain http at this address, and https was typed');
  await page.keyboard.press('Escape');
  await address.fill('https://no-such-shop.invalid');
  await opener(page).click();
  await expectOutcome(page, /Something is wrong/);
  await expect(line(page, 'Name lookup')).toContainText(
    /No server is known by the name no-such-shop\.invalid|This computer has no network/,
  );
});
