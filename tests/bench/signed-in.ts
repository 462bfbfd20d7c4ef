// Paydesk in a new folder, signed in at a practice server, with its history read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';
import { type App, spawnApp, until } from '../kill/app.ts';

export interface SignedIn {
  readonly app: App;
  readonly folder: string;
  end(): Promise<void>;
}

/** @param hold seconds in which a mark can be undone. */
export async function openSignedIn(server: string, hold: number): Promise<SignedIn> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-bench-'));
  writeFileSync(join(folder, 'desk.json'), JSON.stringify({ settings: { hold } }));
  const app = await spawnApp(folder).open();
  const view = await app.request('session.signIn', { server, ...PRACTICE_ACCOUNT, acceptPlainHttp: false });
  if (!view.ok) throw new Error(`could not sign in: ${JSON.stringify(view.error)}`);
  await until('the history is there', async () => {
    const history = await app.request('history.state', null);
    return history.ok && history.value.asOf !== null && history.value.pulling === null;
  });
  return {
    app,
    folder,
    end: async () => {
      await app.kill(true);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
