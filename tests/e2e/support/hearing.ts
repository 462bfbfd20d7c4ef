// What somebody hears who does not see the screen: every sentence that comes into a live region, in order, as a screen reader takes it up.
import type { Page } from 'playwright/test';

/** `status`: said when there is a pause. `alert`: said at once. */
export type Heard = readonly [region: 'status' | 'alert', sentence: string];

/** From now on everything is heard; what stands there already was said before. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: [string, string][] = [];
    Object.assign(window, { spokenSoFar: heard });
    for (const role of ['status', 'alert']) {
      for (const region of document.querySelectorAll(`[role=${role}]`)) {
        new MutationObserver((changes) => {
          for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
            const sentence = node.textContent?.trim() ?? '';
            if (sentence !== '') heard.push([role, sentence]);
          }
        }).observe(region, { childList: true, subtree: true });
      }
    }
  });
}

/** Oldest first, since `listen` or since the last asking. */
export async function heardSince(page: Page): Promise<readonly Heard[]> {
  return await page.evaluate(() => (Reflect.get(window, 'spokenSoFar') as Heard[]).splice(0));
}
