// Listens in on the wire: every call as it arrived, every token that was given out, and what must hold for all of them.
import { expect } from 'playwright/test';

export interface Arrived {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As sent, passwords too. */
  readonly body: string;
}

export interface Wire {
  /** Oldest first. */
  readonly arrived: readonly Arrived[];
  /** Access tokens, refresh tokens and keys, as the server gave them out. */
  readonly tokens: ReadonlySet<string>;
  /** The newest of one kind. */
  newest(kind: 'access' | 'refresh'): string;
  calls(method: string, path: string): readonly Arrived[];
  /** The body of the only call with this method and path. */
  only(method: string, path: string): unknown;
}

type Serve = (request: Request) => Promise<Response>;

export function listenIn(): { wire: Wire; answered: (serve: Serve) => Serve; arriving: (serve: Serve) => Serve } {
  const arrived: Arrived[] = [];
  const tokens = new Set<string>();
  const newest = { access: '', refresh: '' };
  const calls = (method: string, path: string) => arrived.filter((call) => call.method === method && call.path === path);

  const take = (body: unknown): void => {
    if (typeof body !== 'object' || body === null) return;
    for (const [name, value] of Object.entries(body)) {
      if (typeof value !== 'string' || !/^(access|refresh|key)$/.test(name)) continue;
      tokens.add(value);
      if (name === 'access' || name === 'refresh') newest[name] = value;
    }
  };

  return {
    wire: {
      arrived,
      tokens,
      newest: (kind) => newest[kind],
      calls,
      only: (method, path) => {
        const found = calls(method, path);
        expect(found, `${method} ${path}`).toHaveLength(1);
        return JSON.parse(found[0]?.body ?? '') as unknown;
      },
    },
    answered: (serve) => async (request) => {
      const response = await serve(request);
      if (/\/(token|registration|refresh)\/$/.test(new URL(request.url).pathname)) {
        take(
          await response
            .clone()
            .json()
            .catch(() => null),
        );
      }
      return response;
    },
    arriving: (serve) => async (request) => {
      const { pathname: path, search: query } = new URL(request.url);
      const body = await request.clone().text();
      arrived.push({ method: request.method, path, query, headers: Object.fromEntries(request.headers), body });
      return await serve(request);
    },
  };
}

/** The guide's calls that need nobody signed in; logout may carry a token. */
const OPEN = /^\/(api\/token\/(refresh\/)?|api\/accounts\/auth\/registration\/|media\/.*)$/;
const LOGOUT = '/api/accounts/auth/logout/';

/** What holds for every call of every test. */
export function expectCleanWire({ arrived, tokens }: Wire): void {
  for (const { method, path, query, headers } of arrived) {
    const call = `${method} ${path}`;
    for (const name of ['cookie', 'origin', 'referer']) expect(headers, call).not.toHaveProperty(name);
    expect(query, call).not.toMatch(/authorization|bearer/i);
    for (const token of tokens) expect(path + query, call).not.toContain(token);
    if (OPEN.test(path)) expect(headers, call).not.toHaveProperty('authorization');
    else if (path !== LOGOUT) expect(headers['authorization'], call).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
  }
}
