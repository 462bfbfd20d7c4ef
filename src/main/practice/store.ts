// The practice store: a shop's whole server behind a `fetch`. For training, the demo, `npm run practice-server`, and tests.
import { Hono } from 'hono';
import { logoutView, profileView } from './accounts.ts';
import { notServed, respond, slashAppended, uncaught } from './answers.ts';
import { keepSessions } from './authentication.ts';
import { type PracticeBehaviour, usualBehaviour } from './behaviour.ts';
import { historyView, orderCreationView, orderView } from './orders.ts';
import { paymentCreationView, paymentView } from './payments.ts';
import { gatherPeople } from './people.ts';
import { portrait } from './portrait.ts';
import { unforeseeable } from './random.ts';
import { registrationView } from './registration.ts';
import { plantSeed } from './seed.ts';
import { openShop } from './shop.ts';
import { openState, type PracticeState } from './state.ts';
import { obtainView, refreshView } from './token-views.ts';
import { mintTokens } from './tokens.ts';
import { answerView, type Parts, type View } from './view.ts';

export interface PracticeRequest {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As sent, but for passwords: people may type their real ones while practising. */
  readonly body: string;
  /** What it was answered with. */
  readonly status: number;
}

export interface PracticeStore {
  /** Answers like a server. A redirect is answered as such, or rejected where the request says `redirect: 'error'`. */
  fetch(request: Request): Promise<Response>;
  /** May be changed while the store runs, all but `orders` and `prefix`. */
  readonly behaviour: PracticeBehaviour;
  /** Everything taken up, oldest first; the last 20,000. */
  readonly requests: readonly PracticeRequest[];
  readonly state: PracticeState;
}

export interface PracticeOptions {
  readonly behaviour?: Partial<PracticeBehaviour>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Numbers from 0 up to 1. Left out, the orders are the same each time, and keys and token ids cannot be foreseen. */
  readonly random?: () => number;
}

const USUAL_SEED = 20_260_214;
const KEPT_REQUESTS = 20_000;

export function createPracticeStore(options: PracticeOptions = {}): PracticeStore {
  const { now = Date.now, random = unforeseeable } = options;
  const behaviour = { ...usualBehaviour, ...options.behaviour };
  const seed = options.random ? Math.floor(options.random() * 2 ** 32) : USUAL_SEED;
  const people = gatherPeople(random);
  const shop = openShop(plantSeed(seed, behaviour.orders, people.count, now()));
  const parts: Parts = {
    behaviour,
    now,
    random,
    people,
    shop,
    tokens: mintTokens(behaviour, now, random),
    sessions: keepSessions(people, now, random),
  };
  const routes = routesOf(parts);
  const requests: PracticeRequest[] = [];

  return {
    behaviour,
    requests,
    state: openState(parts),
    async fetch(request) {
      const bytes = new Uint8Array(await request.arrayBuffer());
      await pass(behaviour.latencyMs, request.signal);
      const url = new URL(request.url);
      const response = await routes.fetch(request, { bytes });
      // As every server has to (RFC 9110 §6.6.1): its own clock, to the second.
      response.headers.set('date', new Date(now()).toUTCString());
      requests.push({
        method: request.method,
        path: url.pathname,
        query: url.search,
        headers: Object.fromEntries(request.headers),
        body: withoutPasswords(new TextDecoder().decode(bytes)),
        status: response.status,
      });
      if (requests.length > KEPT_REQUESTS) requests.shift();
      if (response.status === 301 && request.redirect === 'error')
        throw new TypeError('Attempted to redirect, but redirect policy was error');
      return response;
    },
  };
}

interface Received {
  readonly Bindings: { readonly bytes: Uint8Array<ArrayBuffer> };
}

function routesOf(parts: Parts): Hono<Received> {
  const app = new Hono<Received>().basePath(parts.behaviour.prefix);
  const views: Readonly<Record<string, View>> = {
    '/api/accounts/auth/registration/': registrationView(parts),
    '/api/accounts/auth/logout/': logoutView(parts),
    '/api/accounts/profile/': profileView(parts),
    '/api/token/': obtainView(parts),
    '/api/token/refresh/': refreshView(parts),
    '/api/orders/': orderCreationView(parts),
    '/api/orders/history/': historyView(parts),
    '/api/orders/payments/': paymentCreationView(parts),
    '/api/orders/payments/:id{[0-9]+}/': paymentView(parts),
    '/api/orders/:id{[0-9]+}/': orderView(parts),
  };
  for (const [path, view] of Object.entries(views)) {
    app.all(path, (context) => {
      const id = Number(context.req.param('id') ?? 0);
      return answerView(view, { request: context.req.raw, url: new URL(context.req.url), bytes: context.env.bytes, id }, parts);
    });
    app.all(path.slice(0, -1), (context) => respond(slashAppended(new URL(context.req.url)), { now: parts.now() }));
  }
  app.get('/media/profile_images/:file{\\w[\\w.@+-]*\\.png}', (context) => {
    const person = parts.people.byName(context.req.param('file').slice(0, -'.png'.length));
    const answer = person?.picture ? ({ status: 200, body: { bytes: portrait, type: 'image/png' } } as const) : notServed;
    return respond(answer, { now: parts.now() });
  });
  app.notFound(() => respond(notServed, { now: parts.now() }));
  app.onError((_, context) => {
    return respond(uncaught(parts.behaviour.uncaught, new URL(context.req.url).pathname), { now: parts.now() });
  });
  return app;
}

const withoutPasswords = (body: string): string =>
  body.replaceAll(/("?\bpassword[12]?"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|[^&\s,}]*)/g, '$1"***"');

/** Waits as a slow network would. What is given up meanwhile has never reached the store. */
function pass(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
