// Attack: Paydesk is opened twice, or again and again with nonsense. Two processes would use up each other's refresh token.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'playwright/test';
import { type Desk, launch } from '../support/desk.ts';

const NONSENSE = [
  [],
  ['--server=http://127.0.0.1:1/evil', 'paydesk://mark/1/completed', 'file:///etc/passwd'],
  ['--server=', '--', '--inspect', '--type=renderer-not', '\u202egnp.exe', '💸'.repeat(100), '-'.repeat(20_000)],
  Array.from({ length: 500 }, (_, index) => `--${'deep-'.repeat(index % 20)}${index}=${index}`),
];

async function openAgain(desk: Desk, args: readonly string[]): Promise<number | null> {
  const path = process.env['ELECTRON_EXEC_PATH'] ?? '';
  const again = spawn(path, ['.', '--no-sandbox', `--user-data-dir=${desk.folder}`, ...args], { stdio: 'ignore' });
  const [code] = (await once(again, 'exit')) as [number | null];
  return code;
}

test('a second start only brings the first window to the front, whatever it was started with', async () => {
  const desk = await launch();
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const address = await desk.page.getByRole('textbox', { name: 'Server address' }).inputValue();
  await desk.page.getByRole('textbox', { name: 'Username' }).fill('half typed');
  await desk.app.evaluate(({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const state = { starts: 0, focused: 0 };
    Object.assign(globalThis, { state });
    app.on('second-instance', () => {
      state.starts += 1;
    });
    if (window === undefined) throw new Error('no window');
    const focus = window.focus.bind(window);
    window.focus = () => {
      state.focused += 1;
      focus();
    };
  });

  for (const args of NONSENSE) expect(await openAgain(desk, args)).toBe(0);

  const state = () => desk.app.evaluate(() => Reflect.get(globalThis, 'state') as unknown);
  await expect.poll(state).toEqual({ starts: NONSENSE.length, focused: NONSENSE.length });
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect(desk.page.getByRole('textbox', { name: 'Username' })).toHaveValue('half typed');
  await expect(desk.page.getByRole('textbox', { name: 'Server address' })).toHaveValue(address);
  expect(desk.pageErrors).toEqual([]);
  await desk.close();
});
