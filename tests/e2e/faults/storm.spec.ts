// Fifty calls at once meet an access token that has run out: one renewal serves them all. And where the account is shut, nobody goes on asking.
import { test as base, expect } from 'playwright/test';
import { enter, openStage, type Stage, signInAgain } from './stage.ts';

const AT_ONCE = 50;
const REFRESH = '/api/token/refresh/';

const test = base.extend<{ readonly stage: Stage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its first argument.
  stage: async ({}, use) => {
    const stage = await openStage();
    await enter(stage);
    await use(stage);
    await stage.close();
  },
});

interface Opened {
  readonly ok: boolean;
  readonly value?: { readonly problem: unknown };
}

/** Fifty different orders are opened at the same moment. */
async function storm({ page }: Stage): Promise<readonly Opened[]> {
  return await page.evaluate(async (count) => {
    const all = Array.from({ length: count }, (_, index) => window.paydesk.request('orders.open', index + 1));
    return (await Promise.all(all)) as Opened[];
  }, AT_ONCE);
}

const went = ({ ok, value }: Opened): boolean => ok && value?.problem === null;

for (const held of [false, true]) {
  test(`exactly one renewal for ${AT_ONCE} calls${held ? ', though it takes its time' : ''}`, async ({ stage }) => {
    const { front } = stage;
    front.store.state.expireTokens('access');
    if (held) {
      front.arm(
        {
          at: 'call',
          once: true,
          suffer: async (call) => {
            await stage.hands.pass(5_000);
            call.answer(await call.carryOut());
          },
        },
        { target: /^POST \/api\/token\/refresh\/$/ },
      );
    }
    const answers = await storm(stage);
    expect(answers.filter(went)).toHaveLength(AT_ONCE);
    expect(front.wire.calls('POST', REFRESH)).toHaveLength(1);
    const refused = front.store.requests.filter(({ status, path }) => status === 401 && path.startsWith('/api/orders/'));
    expect(refused.length).toBeGreaterThan(0);
    await expect(signInAgain(stage.page)).toHaveCount(0);
  });
}

test('a session that is over is asked about once, and the person once', async ({ stage }) => {
  const { front } = stage;
  front.store.state.expireTokens('all');
  const answers = await storm(stage);
  expect(answers.filter(went)).toHaveLength(0);
  expect(front.wire.calls('POST', REFRESH)).toHaveLength(1);
  await expect(signInAgain(stage.page)).toHaveCount(1);
});
