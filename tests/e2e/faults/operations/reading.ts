// What is only read: the history, with and without a token to renew first, one order, one's own profile.
import { expect } from 'playwright/test';
import { amount, button, goTo, orderDetail, orderRow, refresh, search, textBox } from '../../support/console.ts';
import type { Operation, Scene } from '../scene.ts';
import { type Stage, signInAgain } from '../stage.ts';

const PROOF = 'Proof';

async function beginRefresh({ page, front }: Stage, number: number): Promise<Scene> {
  const { id } = front.store.state.addOrder({ productName: `${PROOF} ${number}`, quantity: 1, priceMinor: 100 });
  const rows = async (): Promise<number> => Number(await page.getByRole('grid', { name: 'Orders' }).getAttribute('aria-rowcount'));
  const before = await rows();
  return {
    press: () => button(page, 'Refresh').click(),
    shows: {
      ended: signInAgain(page),
      done: orderRow(page, id),
      'not done': page.getByRole('alert').getByText('The history was not refreshed.'),
    },
    // What was read before stands there still, and what was being looked for.
    kept: async () => {
      await expect(search(page)).toHaveValue(PROOF);
      expect(await rows()).toBeGreaterThanOrEqual(before);
    },
    carriedOut: () => null,
    end: async () => undefined,
  };
}

const toProofs = async ({ page }: Stage): Promise<void> => {
  await goTo(page, 'Orders');
  await search(page).fill(PROOF);
};

export const readHistory: Operation = {
  name: 'read history',
  calls: { target: /^GET \/api\/orders\/history\/$/ },
  field: 'page',
  signedIn: true,
  goThere: toProofs,
  begin: beginRefresh,
};

export const renew: Operation = {
  name: 'renew',
  calls: { target: /^POST \/api\/token\/refresh\/$/ },
  field: 'refresh',
  signedIn: true,
  goThere: toProofs,
  begin: async (stage, number) => {
    const scene = await beginRefresh(stage, number);
    stage.front.store.state.expireTokens('access');
    const calls = stage.front.wire.calls('POST', '/api/token/refresh/').length;
    return {
      ...scene,
      kept: async () => {
        await scene.kept();
        expect(stage.front.wire.calls('POST', '/api/token/refresh/').length - calls, 'renewals asked for').toBeLessThanOrEqual(1);
      },
    };
  },
};

const WATCHED = 'Watched';

export const readOrder: Operation = {
  name: 'read order',
  calls: { target: /^GET \/api\/orders\/\d+\/$/ },
  field: 'id',
  signedIn: true,
  goThere: async ({ page, front }) => {
    await goTo(page, 'Orders');
    for (const priceMinor of [1_000, 2_000]) {
      const { id } = front.store.state.addOrder({ productName: WATCHED, quantity: 1, priceMinor });
      front.store.state.addPayment({ orderId: id, amountMinor: priceMinor });
    }
    await refresh(page);
    await search(page).fill(WATCHED);
  },
  begin: async ({ page, front }, number) => {
    const { state } = front.store;
    // Two in turn, so that each scene opens the one that is not open.
    const watched = Array.from({ length: state.orderCount }, (_, index) => state.orderCount - index).filter(
      (each) => state.order(each)?.productName === WATCHED,
    );
    const id = watched[number % 2] ?? 0;
    const changed = 700_000 + number;
    state.changePayment(state.paymentsOf(id)[0]?.id ?? 0, { amountMinor: changed });
    const detail = orderDetail(page, id);
    const tryAgain = button(detail, 'Try again');
    return {
      press: () => orderRow(page, id).click(),
      pressAgain: () => tryAgain.click(),
      shows: {
        ended: signInAgain(page),
        'not done': tryAgain,
        done: detail.getByText(amount(`${Math.floor(changed / 100)}.${String(changed % 100).padStart(2, '0')}`)).first(),
      },
      // What the history last said of it, as such.
      kept: async () => {
        await expect(detail).toContainText(WATCHED);
        // By then it may have been read anew, and there is nothing to try again.
        const old = detail.getByText(/Shown is what was known at|Shown is what the history last said/);
        await expect.poll(async () => (await old.isVisible()) || !(await tryAgain.isVisible())).toBe(true);
      },
      carriedOut: () => null,
      end: async () => undefined,
    };
  },
};

export const readProfile: Operation = {
  name: 'read profile',
  calls: { target: /^GET \/api\/accounts\/profile\/$/ },
  field: 'user',
  signedIn: true,
  goThere: async ({ page }) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Profile' }).click();
    await textBox(page, 'Phone number').fill('half typed');
    await goTo(page, 'Orders');
  },
  begin: async ({ page, front }, number) => {
    const firstName = `Pat${number}x`;
    await changeProfile(front, { first_name: firstName });
    const screen = page.getByRole('region', { name: 'Profile' });
    return {
      press: () => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Profile' }).click(),
      pressAgain: () => button(screen, 'Try again').click(),
      shows: {
        ended: signInAgain(page),
        'not done': button(screen, 'Try again'),
        done: screen.locator('.profile-name').filter({ hasText: firstName }),
      },
      kept: async () => {
        await expect(textBox(page, 'Phone number')).toHaveValue('half typed');
        await expect(screen.locator('.profile-name')).toHaveText(/Pat/);
      },
      carriedOut: () => null,
      end: async () => {
        await expect(textBox(page, 'Phone number')).toHaveValue('half typed');
        await goTo(page, 'Orders');
      },
    };
  },
};

/** The same person has changed it elsewhere. */
async function changeProfile(front: Stage['front'], change: Readonly<Record<string, string>>): Promise<void> {
  const call = async (path: string, method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const init = {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    };
    const response = await front.store.fetch(new Request(`${front.url}${path}`, init));
    return await response.json();
  };
  const { access } = (await call('/api/token/', 'POST', { username: 'practice', password: 'practice-2026' })) as { access: string };
  const bearer = { authorization: `Bearer ${access}` };
  const { profile_img: _picture, ...profile } = (await call('/api/accounts/profile/', 'GET', null, bearer)) as Record<string, unknown>;
  await call('/api/accounts/profile/', 'PUT', { ...profile, ...change }, bearer);
}
