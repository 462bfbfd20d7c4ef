// The whole desk without Electron: practice store as the network, keychain and desk file in memory, requests served as the page's are.
import * as v from 'valibot';
import { createDesk } from '../../../../src/main/desk.ts';
import { createServe } from '../../../../src/main/ipc/serve.ts';
import type { PracticeBehaviour } from '../../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeStore } from '../../../../src/main/practice/store.ts';
import { createSecretStore } from '../../../../src/main/session/secret-store.ts';
import type { DeskFile, Desk as Remembered } from '../../../../src/main/settings/desk-file.ts';
import { type EventName, events, type Input, type Output, type RequestName } from '../../../../src/shared/ipc/contract.ts';
import type { SessionView } from '../../../../src/shared/ipc/session-schemas.ts';
import type { Result } from '../../../../src/shared/result.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../session/memory-keychain.ts';
import { createFaultyNetwork, type FaultyNetwork } from './faulty-network.ts';
import { ORIGIN, TODAY } from './open-shop.ts';

export interface TestDesk {
  /** Asks as the page does: input and output go through the contract's schemas. */
  ask<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  restore(): Promise<void>;
  readonly store: PracticeStore;
  readonly network: FaultyNetwork;
  readonly keychain: MemoryKeychain;
  readonly file: DeskFile;
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  /** Everything that has left main: answers, events, log lines. */
  readonly told: unknown[];
  readonly log: string[];
  tick(milliseconds: number): void;
}

export interface DeskOptions {
  readonly behaviour?: Partial<PracticeBehaviour>;
  /** From the command line. */
  readonly server?: string;
  /** What an earlier start left behind. */
  readonly earlier?: TestDesk;
}

export function openDesk({ behaviour = {}, server, earlier }: DeskOptions = {}): TestDesk {
  let now = TODAY;
  let key = 0;
  const store = earlier?.store ?? createPracticeStore({ behaviour: { orders: 12, ...behaviour }, now: () => now });
  const network = createFaultyNetwork((request) => store.fetch(request));
  const keychain = earlier?.keychain ?? createMemoryKeychain();
  const file = earlier?.file ?? memoryFile();
  const told: unknown[] = [];
  const lines: string[] = [];
  const published: { name: EventName; payload: unknown }[] = [];
  const log = (line: string): void => {
    lines.push(line);
    told.push(line);
  };
  const desk = createDesk({
    network: network.fetch,
    secrets: createSecretStore(keychain, 60_000),
    file,
    server: server ?? null,
    info: { version: '0.1.0', electron: '45.4.1', platform: 'linux' },
    openPractice: () => {
      const practice = createPracticeStore({ behaviour: { orders: 5 }, now: () => now });
      const base = 'https://practice.invalid';
      return { fetch: (request) => practice.fetch(request), server: { origin: base, base, exposed: false }, ...PRACTICE_ACCOUNT };
    },
    publish: (name, payload) => {
      const checked = v.parse(events[name] as v.GenericSchema, payload);
      published.push({ name, payload: checked });
      told.push(checked);
    },
    now: () => now,
    wallClock: () => new Date(now),
    newKey: () => `key-${++key}`,
    log,
  });
  const serve = createServe({ handlers: desk.handlers, newReference: () => 'reference', log });
  return {
    ask: async (name, input) => {
      const answer = await serve(name, input);
      told.push(answer);
      // The contract's own schema has just checked it.
      return answer as Result<Output<typeof name>>;
    },
    restore: () => desk.restore(),
    store,
    network,
    keychain,
    file,
    events: published,
    told,
    log: lines,
    tick: (milliseconds) => {
      now += milliseconds;
    },
  };
}

function memoryFile(): DeskFile {
  let desk: Remembered = {
    server: '',
    username: '',
    acceptPlainHttp: false,
    settings: { theme: 'system', currency: '' },
    updateMethods: {},
  };
  return {
    read: () => desk,
    save: (change) => {
      desk = { ...desk, ...change };
      return true;
    },
  };
}

export const SIGN_IN = { server: ORIGIN, ...PRACTICE_ACCOUNT, acceptPlainHttp: false };

/** Signs in and waits for what is read then. */
export async function signIn(
  desk: TestDesk,
  account: { username: string; password: string } = PRACTICE_ACCOUNT,
): Promise<Result<SessionView>> {
  const { username, password } = account;
  const answer = await desk.ask('session.signIn', { ...SIGN_IN, username, password });
  await desk.ask('history.refresh', null);
  await desk.ask('profile.read', null);
  return answer;
}

export const SITA = {
  server: ORIGIN,
  acceptPlainHttp: false,
  username: 'sita',
  email: 'sita@mail.example',
  password: 'Mustang-4000-m',
  repeatPassword: 'Mustang-4000-m',
  firstName: 'Sita',
  lastName: 'Devi',
  phoneNumber: '9813121824',
  address: 'Godawari',
};
