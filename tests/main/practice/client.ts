// A bare client of the practice store for its tests: a clock that is set by hand, a way to sign in, and answers taken apart.
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeStore } from '../../../src/main/practice/store.ts';

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is something else. */
  readonly json: unknown;
}

export interface Sent {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  readonly store: PracticeStore;
  /** Milliseconds since 1970; only a test moves it. */
  readonly clock: { now: number };
  send(method: string, path: string, sent?: Sent): Promise<Received>;
  signIn(username?: string, password?: string): Promise<{ access: string; refresh: string }>;
}

export const ORIGIN = 'http://shop.example:8000';
export const START = Date.UTC(2026, 10, 2, 9, 30);

export function openClient(behaviour: Partial<PracticeBehaviour> = {}): Client {
  const clock = { now: START };
  const store = createPracticeStore({ behaviour, now: () => clock.now });

  async function send(method: string, path: string, sent: Sent = {}): Promise<Received> {
    const headers = new Headers({ Accept: 'application/json', ...sent.headers });
    if (sent.token !== undefined) headers.set('Authorization', `Bearer ${sent.token}`);
    const raw = typeof sent.body === 'string' || sent.body instanceof FormData;
    if (sent.body !== undefined && !raw) headers.set('Content-Type', 'application/json');
    const body = raw ? (sent.body as string | FormData) : sent.body === undefined ? null : JSON.stringify(sent.body);
    const response = await store.fetch(new Request(ORIGIN + path, { method, headers, body }));
    const text = await response.text();
    const isJson = response.headers.get('Content-Type') === 'application/json' && text !== '';
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  return {
    store,
    clock,
    send,
    async signIn(username = PRACTICE_ACCOUNT.username, password = PRACTICE_ACCOUNT.password) {
      const { json } = await send('POST', '/api/token/', { body: { username, password } });
      return json as { access: string; refresh: string };
    },
  };
}

/** Opened and signed in as the one who practises; every call carries the access token. */
export async function openSignedIn(behaviour: Partial<PracticeBehaviour> = {}): Promise<Client> {
  const client = openClient(behaviour);
  const { access } = await client.signIn();
  return { ...client, send: (method, path, sent) => client.send(method, path, { token: access, ...sent }) };
}

/** What the guide's example of a registration sends. */
export const guideRegistration = {
  username: 'your_name',
  email: 'your_email@gmail.com',
  password1: 'TestPassword123',
  password2: 'TestPassword123',
  first_name: 'fname',
  last_name: 'lname',
  phone_no: '9813121824',
  address: 'Godawari',
};
