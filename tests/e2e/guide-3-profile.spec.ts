// Guide, step 3: protected calls and the profile: shown, changed, saved by PUT with exactly the documented fields.
import { expect, type Page } from 'playwright/test';
import { portrait } from '../../src/main/practice/portrait.ts';
import { openOrders } from './support/desk.ts';
import { test } from './support/test.ts';

const PROFILE = '/api/accounts/profile/';
const AS_KEPT = {
  'First name': 'Pat',
  'Last name': 'Example',
  Email: 'practice@shop.example',
  'Phone number': '9800000000',
  Address: '12 Market Street',
};

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save profile' });

async function openProfile(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(save(page)).toBeVisible();
}

test('the profile is shown, its picture fetched by the desk and not by the page', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await openProfile(page);
  for (const [name, value] of Object.entries(AS_KEPT)) await expect(box(page, name)).toHaveValue(value);
  const picture = page.getByRole('img', { name: 'You' });
  await expect(picture).toHaveAttribute('src', `data:image/png;base64,${Buffer.from(portrait).toString('base64')}`);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
  // A picture is no endpoint of the API: the token does not go there (told of every call by the wire's own check).
  expect(shop.wire.calls('GET', '/media/profile_images/practice.png').length).toBeGreaterThan(0);
});

test('a change is saved by PUT with the documented fields, the picture’s address left out', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await openProfile(page);
  await box(page, 'First name').fill('Ram');
  await box(page, 'Address').fill('  123 Main Street ');
  await box(page, 'Address').press('Enter');
  await expect(page.getByRole('status')).toContainText('Your profile was saved.');
  expect(shop.wire.only('PUT', PROFILE)).toEqual({
    user: 1,
    first_name: 'Ram',
    last_name: 'Example',
    email: 'practice@shop.example',
    phone_no: '9800000000',
    address: '123 Main Street',
  });
  expect(shop.store.state.person('practice')).toMatchObject({ firstName: 'Ram', address: '123 Main Street', picture: true });
  await expect(box(page, 'Address')).toHaveValue('123 Main Street');
  await expect(page.getByRole('img', { name: 'You' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText('Ram Example');
});

test.describe('a server without a picture', () => {
  test.use({ behaviour: { profilePicture: 'none' } });

  test('gets the guide’s own body, profile_img null and all', async ({ desk, shop }) => {
    const { page } = desk;
    await openOrders(desk, shop);
    await openProfile(page);
    await expect(page.getByRole('img', { name: 'You' })).toHaveCount(0);
    for (const name of ['First name', 'Last name']) await box(page, name).fill('Ram');
    await box(page, 'Email').fill('Ram@gmail.com');
    await box(page, 'Phone number').fill('1234567890');
    await box(page, 'Address').fill('123 Main Street');
    await save(page).click();
    await expect(page.getByRole('status')).toContainText('Your profile was saved.');
    expect(shop.wire.only('PUT', PROFILE)).toEqual({
      user: 1,
      first_name: 'Ram',
      last_name: 'Ram',
      email: 'Ram@gmail.com',
      phone_no: '1234567890',
      address: '123 Main Street',
      profile_img: null,
    });
  });
});

test('what the server says of a field stands under it; typed values stay and can be mended', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await openProfile(page);
  await box(page, 'Email').fill('pat at shop');
  await box(page, 'Phone number').fill('98000000001234567');
  await save(page).click();
  await expect(box(page, 'Email')).toHaveAccessibleDescription('Enter a valid email address.');
  await expect(box(page, 'Phone number')).toHaveAccessibleDescription('Ensure this field has no more than 15 characters.');
  await expect(page.getByRole('alert')).not.toHaveText('');
  await expect(box(page, 'Email')).toHaveValue('pat at shop');
  expect(shop.store.state.person('practice')?.email).toBe('practice@shop.example');
  await box(page, 'Email').fill('pat@shop.example');
  await expect(box(page, 'Email')).toHaveAccessibleDescription('');
  await box(page, 'Phone number').fill('9800000001');
  await save(page).click();
  await expect(page.getByRole('status')).toContainText('Your profile was saved.');
  await expect(page.getByRole('alert')).toHaveText('');
});

test('what was typed and not saved survives a look at other screens, and news from the server', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await openProfile(page);
  await box(page, 'Address').fill('Half-typed stre');
  await page.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible();
  const read = shop.wire.calls('GET', PROFILE).length;
  await openProfile(page);
  await expect.poll(() => shop.wire.calls('GET', PROFILE).length).toBeGreaterThan(read);
  await expect(box(page, 'Address')).toHaveValue('Half-typed stre');
  await expect(box(page, 'First name')).toHaveValue('Pat');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(box(page, 'Address')).toHaveValue('12 Market Street');
  expect(shop.wire.calls('PUT', PROFILE)).toEqual([]);
});

test('a save whose answer is lost is told as not known, and stays typed', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await openProfile(page);
  shop.faults.next('PUT', /profile/, { kind: 'cut', when: 'after' });
  await box(page, 'Address').fill('123 Main Street');
  await save(page).click();
  await expect(page.getByRole('alert')).toContainText(/not known/);
  await expect(box(page, 'Address')).toHaveValue('123 Main Street');
  expect(shop.wire.calls('PUT', PROFILE)).toHaveLength(1);
});

test('a profile that cannot be read says why and is read on asking', async ({ desk, shop }) => {
  const { page } = desk;
  const broken = { kind: 'answer', status: 500, type: 'text/html', body: '<h1>Server Error (500)</h1>' } as const;
  // Once for the greeting after signing in, once for the screen.
  for (let call = 0; call < 2; call += 1) shop.faults.next('GET', /profile/, broken);
  await openOrders(desk, shop);
  await page.getByRole('link', { name: 'Profile' }).click();
  for (const place of [page.getByRole('region', { name: 'Profile' }), page.getByRole('alert')])
    await expect(place).toContainText('The server had an error of its own');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(box(page, 'First name')).toHaveValue('Pat');
});
