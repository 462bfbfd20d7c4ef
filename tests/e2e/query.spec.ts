// The query box as a clerk has it: offers by keys, mistakes told in place, a card of examples, a filter that writes what could be typed.
import { expect, type Locator, type Page } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { unusableControls } from './support/clipped.ts';
import { ordersGrid, search } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { expectVisibleFocus, tabTo } from './support/focus.ts';
import { test } from './support/test.ts';

test.use({ behaviour: { orders: 40 } });

const offers = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggestions' });
const picked = (page: Page): Locator => page.getByRole('option', { selected: true });
const mistakes = (page: Page): Locator => page.locator('.query-marks mark');

test('keys alone choose a field and its value, and lead into the rows', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('/');
  await page.keyboard.type('lamp st');
  await expect(offers(page).getByRole('option')).toHaveText(['status: pending, partly, completed, failed, none']);
  await expect(picked(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  expect(await search(page).getAttribute('aria-activedescendant')).toBe(await picked(page).getAttribute('id'));
  expect(await search(page).getAttribute('aria-controls')).toBe(await offers(page).getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('lamp status:');
  await expect(offers(page).getByRole('option')).toHaveCount(6);
  await page.keyboard.press('ArrowUp');
  await expect(picked(page)).toContainText('unknown');
  await page.keyboard.type('fa');
  await page.keyboard.press('Tab');
  await expect(search(page)).toHaveValue('lamp status:failed ');
  await expect(search(page)).toBeFocused();
  await expect(offers(page)).toHaveCount(0);
  await expect(search(page)).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12');
  await page.keyboard.press('ArrowDown');
  await expect(ordersGrid(page)).toBeFocused();
});

test('offers stay out of the way of plain typing', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('/');
  await page.keyboard.type('da');
  await expect(offers(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offers(page)).toHaveCount(0);
  await expect(search(page)).toHaveValue('da');
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await page.keyboard.type('da');
  await expect(offers(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(search(page)).not.toBeFocused();
  await expect(search(page)).toHaveValue('da');
  await expect(offers(page)).toHaveCount(0);
  await search(page).fill('');
  await page.keyboard.type('12 or');
  await expect(offers(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(ordersGrid(page)).toBeFocused();
  await expect(search(page)).toHaveValue('12 or');
});

test('a mistake is marked, told and described, and nothing jumps', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const place = await ordersGrid(page).boundingBox();
  await search(page).fill('stauts:failed lamp amount:lots');
  await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(mistakes(page)).toHaveText(['stauts', 'lots']);
  await expect(search(page)).toHaveAccessibleDescription('"lots" is not an amount. Write it like 500, >500, 100..200 or ~500.');
  await page.keyboard.press('Home');
  await expect(search(page)).toHaveAccessibleDescription('There is no field "stauts". Did you mean status?');
  await expect(page.getByText('There is no field "stauts". Did you mean status?')).toBeVisible();
  expect(await ordersGrid(page).boundingBox()).toEqual(place);
  await search(page).fill('lamp');
  await expect(search(page)).toHaveAttribute('aria-invalid', 'false');
  await expect(search(page)).toHaveAccessibleDescription('');
  await expect(mistakes(page)).toHaveCount(0);
});

test('what is only half typed is a hint, and a mistake once the box is left', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('/');
  await page.keyboard.type('amount:>');
  await expect(search(page)).toHaveAccessibleDescription('Say an amount after amount:, like amount:>500.');
  await expect(search(page)).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Tab');
  await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(mistakes(page)).toHaveText(['amount:>']);
});

test('the marks stand under their words in a text that is longer than the box', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await search(page).fill(`${'lamp '.repeat(40)}stauts:failed`);
  await page.keyboard.press('End');
  const box = await search(page).boundingBox();
  const mark = await mistakes(page).boundingBox();
  if (box === null || mark === null) throw new Error('not on the screen');
  expect(mark.x).toBeGreaterThan(box.x);
  expect(mark.x + mark.width).toBeLessThan(box.x + box.width);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await mistakes(page).boundingBox())?.x ?? 0).toBeGreaterThan(box.x + box.width);
});

test('an example of the card is taken over into the search, where the typing goes on', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await search(page).fill('lamp');
  await tabTo(page, page.getByRole('button', { name: 'Search help' }));
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Search help' });
  await expect(card).toContainText('Days begin and end in');
  await tabTo(page, card.getByRole('button', { name: 'amount:>500' }));
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expect(search(page)).toHaveValue('lamp amount:>500 ');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('red');
  await expect(search(page)).toHaveValue('lamp amount:>500 red');
});

test('the filter writes days and amounts into the search, and reads them there', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await search(page).fill('lamp');
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  const filter = page.getByRole('button', { name: 'Filter', exact: true });
  await filter.press('Enter');
  await expect(dialog).toContainText('Days in ');
  await dialog.getByRole('textbox', { name: 'From day' }).fill('1.11.2026');
  await dialog.getByRole('textbox', { name: 'At least' }).fill('1,000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'From day' })).toHaveAccessibleDescription('Write a day like 2026-11-22.');
  await expect(dialog.getByRole('textbox', { name: 'From day' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2026-11-01');
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('lamp date:2026-11-01.. amount:1,000..');
  await expect(search(page)).toHaveAttribute('aria-invalid', 'false');
  await filter.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'From day' })).toHaveValue('2026-11-01');
  await dialog.getByRole('button', { name: 'Last 7 days' }).click();
  await expect(dialog.getByRole('textbox', { name: 'From day' })).toHaveValue('');
  await dialog.getByRole('textbox', { name: 'Near' }).fill('12.50');
  await dialog.getByRole('button', { name: 'Show orders' }).click();
  await expect(search(page)).toHaveValue('lamp date:7d amount:~12.50');
  await filter.press('Enter');
  await dialog.getByRole('button', { name: 'Clear' }).click();
  await expect(search(page)).toHaveValue('lamp');
});

test('axe finds nothing in offers, mistakes, the card or the filter', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('/');
  await page.keyboard.type('status:');
  await page.keyboard.press('ArrowDown');
  await expect(picked(page)).toHaveCount(1);
  await expectNoViolations(page, 'offers');
  await search(page).fill('stauts:failed ');
  await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolations(page, 'a mistake');
  await page.getByRole('button', { name: 'Search help' }).click();
  await expect(page.getByRole('dialog', { name: 'Search help' })).toBeVisible();
  await expectNoViolations(page, 'Search help');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible();
  await page.getByRole('textbox', { name: 'To day' }).fill('x');
  await page.keyboard.press('Enter');
  await expectNoViolations(page, 'Filter');
});

test('at 200 % and in high contrast the offers, the mistakes and both dialogs can be seen and used', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.emulateMedia({ forcedColors: 'active' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 400, deviceScaleFactor: 2, mobile: false });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640);
  await page.keyboard.press('/');
  await page.keyboard.type('date:');
  await page.keyboard.press('ArrowUp');
  await expect(picked(page)).toContainText('30d');
  await expect(picked(page)).toBeInViewport({ ratio: 0.95 });
  expect(await picked(page).evaluate((option) => getComputedStyle(option).outlineStyle)).toBe('solid');
  await expectVisibleFocus(page);
  await search(page).fill('stauts:failed ');
  const message = page.getByText('Did you mean status?');
  await expect(message).toBeInViewport({ ratio: 1 });
  await expect.poll(() => unusableControls(page), 'a mistake').toEqual([]);
  await page.getByRole('button', { name: 'Search help' }).click();
  await expect.poll(() => unusableControls(page), 'Search help').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect.poll(() => unusableControls(page), 'Filter').toEqual([]);
});
