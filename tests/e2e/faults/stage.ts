// Where the matrix is played: one long-lived window, the faulty server, and what every scene needs of both.
import { expect, type Locator, type Page } from 'playwright/test';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import type { OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { type Desk, launch } from '../support/desk.ts';
import { type Ear, openEar } from '../support/ear.ts';
import { type Front, openFront } from './front.ts';
import { type Hands, takeHold } from './main-hands.ts';

export interface Stage {
  readonly desk: Desk;
  readonly page: Page;
  readonly front: Front;
  readonly hands: Hands;
  /** Another origin: nothing may ever arrive there. */
  readonly elsewhere: Ear;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const front = await openFront(240);
  const elsewhere = await openEar();
  const desk = await launch({ settings: { hold: 0 } });
  const hands = await takeHold(desk.app, { shop: front.url, names: front.names.url, trusted: front.trusted });
  const stage = { desk, page: desk.page, front, hands, elsewhere };
  return {
    ...stage,
    close: async () => {
      await front.calm();
      // A scene that went wrong may have left something behind that the desk would ask about.
      if ((await unsettled(stage)).length === 0) await desk.close();
      else desk.app.process().kill('SIGKILL');
      await front.close();
      await elsewhere.close();
    },
  };
}

export const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });
export const signInAgain = (page: Page): Locator => page.getByRole('dialog', { name: 'Sign in' });

/** Past the form, as what a person did before the scene. */
export async function enter({ page, front }: Stage): Promise<void> {
  await page.evaluate(async (input) => await window.paydesk.request('session.signIn', input), {
    server: front.url,
    ...PRACTICE_ACCOUNT,
    acceptPlainHttp: false,
  });
  await navigation(page).waitFor();
  const grid = page.getByRole('grid', { name: 'Orders' });
  // What was searched for before the sign-out comes back, sooner or later.
  const all = async (): Promise<string | null> => {
    await page.getByRole('searchbox', { name: 'Search orders' }).fill('');
    return await grid.getAttribute('aria-rowcount');
  };
  await expect.poll(all).toBe(String(front.store.state.orderCount + 1));
}

export async function leave({ page }: Stage): Promise<void> {
  await page.evaluate(async () => await window.paydesk.request('session.signOut', null));
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

export async function isIn({ page }: Stage): Promise<boolean> {
  return await page.evaluate(async () => {
    const answer = (await window.paydesk.request('session.view', null)) as { value: { state: string } };
    return answer.value.state !== 'signed-out';
  });
}

/** The session has ended: the password is typed over the untouched screen. */
export async function answerSignInAgain({ page }: Stage): Promise<void> {
  const dialog = signInAgain(page);
  await dialog.getByRole('textbox', { name: 'Password' }).fill(PRACTICE_ACCOUNT.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What earlier scenes have said is taken off the screen. */
export async function clearMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.announcements button')) button.click();
  });
}

/** A person wants whatever rests or waits to be tried now, also where the server has asked for a time. */
export async function insist({ page }: Stage): Promise<void> {
  await page.evaluate(async () => await window.paydesk.request('desk.insist', null));
}

export interface Open {
  readonly id: string;
  readonly wish: { readonly kind: string };
  readonly state: OperationState;
}

/** What the journal has of this person that is not settled. */
export async function unsettled({ page }: Pick<Stage, 'page'>): Promise<readonly Open[]> {
  return await page.evaluate(async () => {
    const answer = (await window.paydesk.request('desk.state', null)) as { value: { open: Open[] } };
    return answer.value.open;
  });
}

/** The newest operation in the journal, settled or not. */
export async function newest({ page }: Stage): Promise<Open | null> {
  return await page.evaluate(async () => {
    const every = { text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null };
    const answer = (await window.paydesk.request('operations.page', { ...every, offset: 0, limit: 1 })) as {
      value: { operations: Open[] };
    };
    return answer.value.operations[0] ?? null;
  });
}
