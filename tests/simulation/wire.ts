// The bad network between a desk and the shop: every fault of reliability-security.md (C5.1) that can be told apart behind the transport.
import { NoAnswer } from '../../src/main/http/no-answer.ts';
import type { Fetch } from '../../src/main/http/transport.ts';
import type { UnreachableReason } from '../../src/shared/errors/app-error.ts';
import type { Chance } from './chance.ts';
import type { Call, FakeShop, Reply } from './fake-shop.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface WireParts {
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly shop: FakeShop;
  readonly origin: string;
  /** 0: a perfect network, 1: one fault a request. */
  stormy(): number;
  online(): boolean;
  /** A desk that has crashed hears no answers; what it has sent may still be carried out. */
  alive(): boolean;
  /** Looks at a request before it leaves this computer. */
  leaving(call: Call): void;
  /** What became of a write, when it is known on this side: whether the answer proves that it was or was not carried out. */
  proven(call: Call, proof: 'done' | 'not-done' | 'none'): void;
  /** A reading that arrived whole. */
  arrived(call: Call, reply: Reply): void;
}

type Fault =
  | { readonly kind: 'no-answer'; readonly reason: UnreachableReason | 'redirected'; readonly sent: false }
  /** `handled`: the server carries it out. `late`: only after the desk has given up. */
  | { readonly kind: 'lost'; readonly reason: UnreachableReason; readonly handled: boolean; readonly late: boolean; readonly after: number }
  | { readonly kind: 'instead'; readonly handled: boolean; readonly reply: Reply };

const html = (status: number, headers: Record<string, string> = {}): Reply => ({ status, body: '<h1>Sorry</h1>', headers });
const json = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  body: JSON.stringify(value),
  headers,
});

const lost = (reason: UnreachableReason, handled: boolean, after = 50, late = false): Fault => ({
  kind: 'lost',
  reason,
  handled,
  late,
  after,
});
const instead = (reply: Reply, handled: boolean): Fault => ({ kind: 'instead', handled, reply });

const FAULTS: readonly Fault[] = [
  ...(['name-not-found', 'refused', 'no-route', 'certificate', 'offline'] as const).map(
    (reason): Fault => ({ kind: 'no-answer', reason, sent: false }),
  ),
  { kind: 'no-answer', reason: 'redirected', sent: false },
  lost('cut-off', false),
  lost('cut-off', true),
  lost('cut-off', true),
  lost('cut-off', true),
  lost('timeout', false, 30_000),
  lost('timeout', true, 30_000),
  lost('timeout', true, 30_000, true),
  lost('other', true, 10_000),
  instead(html(500), false),
  instead(html(500), true),
  instead(html(502), true),
  instead(html(503, { 'retry-after': '7' }), false),
  instead(html(504), true),
  instead({ status: 503, body: '', headers: { 'retry-after': 'soon' } }, false),
  instead(html(200), false),
  instead(html(200), true),
  instead({ status: 200, body: '{"id": 1, "sta', headers: {} }, true),
  instead({ status: 200, body: '', headers: {} }, true),
  instead(html(404), false),
  instead(html(407), false),
  instead({ status: 408, body: '', headers: {} }, true),
  instead(html(413), false),
  instead(json(415, { detail: 'Unsupported media type' }), false),
  instead(json(403, { detail: 'You do not have permission to perform this action.' }), false),
  instead(json(400, ['No.']), false),
  instead(json(400, { amount: ['A valid number is required.'] }), false),
  instead(json(429, { detail: 'Request was throttled.' }, { 'retry-after': '3' }), false),
  instead(json(429, { detail: 'Request was throttled.' }), false),
  instead(json(429, { detail: 'Request was throttled.' }, { 'retry-after': '0' }), false),
];

export function createWire(parts: WireParts): Fetch {
  const { clock, chance, shop } = parts;

  return async (request) => {
    const call = await readCall(request, parts.origin);
    parts.leaving(call);
    const fault = faultFor(parts, call);
    const delay = chance.whole(5, 400);
    return await new Promise<Response>((resolve, reject) => {
      const answer = (reply: Reply): void => {
        if (!parts.alive()) return;
        parts.proven(call, proofOf(reply));
        if (reply.status < 300) parts.arrived(call, reply);
        const { status, body, headers } = reply;
        resolve(new Response(status === 204 ? null : body, { status, headers }));
      };
      if (fault === null) {
        clock.at(delay, () => {
          const reply = shop.handle(call);
          clock.at(delay, () => answer(reply));
        });
        return;
      }
      switch (fault.kind) {
        case 'no-answer':
          clock.at(delay, () => {
            if (!parts.alive()) return;
            const certain = fault.reason !== 'redirected';
            parts.proven(call, certain ? 'not-done' : 'none');
            reject(new NoAnswer(fault.reason, certain));
          });
          return;
        case 'lost':
          if (fault.handled) clock.at(fault.late ? fault.after + chance.whole(100, 60_000) : delay, () => shop.handle(call));
          clock.at(delay + fault.after, () => {
            if (!parts.alive()) return;
            parts.proven(call, 'none');
            reject(new NoAnswer(fault.reason, false));
          });
          return;
        case 'instead':
          clock.at(delay, () => {
            if (fault.handled) shop.handle(call);
            clock.at(delay, () => answer(fault.reply));
          });
      }
    });
  };
}

function faultFor({ chance, stormy, online }: WireParts, { method }: Call): Fault | null {
  if (!online()) return { kind: 'no-answer', reason: 'offline', sent: false };
  if (!chance.happens(stormy())) return null;
  const fault = chance.pick(FAULTS) ?? null;
  // A server that may be written to but not read is no passing fault: `ShopHabits` has those.
  const onlyWrites = fault?.kind === 'instead' && [400, 403, 404, 415].includes(fault.reply.status);
  return onlyWrites && method === 'GET' ? null : fault;
}

/** 4xx but 408 are said before anything is carried out, or instead of it. */
function proofOf({ status, body }: Reply): 'done' | 'not-done' | 'none' {
  if (status >= 400 && status < 500) return status === 408 ? 'none' : 'not-done';
  return status < 300 && body.endsWith('}') ? 'done' : 'none';
}

async function readCall(request: Request, origin: string): Promise<Call> {
  const url = new URL(request.url);
  if (url.origin !== origin) throw new Error(`INVARIANT: a request to ${url.origin}`);
  const authorization = request.headers.get('authorization');
  return {
    method: request.method,
    path: url.pathname,
    query: url.search,
    body: request.body === null ? '' : await request.text(),
    token: authorization?.replace('Bearer ', '') ?? null,
    key: request.headers.get('idempotency-key'),
  };
}
