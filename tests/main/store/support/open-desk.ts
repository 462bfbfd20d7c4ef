// The whole desk without Electron: practice store as the network, keychain and desk file in memory, requests served as the page's are.
import * as v from 'valibot';
import type { SaveFile } from '../../../../src/main/activity/export.ts';
import { createDesk, type Desk } from '../../../../src/main/desk/desk.ts';
import type { CheckSeams } from '../../../../src/main/desk/desk-check.ts';
import { createServe } from '../../../../src/main/ipc/serve.ts';
import type { WritePathParts } from '../../../../src/main/journal/write-path.ts';
import type { PracticeBehaviour } from '../../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeStore } from '../../../../src/main/practice/store.ts';
import { createSecretStore } from '../../../../src/main/session/secret-store.ts';
import type { DeskFile, Desk as Remembered } from '../../../../src/main/settings/desk-file.ts';
import type { ViewsFile } from '../../../../src/main/settings/views-file.ts';
import { BUILT_IN_VIEWS } from '../../../../src/shared/domain/built-in-views.ts';
import type { Owner } from '../../../../src/shared/domain/operation-schemas.ts';
import { NOTHING_SEEN, type Operation } from '../../../../src/shared/domain/operation-schemas.ts';
import type { PaymentStatus } from '../../../../src/shared/domain/payment.ts';
import { type EventName, events, type Input, type Output, type RequestName } from '../../../../src/shared/ipc/contract.ts';
import type { CreationOutput } from '../../../../src/shared/ipc/order-schemas.ts';
import { DEFAULT_SETTINGS, type SessionView } from '../../../../src/shared/ipc/session-schemas.ts';
import type { HistoryPlace, SavedView } from '../../../../src/shared/ipc/view-requests.ts';
import { ok, type Result } from '../../../../src/shared/result.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../session/memory-keychain.ts';
import { aShelf, type Shelf } from './a-shelf.ts';
import { aClock, aWritePath } from './a-write-path.ts';
import { createFaultyNetwork, type FaultyNetwork } from './faulty-network.ts';
import { ORIGIN, TODAY, wentWell } from './open-shop.ts';

export interface TestDesk {
  /** Asks as the page does: input and output go through the contract's schemas. */
  ask<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  restore(): Promise<void>;
  readonly store: PracticeStore;
  readonly network: FaultyNetwork;
  readonly keychain: MemoryKeychain;
  readonly file: DeskFile;
  readonly shelf: Shelf;
  readonly views: ViewsFile;
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  /** Everything that has left main: answers, events, log lines. */
  readonly told: unknown[];
  /** What main has put onto the clipboard. */
  readonly copied: string[];
  readonly log: string[];
  tick(milliseconds: number): void;
  /** Time passes, and what falls due happens: holds end, what rests is tried again. */
  pass(milliseconds: number): Promise<void>;
  readonly desk: Desk;
  /** Marks a payment as the page does, and waits for what one attempt comes to. */
  mark(payment: number, to: PaymentStatus, more?: Partial<Input<'payments.mark'>>): Promise<Operation>;
}

export interface DeskOptions {
  readonly behaviour?: Partial<PracticeBehaviour>;
  /** From the command line. */
  readonly server?: string;
  /** What an earlier start left behind, its journal aside. */
  readonly earlier?: TestDesk;
  /** Of the write path; by default a journal in memory. */
  readonly writing?: Partial<WritePathParts>;
  /** The system's save dialog; closed by the person, unless told otherwise. */
  readonly saveFile?: SaveFile;
}

/** Marks are not held unless a test saves the setting. */
export function openDesk({ behaviour = {}, server, earlier, writing = {}, saveFile = async () => ok(null) }: DeskOptions = {}): TestDesk {
  let key = 0;
  const clock = aClock(TODAY);
  const store: PracticeStore = earlier?.store ?? createPracticeStore({ behaviour: { orders: 12, ...behaviour }, now: () => clock.now() });
  const network = createFaultyNetwork((request) => store.fetch(request));
  const keychain = earlier?.keychain ?? createMemoryKeychain();
  const file = earlier?.file ?? memoryFile();
  const shelf = earlier?.shelf ?? aShelf();
  const views = earlier?.views ?? memoryViews();
  const told: unknown[] = [];
  const copied: string[] = [];
  const lines: string[] = [];
  const published: { name: EventName; payload: unknown }[] = [];
  /** The last word on each operation that was told singly, and who waits for one. */
  const moved = new Map<string, Operation>();
  const waiting = new Set<() => void>();
  const log = (line: string): void => {
    lines.push(line);
    told.push(line);
  };
  const desk = createDesk({
    network: network.fetch,
    ...NOTHING_IN_SIGHT,
    copy: async (text) => {
      told.push(text);
      copied.push(text);
    },
    secrets: createSecretStore(keychain, 60_000),
    file,
    writePath: aWritePath(clock, writing),
    after: clock.at,
    front: { isFocused: () => true, notify: () => undefined },
    saveFile,
    views,
    openFile: async () => ok(null),
    print: async () => ok(false),
    closingShown: () => undefined,
    close: () => undefined,
    random: () => 0.5,
    openHistory: shelf.open,
    server: server ?? null,
    info: { version: '0.1.0', electron: '45.4.1', platform: 'linux' },
    openPractice: () => {
      const practice = createPracticeStore({ behaviour: { orders: 5 }, now: clock.now });
      const base = 'https://practice.invalid';
      return { fetch: (request) => practice.fetch(request), server: { origin: base, base, exposed: false }, ...PRACTICE_ACCOUNT };
    },
    publish: (name, payload) => {
      const checked = v.parse(events[name] as v.GenericSchema, payload);
      published.push({ name, payload: checked });
      told.push(checked);
      if (name !== 'operation.moved') return;
      const operation = payload as Operation;
      moved.set(operation.id, operation);
      for (const look of waiting) look();
    },
    now: clock.now,
    wallClock: () => new Date(clock.now()),
    newKey: () => `key-${++key}`,
    log,
  });
  const serve = createServe({ handlers: desk.handlers, newReference: () => 'reference', log });
  const ask = async <N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>> => {
    const answer = await serve(name, input);
    told.push(answer);
    // The contract's own schema has just checked it.
    return answer as Result<Output<N>>;
  };
  return {
    ask,
    desk,
    mark: async (payment, to, more) => {
      const { id } = wentWell(await ask('payments.mark', aMark(payment, to, more)));
      const { promise, resolve } = Promise.withResolvers<Operation>();
      const look = (): void => {
        const operation = moved.get(id);
        if (operation !== undefined && operation.state.name !== 'held' && operation.state.name !== 'sending') resolve(operation);
      };
      waiting.add(look);
      look();
      return await promise.finally(() => waiting.delete(look));
    },
    restore: () => desk.restore(),
    store,
    network,
    keychain,
    file,
    shelf,
    views,
    events: published,
    told,
    copied,
    log: lines,
    tick: clock.skip,
    pass: clock.pass,
  };
}

/** The check looks through these; the practice store stands behind no socket. */
export const NOTHING_IN_SIGHT: CheckSeams = {
  sight: { proxyFor: async () => 'DIRECT', resolve: async () => ['192.0.2.1'] },
  direct: { connect: async () => ({ kind: 'open' }), handshake: async () => null, look: async () => null },
  copy: async () => undefined,
};

export function memoryFile(): DeskFile {
  let desk: Remembered = {
    server: '',
    username: '',
    acceptPlainHttp: false,
    settings: { ...DEFAULT_SETTINGS, hold: 0 },
    updateMethods: {},
    servers: [],
  };
  return {
    read: () => desk,
    save: (change) => {
      desk = { ...desk, ...change };
      return true;
    },
  };
}

export function memoryViews(): ViewsFile {
  let views: readonly SavedView[] = BUILT_IN_VIEWS;
  const places = new Map<string, HistoryPlace>();
  const key = ({ server, username }: Owner): string => JSON.stringify([server, username]);
  return {
    views: () => views,
    saveViews: (next) => {
      views = next;
    },
    place: (owner) => places.get(key(owner)) ?? null,
    savePlace: (owner, place) => {
      places.set(key(owner), place);
    },
  };
}

/** By its number alone, unless more is said. */
export function aMark(payment: number, to: PaymentStatus, more: Partial<Input<'payments.mark'>> = {}): Input<'payments.mark'> {
  return { payment, to, saw: NOTHING_SEEN, reason: null, confirmed: false, ...more };
}

/** @returns the number of what was created; anything else is a mistake of the test. */
export function created(output: CreationOutput): number {
  if (output.outcome !== 'created' || output.id === null) throw new Error(`not created: ${JSON.stringify(output)}`);
  return output.id;
}

/** A page of the journal, unfiltered. */
export const EVERY_OPERATION: Input<'operations.page'> = {
  ...{ text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null },
  ...{ offset: 0, limit: 200 },
};

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
