// What the simulation itself knows of every operation, to hold what the desk says against it.

import { lane } from '../../src/shared/domain/operation-rules.ts';
import type { Operation } from '../../src/shared/domain/operation-schemas.ts';
import { hold } from './broken.ts';
import type { Call, FakeShop, Reply } from './fake-shop.ts';

interface Account {
  /** Last state that the desk told. */
  operation: Operation;
  /** Attempts that left and of which it is not proven that they were not carried out. */
  open: number;
  /** How often a person said to send it again. */
  released: number;
}

export interface Ledger {
  readonly accounts: ReadonlyMap<string, Account>;
  /** The desk has said that it took this on. */
  acknowledged(operation: Operation): void;
  released(id: string): void;
  changed(operation: Operation): void;
  leaving(call: Call, standing: string | null): void;
  proven(call: Call, proof: 'done' | 'not-done' | 'none'): void;
  arrived(call: Call, reply: Reply): void;
  /** What must hold of all that is settled, whenever it is asked. */
  audit(): void;
}

const WRITES = new Set(['POST', 'PUT', 'PATCH']);

export function createLedger(shop: FakeShop): Ledger {
  const accounts = new Map<string, Account>();
  /** The status that the last whole reading of a payment showed this desk. */
  const read = new Map<number, string>();

  const noteRead = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) noteRead(item);
    else if ('status' in value && 'id' in value && typeof value.id === 'number') read.set(value.id, String(value.status));
    if ('payments' in value) noteRead(value.payments);
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
    const made = commit === undefined ? undefined : accounts.get(commit.key)?.operation;
    const same = made !== undefined && lane(made.owner, made.wish) === lane(operation.owner, wish);
    hold(same, `done is said of ${wish.kind}, but the server has made no such thing`);
    hold(state.how === 'found' || commit?.key === id, 'an answer was taken for that of another operation');
  };

  return {
    accounts,
    acknowledged: (operation) => {
      if (!accounts.has(operation.id)) accounts.set(operation.id, { operation, open: 0, released: 0 });
    },
    released: (id) => {
      const account = accounts.get(id);
      if (account !== undefined) account.released += 1;
    },
    changed: (operation) => {
      const account = accounts.get(operation.id);
      if (account === undefined) accounts.set(operation.id, { operation, open: 0, released: 0 });
      else account.operation = operation;
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
      const { wish, owner, saw } = account.operation;
      hold(call.token?.startsWith(`access-${owner.username}-`) === true, `an operation of ${owner.username} left under ${call.token}`);
      if (wish.kind === 'mark') {
        const known = read.get(wish.payment);
        const readable = shop.habits.readPayment || (shop.habits.embeds && saw.order !== null);
        hold(
          !readable || known === (saw.status ?? 'pending') || known === wish.to,
          `a mark left over ${known}, where ${saw.status} was seen`,
        );
      } else {
        hold(account.open <= account.released, 'a creation left again without a person’s word');
      }
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
      for (const [id, { operation, released }] of accounts) {
        const made = writes.get(id) ?? 0;
        const { name } = operation.state;
        if (operation.wish.kind !== 'mark') hold(made <= 1 + released, `${made} writes of one creation with ${released} words of a person`);
        if (name === 'undone' || name === 'refused') hold(made === 0, `${name}, but carried out by the server`);
      }
    },
  };
}
