// `test` with a shop and a desk pointed at it. A test fails when the page threw or logged an error that it did not announce.
import { test as base, expect } from 'playwright/test';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { type Desk, launch } from './desk.ts';
import { openShop, type Shop } from './shop.ts';

interface Fixtures {
  readonly behaviour: Partial<PracticeBehaviour>;
  readonly shop: Shop;
  readonly desk: Desk;
}

export const test = base.extend<Fixtures>({
  behaviour: [{ orders: 60 }, { option: true }],
  shop: async ({ behaviour }, use) => {
    const shop = await openShop({ orders: 60, ...behaviour });
    await use(shop);
    await shop.stop();
  },
  desk: async ({ shop }, use) => {
    const desk = await launch({ server: shop.url });
    await use(desk);
    await desk.close();
    expect(desk.pageErrors).toEqual([]);
  },
});
