// One desk of a kill run: its folder, its shop, and its starts, one after each crash.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';
import { type App, spawnApp, until } from './app.ts';
import { FILES } from './large-journal.ts';
import { killNow } from './os-processes.ts';
import { type KillShop, openKillShop } from './shop.ts';

export interface Start {
  readonly app: App;
  /** Milliseconds from opening the journal until it was ready, as the app itself logs it. */
  readonly journal: number;
  /** Milliseconds from the start of the process until somebody was signed in and delivery went on. */
  readonly whole: number;
  /** The sign-in was there again without a password. */
  readonly remembered: boolean;
}

export interface KillDesk {
  readonly folder: string;
  readonly shop: KillShop;
  start(): Promise<Start>;
  /** Ends the shop and takes the folder away. */
  end(): Promise<void>;
}

const ORDERS = 400;

/** @param journal a folder with a journal to begin with; null for none. */
export async function makeDesk(journal: string | null): Promise<KillDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-kill-'));
  const shop = await openKillShop(ORDERS);
  writeFileSync(join(folder, 'desk.json'), JSON.stringify({ server: shop.url, username: PRACTICE_ACCOUNT.username }));
  if (journal !== null) for (const name of FILES) copyFileSync(join(journal, name), join(folder, name));
  return {
    folder,
    shop,
    start: async () => {
      const began = performance.now();
      const spawned = spawnApp(folder);
      try {
        const app = await spawned.open();
        const remembered = await beSignedIn(app, shop);
        const whole = performance.now() - began;
        await until('the history is there', async () => {
          const history = await app.request('history.state', null);
          return history.ok && history.value.asOf !== null && history.value.pulling === null;
        });
        return { app, journal: openingTime(folder), whole, remembered };
      } catch (thrown) {
        killNow(-spawned.pid);
        throw thrown;
      }
    },
    end: async () => {
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function beSignedIn(app: App, { url: server }: KillShop): Promise<boolean> {
  let state = 'restoring';
  await until('the session is restored', async () => {
    const view = await app.request('session.view', null);
    state = view.ok ? view.value.state : state;
    return state !== 'restoring';
  });
  if (state === 'signed-in') return true;
  const view = await app.request('session.signIn', { server, ...PRACTICE_ACCOUNT, acceptPlainHttp: false });
  if (!view.ok) throw new Error(`could not sign in: ${JSON.stringify(view.error)}`);
  return false;
}

/** Of the last start. */
function openingTime(folder: string): number {
  const lines = readFileSync(join(folder, 'paydesk.log'), 'utf8').matchAll(/journal open: \d+ entries in (\d+) ms/g);
  const last = [...lines].at(-1)?.[1];
  if (last === undefined) throw new Error('the log does not say how long the journal took to open');
  return Number(last);
}
