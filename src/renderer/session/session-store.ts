// What the page knows of the session: main's view of it, nothing more.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { describeError } from '../../shared/errors/describe.ts';
import type { RegisterInput, RegisterOutput, SessionView, SignInInput } from '../../shared/ipc/session-schemas.ts';
import type { Result } from '../../shared/result.ts';
import type { Client } from '../bridge.ts';

export interface SessionState {
  /** null until main has answered for the first time. */
  readonly view: SessionView | null;
  /** @returns the stop */
  follow(): () => void;
  signIn(input: SignInInput): Promise<Result<SessionView>>;
  register(input: RegisterInput): Promise<Result<RegisterOutput>>;
  openPractice(): Promise<Result<SessionView>>;
  /** Nobody waits any longer for a sign-in that is under way. */
  giveUp(): void;
  /** Somebody else sits down where the server has ended a session. */
  leave(): void;
  /** @returns what to tell the person; `waiting`: refused, because something has still to be sent. */
  signOut(): Promise<{ readonly tone: 'success' | 'failure' | 'waiting'; readonly text: string }>;
}

export type SessionStore = StoreApi<SessionState>;

export function createSessionStore(client: Client): SessionStore {
  return createStore<SessionState>((set, get) => {
    const keep = (result: Result<SessionView>) => {
      if (result.ok) set({ view: result.value });
      return result;
    };
    return {
      view: null,
      follow() {
        const stop = client.subscribe('session.changed', (view) => set({ view }));
        void client.request('session.view', null).then((result) => {
          // An event that came meanwhile is newer than this answer.
          if (get().view !== null) return;
          if (result.ok) set({ view: result.value });
          else set({ view: { state: 'signed-out', server: '', username: '', notice: describeError(result.error) } });
        });
        return stop;
      },
      signIn: async (input) => keep(await client.request('session.signIn', input)),
      register: (input) => client.request('session.register', input),
      giveUp: () => void client.request('session.giveUp', null),
      leave: () => void client.request('session.leave', null),
      openPractice: async () => keep(await client.request('session.openPractice', null)),
      async signOut() {
        const result = await client.request('session.signOut', null);
        if (!result.ok) return { tone: result.error.kind === 'marks-waiting' ? 'waiting' : 'failure', text: describeError(result.error) };
        const text = signedOutText(result.value);
        if (result.value.historyStays) return { tone: 'failure', text: `${text} ${HISTORY_STAYS}` };
        return { tone: 'success', text };
      },
    };
  });
}

const HISTORY_STAYS = 'The stored history could not be erased: it is still on this computer.';

function signedOutText({ server, said }: { readonly server: 'confirmed' | 'not-confirmed'; readonly said: string | null }): string {
  if (server === 'confirmed') return 'Signed out. The server confirmed it.';
  const words = said === null ? '' : ` It says: ${said}`;
  return `Signed out on this computer. The server did not confirm it.${words}`;
}
