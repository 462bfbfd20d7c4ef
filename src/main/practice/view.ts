// What happens around every view, in the order of DRF's APIView: negotiation, authentication, permission, throttling, method, handler.
import { type Answer, detail, json, methodNotAllowed, notAcceptable, respond, throttled } from './answers.ts';
import { type Asking, authenticate, type Sessions } from './authentication.ts';
import type { PracticeBehaviour } from './behaviour.ts';
import { readBody } from './body.ts';
import type { People, Person } from './people.ts';
import { describeFields, type Fields, type Reading } from './serializer.ts';
import type { Shop } from './shop.ts';
import type { Tokens } from './tokens.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** Everything a view may need. Nothing in here is global: each practice store has its own. */
export interface Parts {
  readonly behaviour: PracticeBehaviour;
  readonly now: () => number;
  readonly random: () => number;
  readonly people: People;
  readonly shop: Shop;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
}

export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The number in the address; 0 where there is none. */
  readonly id: number;
}

export interface Asked extends Call {
  readonly person: Person | null;
}

export type Handler = (call: Asked) => Answer | Promise<Answer>;

export interface View {
  readonly name: string;
  /** `tokens`: SimpleJWT's own views, which authenticate nobody and challenge all the same. `anyone`: a bad token is refused even so. */
  readonly access: 'tokens' | 'anyone' | 'members';
  /** What it reads, where that can be broken on purpose. */
  readonly reads?: 'order' | 'profile';
  /** Asked anew for each request, because behaviour may change while the store runs. */
  readonly handlers: () => Partial<Record<Method, Handler>>;
  /** For OPTIONS; absent for views without a serializer. */
  readonly fields?: Fields;
}

/** A handler for members only: the pipeline has made sure that there is one. */
export function forMember(handle: (call: Asked, person: Person) => Answer | Promise<Answer>): Handler {
  return (call) => (call.person ? handle(call, call.person) : detail(401, missing));
}

/** Reads the body, has it checked, and goes on with its values. */
export async function withValues<T>(
  call: Call,
  read: (data: unknown) => Reading<T>,
  goOn: (values: T) => Answer | Promise<Answer>,
): Promise<Answer> {
  const body = await readBody(call.request.headers.get('Content-Type'), call.bytes);
  if (!body.ok) return body.answer;
  const reading = read(body.data);
  return reading.ok ? goOn(reading.values) : reading.answer;
}

export async function answerView(view: View, call: Call, parts: Parts): Promise<Response> {
  const handlers = view.handlers();
  const answer = await decide(view, handlers, call, parts);
  const sessionFirst = parts.behaviour.authentication === 'session-first' && view.access !== 'tokens';
  return respond(answer, { now: parts.now(), allow: allowOf(handlers), vary: sessionFirst ? 'Accept, Cookie' : 'Accept' });
}

const missing = 'Authentication credentials were not provided.';

async function decide(view: View, handlers: Partial<Record<Method, Handler>>, call: Call, parts: Parts): Promise<Answer> {
  const { request } = call;
  if (!acceptsJson(request.headers.get('Accept'))) return notAcceptable;

  const asking: Asking = view.access === 'tokens' ? { known: true, person: null } : await authenticate(request, parts);
  if (!asking.known) return asking.forbidden ? json(403, asking.body) : unauthenticated(asking.body, parts.behaviour);
  if (view.access === 'members' && asking.person === null) return unauthenticated({ detail: missing }, parts.behaviour);
  if (parts.behaviour.throttle) return throttled(parts.behaviour.throttle.retryAfter);

  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (method === 'OPTIONS') return describeView(view, handlers);
  if (method === 'GET' && view.reads !== undefined && view.reads === parts.behaviour.breaks) throw new Error('broken on purpose');
  const handler = isMethod(method) ? handlers[method] : undefined;
  return handler ? handler({ ...call, person: asking.person }) : methodNotAllowed(request.method);
}

export const challenge = { 'WWW-Authenticate': 'Bearer realm="api"' };

/** DRF turns 401 into 403 when the first authentication class knows no challenge. */
function unauthenticated(body: Readonly<Record<string, unknown>>, behaviour: PracticeBehaviour): Answer {
  return behaviour.authentication === 'bearer' ? { ...json(401, body), headers: challenge } : json(403, body);
}

function acceptsJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  const ranges = accept.split(',').map((range) => range.split(';')[0]?.trim().toLowerCase());
  return ranges.some((range) => range === '*/*' || range === 'application/*' || range === 'application/json');
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH'];
const isMethod = (method: string): method is Method => METHODS.some((known) => known === method);

// In Django's own order; HEAD comes with GET.
function allowOf(handlers: Partial<Record<Method, Handler>>): string {
  const methods: string[] = METHODS.filter((method) => handlers[method]);
  return [...methods, ...(handlers.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

function describeView(view: View, handlers: Partial<Record<Method, Handler>>): Answer {
  const { fields } = view;
  const writes = fields ? (['PUT', 'POST'] as const).filter((method) => handlers[method]) : [];
  return json(200, {
    name: view.name,
    description: '',
    renders: ['application/json'],
    parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
    ...(fields && writes.length > 0 ? { actions: Object.fromEntries(writes.map((method) => [method, describeFields(fields)])) } : {}),
  });
}
