// `test` with a shop and desks pointed at it. A test fails when the page threw or logged an error that it did not announce, when a token
// was left anywhere but in the keychain, or when a call carried what no call may carry.
import { rm } from 'node:fs/promises';
import { test as base, expect } from 'playwright/test';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import type { Settings } from '../../../src/shared/ipc/session-schemas.ts';
import { type Desk, type LaunchOptions, launch } from './desk.ts';
import { openShop, type Shop } from './shop.ts';
import { expectNoTokenInPage, expectNoTokenOnDisk } from './traces.ts';
import { expectCleanWire } from './wire.ts';

export interface Desks {
  /** Pointed at the shop, unless told otherwise. */
  open(options?: LaunchOptions): Promise<Desk>;
  /** Closes the desk and starts it again in the same folder. */
  restart(desk: Desk, options?: Omit<LaunchOptions, 'folder'>): Promise<Desk>;
  close(desk: Desk): Promise<void>;
  /** The power goes: no code of the desk runs any more. */
  kill(desk: Desk): Promise<void>;
  /** The desk has ended by itself, or by what the story did: it is started again in the same folder. */
  startAgain(desk: Desk): Promise<Desk>;
}

interface Fixtures {
  readonly behaviour: Partial<PracticeBehaviour>;
  /** Of the desks that are opened; as delivered, unless told otherwise. */
  readonly settings: Partial<Settings>;
  readonly shop: Shop;
  readonly desks: Desks;
  readonly desk: Desk;
}

export const test = base.extend<Fixtures>({
  behaviour: [{ orders: 60 }, { option: true }],
  settings: [{}, { option: true }],
  shop: async ({ behaviour }, use) => {
    const shop = await openShop({ orders: 60, ...behaviour });
    await use(shop);
    await shop.stop();
    expectCleanWire(shop.wire);
  },
  desks: async ({ shop, settings }, use) => {
    const open = new Set<Desk>();
    const folders = new Set<string>();
    const desks: Desks = {
      open: async (options = {}) => {
        const desk = await launch({ server: shop.url, settings, ...options });
        open.add(desk);
        folders.add(desk.folder);
        return desk;
      },
      restart: async (desk, options = {}) => {
        await desks.close(desk);
        return await desks.open({ ...options, folder: desk.folder });
      },
      startAgain: (desk) => {
        open.delete(desk);
        return desks.open({ folder: desk.folder });
      },
      close: async (desk) => {
        open.delete(desk);
        await expectNoTokenInPage(desk.page, shop.wire.tokens);
        await desk.close();
        expect(desk.pageErrors).toEqual([]);
        await expectNoTokenOnDisk(desk.folder, shop.wire.tokens);
      },
      kill: async (desk) => {
        open.delete(desk);
        const gone = desk.app.waitForEvent('close');
        desk.app.process().kill('SIGKILL');
        await gone;
        await expectNoTokenOnDisk(desk.folder, shop.wire.tokens);
      },
    };
    await use(desks);
    for (const desk of open) await desks.close(desk);
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },
  desk: async ({ desks }, use) => {
    await use(await desks.open());
  },
});
