// Controls that a person could not use as they stand: cut off, covered, or beyond the reach of scrolling.
import type { Page } from 'playwright/test';

export async function unusableControls(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const within = document.querySelector('[role=dialog]') ?? document.body;
    const controls = [...within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden=true], [inert]') === null,
    );
    const wrongWith = (control: HTMLElement): string | null => {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
        return `beyond the window: ${left} ${top} ${right} ${bottom}`;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const around = control.closest('label') ?? control;
      if (hit === null || !(around.contains(hit) || hit.contains(control))) return `covered by ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`;
      return control instanceof HTMLButtonElement && control.scrollWidth > control.clientWidth + 1 ? 'its words are cut off' : null;
    };
    return controls.flatMap((control) => {
      const wrong = wrongWith(control);
      return wrong === null ? [] : [`${control.outerHTML.slice(0, 120)}: ${wrong}`];
    });
  });
}
