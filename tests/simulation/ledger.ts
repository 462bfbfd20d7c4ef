// What the simulation itself knows of every operation, to hold what the desk says against it.
import { isSettled } from '../../src/shared/domain/operation.ts';

import { AGE_LIMIT, lane, likeness } from '../../src/shared/domain/operation-rules.ts';
import type { Operation } from '../../src/shared/domain/operation-schemas.ts';
import { hold } from './broken.ts';
import type { Call, FakeShop, Reply } from './fake-shop.ts';
import type { VirtualClock } from './virtual-clock.ts';

interface Account {
  /** Last state that the desk told. */
  operation: Operation;
  /** Attempts that left and of which it is not proven that they were not carried out. */
  open: number;
  /** How often a person said to send it again. */
  released: number;
  /** Somebody has said to send it now. */
  hurried: boolean;
  /** What readings of the payment may have been the last one when the desk decided to send. */
  known: readonly string[];
}

export interface Ledger {
  readonly accounts: ReadonlyMap<string, Account>;
  /** The desk has said that it took this on. */
  acknowledged(operation: Operation): void;
  released(id: string): void;
  hurried(id: string): void;
  changed(operation: Operation): void;
  leaving(call: Call, standing: string | null): void;
  proven(call: Call, proof: 'done' | 'not-done' | 'none'): void;
  arrived(call: Call, reply: Reply): void;
  /** What must hold of all that is settled, whenever it is asked. */
  audit(): void;
}

const WRITES = new Set(['POST', 'PUT', 'PATCH']);

/** Milliseconds in which a request may find its way, with renewals of tokens and lost answers. */
const SLACK = 600_000;
/** Milliseconds that the journal takes at most: what was read meanwhile for something else came too late. */
const COMMIT_TIME = 12;

export function createLedger(shop: FakeShop, { now, awake }: VirtualClock): Ledger {
  const accounts = new Map<string, Account>();
  /** What whole readings of payments have shown this desk, newest first. */
  const read = new Map<number, { readonly at: number; readonly status: string }[]>();

  const noteRead = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) noteRead(item);
    else if ('status' in value && 'id' in value && typeof value.id === 'number')
      read.set(value.id, [{ at: awake(), status: String(value.status) }, ...(read.get(value.id) ?? [])]);
    if ('payments' in value) noteRead(value.payments);
  };

  const knownOf = ({ wish }: Operation): readonly string[] => {
    const all = wish.kind === 'mark' ? (read.get(wish.payment) ?? []) : [];
    const before = all.findIndex(({ at }) => at < awake() - COMMIT_TIME);
    return (before === -1 ? all : all.slice(0, before + 1)).map(({ status }) => status);
  };

  const open = (operation: Operation): Account => {
    const account = accounts.get(operation.id) ?? { operation, open: 0, released: 0, hurried: false, known: [] };
    accounts.set(operation.id, account);
    return account;
  };

  /** Whether an earlier one in its lane has not ended. */
  const isBehind = ({ owner, wish, sequence }: Operation): boolean => {
    const own = lane(owner, wish);
    const others = [...accounts.values()].map(({ operation }) => operation);
    return others.some((other) => other.sequence < sequence && !isSettled(other.state) && lane(other.owner, other.wish) === own);
  };

  const commitsOf = (id: string): number => shop.commits.filter(({ key }) => key === id).length;

  const checkDone = (operation: Operation): void => {
    const { wish, state, id } = operation;
    if (state.name !== 'done') return;
    if (wish.kind === 'mark') {
      const past = shop.payments.get(wish.payment)?.past ?? [];
      const since = Date.parse(operation.askedAt);
      const stood = past.some((entry, index) => entry.status === wish.to && (past[index + 1]?.at ?? Number.POSITIVE_INFINITY) >= since);
      hold(stood, `done is said of a mark, but payment ${wish.payment} never was ${wish.to}`);
      return;
    }
    const commit = shop.commits.find(({ kind, number }) => kind === wish.kind && number === state.number);
    const maker = accounts.get(commit?.key ?? '');
    hold(maker !== undefined && isLike(maker.operation, operation), `done is said of ${wish.kind}, but the server has made no such thing`);
    // A person has said of another one that it was not done, or that it be sent again: then what it made may be found by this one.
    const orphan = maker !== undefined && (maker.released > 0 || ['not-done', 'decided'].includes(maker.operation.state.name));
    hold(commit?.key === id || (state.how === 'found' && orphan), `${wish.kind} was taken for that of another operation`);
  };

  const checkLeaving = (account: Account, call: Call): void => {
    const { wish, owner, saw, askedAt } = account.operation;
    const unasked = account.released === 0 && !account.hurried;
    hold(!unasked || now() - Date.parse(askedAt) <= AGE_LIMIT + SLACK, 'a write left a day after it was asked for');
    hold(!isBehind(account.operation), 'a write left while an earlier one of the kind was not settled');
    hold(call.token?.startsWith(`access-${owner.username}-`) === true, `an operation of ${owner.username} left under ${call.token}`);
    if (wish.kind === 'mark') {
      const { known } = account;
      const readable = shop.habits.readPayment || (shop.habits.embeds && saw.order !== null);
      hold(!readable || known.includes(saw.status ?? 'pending'), `${call.key}: a mark left over ${known}, where ${saw.status} was seen`);
    } else {
      hold(account.open <= account.released, 'a creation left again without a person’s word');
    }
  };

  return {
    accounts,
    acknowledged: open,
    released: (id) => {
      const account = accounts.get(id);
      if (account !== undefined) account.released += 1;
    },
    hurried: (id) => {
      const account = accounts.get(id);
      if (account !== undefined) account.hurried = true;
    },
    changed: (operation) => {
      const account = open(operation);
      account.operation = operation;
      if (operation.state.name === 'sending') account.known = knownOf(operation);
      checkDone(operation);
      if (operation.state.name === 'refused')
        hold(commitsOf(operation.id) === 0, `refused is said of ${operation.wish.kind}, but the server has carried it out`);
    },
    leaving: (call, standing) => {
      if (!WRITES.has(call.method) || call.path === '/api/token/refresh/') return;
      hold(call.key !== null && standing === 'sending', `a write left while the journal said ${standing}`);
      const account = accounts.get(call.key ?? '');
      hold(account !== undefined, 'a write left that nobody asked for');
      if (account === undefined) return;
      checkLeaving(account, call);
      account.open += 1;
    },
    proven: (call, proof) => {
      const account = accounts.get(call.key ?? '');
      if (account !== undefined && proof === 'not-done') account.open -= 1;
    },
    arrived: (call, reply) => {
      if (call.method !== 'GET' && call.key === null) return;
      try {
        const value: unknown = JSON.parse(reply.body);
        noteRead(typeof value === 'object' && value !== null && 'results' in value ? value.results : value);
      } catch {
        return;
      }
    },
    audit: () => {
      const writes = new Map<string, number>();
      for (const { key } of shop.commits) writes.set(key, (writes.get(key) ?? 0) + 1);
      const taken = new Set<string>();
      for (const [id, account] of accounts) {
        checkWrites(account, writes.get(id) ?? 0);
        checkClaim(account.operation, taken);
      }
    },
  };
}

function isLike(a: Operation, b: Operation): boolean {
  return likeness(a.owner, a.wish) === likeness(b.owner, b.wish);
}

function checkWrites({ operation: { wish, state }, released }: Account, made: number): void {
  if (wish.kind !== 'mark') hold(made <= 1 + released, `${made} writes of one creation with ${released} words of a person`);
  if (state.name === 'undone' || state.name === 'refused') hold(made === 0, `${state.name}, but carried out by the server`);
}

function checkClaim({ wish, state }: Operation, taken: Set<string>): void {
  if (state.name !== 'done' || wish.kind === 'mark') return;
  const claim = `${wish.kind} ${state.number}`;
  hold(!taken.has(claim), 'two operations say that they made the same thing');
  taken.add(claim);
}
