// Attack: text that the page took for data is run as code: through eval, an inline script, a handler, a javascript: address, markup.
import { expect, test } from 'playwright/test';
import { launch } from '../support/desk.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

test('text never becomes code, and every file of the page comes with the policy that says so', async () => {
  const desk = await launch();
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  const headers = await desk.app.evaluate(async ({ session }) => {
    const answer = await session.fromPartition('paydesk-page').fetch('app://paydesk/index.html');
    return Object.fromEntries(answer.headers);
  });
  expect(headers).toMatchObject({ 'content-security-policy': POLICY.join('; '), 'x-content-type-options': 'nosniff' });

  const results = await page.evaluate(tryToRun);
  // Each was refused aloud, and not one ran.
  for (const [name, refused] of Object.entries(results.refused)) expect(refused, name).toMatch(/TypeError|EvalError|nothing ran/);
  expect(Object.keys(results.refused)).toHaveLength(10);
  expect(results.ran).toEqual([]);

  await desk.close();
});

/** Runs in the page. Later, in a callback of its own: what a debugger evaluates is let past the policy. */
async function tryToRun(): Promise<{ refused: Record<string, string>; ran: string[] }> {
  const run = Reflect.get(window, 'eval') as (code: string) => unknown;
  const ran: string[] = [];
  const refused: Record<string, string> = {};
  Object.defineProperty(window, 'ranHere', { value: (name: string) => ran.push(name) });
  const call = (name: string): string => `window.ranHere('${name}')`;
  const made = (name: string): HTMLElement => document.body.appendChild(document.createElement(name));
  const attempts: Record<string, () => unknown> = {
    eval: () => run(call('eval')),
    Function: () => new Function(call('Function'))(),
    timer: () => Reflect.apply(setTimeout, window, [call('timer')]),
    markup: () => {
      made('div').innerHTML = `<img src="x" onerror="${call('markup')}">`;
    },
    parser: () => new DOMParser().parseFromString(`<p>${call('parser')}</p>`, 'text/html'),
    write: () => document.write(`<p>${call('write')}</p>`),
    'script text': () => {
      made('script').textContent = call('script text');
    },
    'script node': () => {
      const script = document.createElement('script');
      script.append(document.createTextNode(call('script node')));
      document.body.append(script);
    },
    handler: () => {
      const button = made('button');
      button.setAttribute('onclick', call('handler'));
      button.click();
    },
    address: () => {
      const link = made('a');
      link.setAttribute('href', `javascript:${call('address')}`);
      link.click();
    },
  };
  const later = (work: () => unknown): Promise<string> =>
    new Promise((resolve) => {
      setTimeout(() => {
        try {
          work();
          resolve('nothing ran');
        } catch (thrown) {
          resolve(thrown instanceof Error ? thrown.name : 'thrown');
        }
      });
    });
  for (const [name, attempt] of Object.entries(attempts)) refused[name] = await later(attempt);
  // The policy's refusals of what runs later (a timer, an address) are all in when a later one's own report has come.
  const reported = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }));
  await later(() => run('0'));
  await reported;
  return { refused, ran };
}
