// Where the focus is, who can have it, and whether it can be seen: for tests that use no mouse.
import { expect, type Locator, type Page } from 'playwright/test';

/** Presses Tab until this has the focus, and fails where the focus cannot be seen on the way there. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    await expectVisibleFocus(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} never comes to ${wanted.toString()}`);
}

/** Whatever has the focus wears a ring, or stands in something that does. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const ringed = (element: Element): boolean => {
      const own = getComputedStyle(element);
      const drawn = getComputedStyle(element, '::after');
      return (
        (own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) > 0) ||
        (drawn.content !== 'none' && drawn.borderTopStyle === 'solid' && Number.parseFloat(drawn.borderTopWidth) > 0)
      );
    };
    const seen = [focused, focused.parentElement, focused.closest('label')].some((around) => around !== null && ringed(around));
    return seen ? null : focused.outerHTML.slice(0, 200);
  });
  expect(unseen, 'has the focus without a ring').toBeNull();
}

/**
 * Goes once around with Tab.
 * @returns what can have the focus but never got it: unreachable, or behind a trap.
 */
export async function unreachedByTab(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const wanted = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null,
    );
    // Of radio buttons with one name only one is a stop.
    const stops = wanted.filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked));
    const missing = new Set(stops);
    document.addEventListener('focusin', (event) => missing.delete(event.target as HTMLElement));
    missing.delete(document.activeElement as HTMLElement);
    Object.assign(window, { missing, stops: stops.length });
  });
  const stops = (await page.evaluate(() => Reflect.get(window, 'stops'))) as number;
  for (let press = 0; press < stops + 3; press += 1) await page.keyboard.press('Tab');
  return await page.evaluate(() =>
    [...(Reflect.get(window, 'missing') as Set<HTMLElement>)].map((element) => element.outerHTML.slice(0, 160)),
  );
}
