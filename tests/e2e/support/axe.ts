// What axe finds wrong with the screen as it stands, in words that lead to the place.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails when axe finds anything: everything in light, and in dark what can differ there, the contrast. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  // Without transitions, so that no colour is looked at on its way.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await violations(builder(page).withTags(TAGS)), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations(builder(page).withRules(['color-contrast'])), `${where}, dark`).toEqual([]);
}

/** Legacy: the other mode opens a second page, which this window does not allow. */
function builder(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function violations(axe: AxeBuilder): Promise<readonly string[]> {
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
