// At the door: signing in, registering, signing out.
import { expect } from 'playwright/test';
import { PRACTICE_ACCOUNT } from '../../../../src/main/practice/people.ts';
import { button, textBox } from '../../support/console.ts';
import { keptToken } from '../../support/keychain.ts';
import { statusSays } from '../../support/marking.ts';
import { formShows, type Operation } from '../scene.ts';
import { enter, leave, navigation, type Stage } from '../stage.ts';

export const signIn: Operation = {
  name: 'sign in',
  calls: { target: /^POST \/api\/token\/$/ },
  field: 'username',
  signedIn: false,
  goThere: async () => undefined,
  begin: async (stage) => {
    const { page, front } = stage;
    const typed = { 'Server address': front.url, Username: PRACTICE_ACCOUNT.username, Password: PRACTICE_ACCOUNT.password };
    for (const [name, text] of Object.entries(typed)) await textBox(page, name).fill(text);
    return {
      press: () => button(page, 'Sign in').click(),
      shows: { done: navigation(page), ...formShows(page, page.locator('form')) },
      kept: async () => {
        for (const [name, text] of Object.entries(typed)) await expect(textBox(page, name)).toHaveValue(text);
      },
      carriedOut: () => null,
      end: () => leave(stage),
    };
  },
};

async function toRegistration({ page, front }: Stage): Promise<void> {
  if (await button(page, 'Back').isVisible()) await button(page, 'Back').click();
  await textBox(page, 'Server address').fill(front.url);
  await button(page, 'Create account').click();
}

export const register: Operation = {
  name: 'register',
  calls: { target: /^POST \/api\/accounts\/auth\/registration\/$/ },
  field: 'email',
  signedIn: false,
  goThere: toRegistration,
  begin: async (stage, number) => {
    const { page, front } = stage;
    const username = `clerk-${number}`;
    const typed = {
      ...{ Username: username, Email: `${username}@mail.example`, Password: 'TestPassword123', 'Repeat password': 'TestPassword123' },
      ...{ 'First name': 'Sita', 'Last name': 'Second', 'Phone number': '9800000002', Address: 'Godawari' },
    };
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    for (const [name, text] of Object.entries(typed)) await box(name).fill(text);
    return {
      press: () => button(page, 'Create account').click(),
      shows: { done: navigation(page), ...formShows(page, page.locator('form')) },
      kept: async () => {
        for (const [name, text] of Object.entries(typed)) await expect(box(name)).toHaveValue(text);
      },
      carriedOut: () => (front.store.state.person(username) === undefined ? 0 : 1),
      end: async () => {
        await expect(statusSays(page, 'Your account was created. You are signed in.')).toBeAttached();
        await leave(stage);
        await toRegistration(stage);
      },
    };
  },
};

export const signOut: Operation = {
  name: 'sign out',
  calls: { target: /^POST \/api\/accounts\/auth\/logout\/$/ },
  field: 'refresh',
  signedIn: true,
  goThere: async () => undefined,
  begin: async (stage) => {
    const { page, front } = stage;
    return {
      press: () => button(page, 'Sign out').click(),
      shows: {
        done: statusSays(page, 'Signed out. The server confirmed it.'),
        unconfirmed: statusSays(page, 'Signed out on this computer. The server did not confirm it.'),
      },
      // Out is out, whatever the server says; where and who stays typed for the next time.
      kept: async () => {
        await expect(textBox(page, 'Server address')).toHaveValue(front.url);
        await expect(textBox(page, 'Username')).toHaveValue(PRACTICE_ACCOUNT.username);
        expect(await keptToken(front, PRACTICE_ACCOUNT.username)).toBeNull();
      },
      carriedOut: () => null,
      end: () => enter(stage),
    };
  },
};
