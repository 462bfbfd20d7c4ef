// Attack: a link, an icon or a helpful stranger gives Paydesk a server address that is none, or that hides where the password goes.
import { expect, test } from 'playwright/test';
import { launch, signIn } from '../support/desk.ts';
import { openEar } from '../support/ear.ts';

const NOT_A_SERVER = (port: number): readonly string[] => [
  'javascript:alert(1)',
  'javascript://127.0.0.1/%0aalert(1)',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'app://paydesk/index.html',
  'ftp://127.0.0.1/',
  `ws://127.0.0.1:${port}/`,
  `blob:http://127.0.0.1:${port}/0`,
  'chrome://gpu',
  'view-source:https://shop.example.com',
  `http://admin:secret@127.0.0.1:${port}`,
  `http://shop.example.com@127.0.0.1:${port}`,
  `127.0.0.1:${port}@shop.example.com`,
  `http://127.0.0.1:${port}/ http://shop.example.com`,
  `http://127.0.0.1:${port}\u2028`.concat('x'),
  'http://',
  '//',
  'http://[::1',
  'http://127.0.0.1:99999',
  '\\\\server\\share',
  `https://${'a'.repeat(2_100)}.example.com`,
];

test('no such address is called, and each gets a sentence', async () => {
  const [desk, ear] = await Promise.all([
    launch({ server: 'javascript:alert(1)', args: ['--server', 'file:///etc/passwd', '-'.repeat(50_000)] }),
    openEar(),
  ]);
  const { page } = desk;
  const field = page.getByRole('textbox', { name: 'Server address' });
  // From the command line it is only text in a box.
  await expect(field).toHaveValue('javascript:alert(1)');
  for (const address of NOT_A_SERVER(ear.port)) {
    await field.fill(address);
    await signIn(page, { username: 'a', password: 'secret-password' });
    await expect(field, address).toHaveAccessibleDescription(/^That is not a server address\. Type it like/);
    await expect(page.getByRole('alert')).toHaveText(/That is not a server address/);
    // Nothing typed is lost, and nothing of it is changed behind a person's back.
    await expect(field).toHaveValue(address);
  }
  expect(ear.heard).toEqual([]);
  expect(page.url()).toBe('app://paydesk/index.html');
  expect(desk.pageErrors).toEqual([]);
  await Promise.all([desk.close(), ear.close()]);
});
