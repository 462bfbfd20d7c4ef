// Guide, step 1: creating an account, whatever the server answers; then the session of the new person, and never the answer's own tokens.
import { expect, type Page } from 'playwright/test';
import type { PracticeBehaviour } from '../../src/main/practice/behaviour.ts';
import { keptToken } from './support/keychain.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

const REGISTRATION = '/api/accounts/auth/registration/';
const TYPED = {
  Username: 'your_name',
  Email: 'your_email@gmail.com',
  Password: 'TestPassword123',
  'Repeat password': 'TestPassword123',
  'First name': 'fname',
  'Last name': 'lname',
  'Phone number': '9813121824',
  Address: 'Godawari',
} as const;
const DOCUMENTED = {
  username: 'your_name',
  email: 'your_email@gmail.com',
  password1: 'TestPassword123',
  password2: 'TestPassword123',
  first_name: 'fname',
  last_name: 'lname',
  phone_no: '9813121824',
  address: 'Godawari',
};

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const create = (page: Page) => page.getByRole('button', { name: 'Create account' });

async function fillAccount(page: Page, typed: Readonly<Partial<Record<keyof typeof TYPED, string>>> = {}): Promise<void> {
  await create(page).click();
  await expect(page.getByRole('heading', { name: 'Create account' })).toBeVisible();
  for (const [name, value] of Object.entries({ ...TYPED, ...typed })) await box(page, name).fill(value);
}

async function expectTypedStays(page: Page, typed: Readonly<Partial<Record<keyof typeof TYPED, string>>> = {}): Promise<void> {
  for (const [name, value] of Object.entries({ ...TYPED, ...typed })) await expect(box(page, name)).toHaveValue(value);
}

/** Signed in as the new person, with a session of its own: obtained by user name and password, after the registration. */
async function expectNewSession(page: Page, shop: Shop): Promise<void> {
  await expect(page.getByRole('status')).toContainText(/account was created/i);
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText('fname lname');
  expect(shop.wire.only('POST', '/api/token/')).toEqual({ username: 'your_name', password: 'TestPassword123' });
  const [, , ...later] = shop.wire.arrived;
  expect(shop.wire.arrived.slice(0, 2).map(({ path }) => path)).toEqual([REGISTRATION, '/api/token/']);
  const session = `Bearer ${shop.wire.newest('access')}`;
  expect(later.map(({ headers }) => headers['authorization']).filter((sent) => sent !== undefined && sent !== session)).toEqual([]);
  expect(await keptToken(shop, 'your_name')).toBe(shop.wire.newest('refresh'));
}

for (const registration of ['tokens', 'key', 'nothing'] satisfies PracticeBehaviour['registration'][]) {
  test.describe(`a server that answers a registration with ${registration}`, () => {
    test.use({ behaviour: { registration } });

    test('gets the eight documented fields; the new person is told and signed in', async ({ desk, shop }) => {
      await fillAccount(desk.page);
      await box(desk.page, 'Address').press('Enter');
      await expectNewSession(desk.page, shop);
      expect(shop.wire.only('POST', REGISTRATION)).toEqual(DOCUMENTED);
    });
  });
}

test.describe('a server that wants the e-mail address confirmed', () => {
  test.use({ behaviour: { registration: 'verification' } });

  test('is taken at its word: nobody is signed in, and the next step is told', async ({ desk, shop }) => {
    const { page } = desk;
    await fillAccount(page);
    await create(page).click();
    await expect(page.getByRole('heading', { name: 'Account created' })).toBeVisible();
    await expect(page.getByRole('status')).toContainText(/Confirm your e-mail address/);
    await expect(page.getByText('Verification e-mail sent.')).toBeVisible();
    expect(shop.wire.arrived.map(({ path }) => path)).toEqual([REGISTRATION]);
    await page.getByRole('button', { name: 'Go to sign-in' }).press('Enter');
    await expect(box(page, 'Username')).toHaveValue('your_name');
    await box(page, 'Password').fill('TestPassword123');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});

test.describe('a server whose session cookie outranks the token', () => {
  test.use({ behaviour: { authentication: 'session-first', registration: 'key' } });

  test('gets no cookie back, so the new person can save', async ({ desk, shop }) => {
    const { page } = desk;
    await fillAccount(page);
    await create(page).click();
    await expectNewSession(page, shop);
    await page.getByRole('link', { name: 'Profile' }).click();
    await box(page, 'Address').fill('12 Temple Road');
    await page.getByRole('button', { name: 'Save profile' }).click();
    await expect(page.getByRole('status')).toContainText('Your profile was saved.');
    expect(shop.store.state.person('your_name')?.address).toBe('12 Temple Road');
  });
});

test('passwords that differ and an e-mail without shape are told under their boxes, and nothing is sent', async ({ desk, shop }) => {
  const { page } = desk;
  const typed = { Email: 'your_email', 'Repeat password': 'TestPassword124' };
  await fillAccount(page, typed);
  await create(page).click();
  await expect(box(page, 'Repeat password')).toHaveAccessibleDescription('The two passwords are not the same.');
  await expect(box(page, 'Email')).toHaveAccessibleDescription(/looks like name@example\.com/);
  await expectTypedStays(page, typed);
  expect(shop.wire.arrived).toEqual([]);
  await box(page, 'Repeat password').fill('TestPassword123');
  await expect(box(page, 'Repeat password')).toHaveAccessibleDescription('');
});

test('what the server says of a field stands under it, and every box keeps what was typed', async ({ desk, shop }) => {
  const { page } = desk;
  const typed = { Username: 'practice', Email: 'practice@shop.example', Password: '1234567', 'Repeat password': '1234567' };
  await fillAccount(page, typed);
  await create(page).click();
  await expect(box(page, 'Username')).toHaveAccessibleDescription('A user with that username already exists.');
  await expect(box(page, 'Email')).toHaveAccessibleDescription('User is already registered with this e-mail address.');
  await expect(box(page, 'Password')).toHaveAccessibleDescription(/too short.*at least 8 characters.*entirely numeric/);
  await expect(page.getByRole('alert')).not.toHaveText('');
  await expectTypedStays(page, typed);
  expect(shop.wire.arrived.map(({ path }) => path)).toEqual([REGISTRATION]);
});

test('what the server says of no field stands in the alert', async ({ desk }) => {
  const { page } = desk;
  const typed = { Password: 'your_name1', 'Repeat password': 'your_name1' };
  await fillAccount(page, typed);
  await create(page).click();
  await expect(page.getByRole('alert')).toContainText('The password is too similar to the username.');
  await expectTypedStays(page, typed);
});

const broken = { kind: 'answer', status: 500, type: 'text/html', body: '<h1>Server Error (500)</h1>' } as const;

test('a 500 after the account was made is found out, and the new person is signed in', async ({ desk, shop }) => {
  shop.faults.next('POST', /registration/, { ...broken, carriedOut: true });
  await fillAccount(desk.page);
  await create(desk.page).click();
  await expect(desk.page.getByRole('status')).toContainText(/account was created/i);
  await expect(desk.page.getByRole('region', { name: 'Connection and data' })).toContainText('fname lname');
  expect(shop.wire.calls('POST', REGISTRATION)).toHaveLength(1);
  expect(await keptToken(shop, 'your_name')).toBe(shop.wire.newest('refresh'));
});

test('an answer lost after the account was made is found out, too', async ({ desk, shop }) => {
  shop.faults.next('POST', /registration/, { kind: 'cut', when: 'after' });
  await fillAccount(desk.page);
  await create(desk.page).click();
  await expect(desk.page.getByRole('region', { name: 'Connection and data' })).toContainText('fname lname');
  expect(shop.wire.calls('POST', REGISTRATION)).toHaveLength(1);
});

test('a 500 that made no account is told as not known, and nothing typed is lost', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('POST', /registration/, broken);
  await fillAccount(page);
  await create(page).click();
  await expect(page.getByRole('alert')).toContainText(/not known/);
  await expect(page.getByText('Server Error')).toHaveCount(0);
  await expectTypedStays(page);
  await create(page).click();
  await expectNewPerson(page);
});

async function expectNewPerson(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText('fname lname');
}

test('a look at the sign-in form and back keeps what was typed', async ({ desk }) => {
  const { page } = desk;
  await fillAccount(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await create(page).click();
  await expectTypedStays(page);
});
