// Who sits at the desk: everything that is built for them when they sign in, and left when they go.
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import type { Result } from '../../shared/result.ts';
import { localZone } from '../activity/local-day.ts';
import { type Batches, createBatches } from '../bulk/batches.ts';
import type { Connection } from '../http/connection.ts';
import { createKeptMarks, type KeptMarks } from '../journal/kept-marks.ts';
import type { Operations, OperationsChange } from '../journal/operations.ts';
import { createMethodMemory } from '../payments/method-memory.ts';
import type { HistoryFileProblem } from '../store/door.ts';
import { type AttendParts, type Attention, attend } from './attend.ts';
import { firstRowsDrawn } from './first-rows.ts';
import { createHistories, type Histories, type HistoriesParts } from './histories.ts';
import { createIdentity, type Identity } from './identity.ts';

export interface Sitting {
  identity(): Identity | null;
  owner(): Owner | null;
  batches(): Batches | null;
  attention(): Attention | null;
  /** How many of this person's marks waited already when they signed in and have begun to go out. */
  goneOn(): number;
  /** Somebody else sits down, or nobody (null): then whoever was here has signed out, or makes room. */
  change(connection: Connection | null): void;
  /** What was to be erased when somebody left. @returns false: it is still on this computer. */
  left(): Promise<boolean>;
  /** Somebody is about to sit down again: their history is opened meanwhile. */
  foresee: Histories['foresee'];
  /** Whoever was foreseen has not come. */
  forget(): Promise<boolean>;
  /** Paydesk closes: nothing more is begun for anybody. */
  stop(): void;
  /** When what was put has been put. */
  close(): Promise<void>;
}

export interface SittingParts extends HistoriesParts, Omit<AttendParts, 'identity'> {
  /** Where the marks of whoever uses this connection go. */
  operations(connection: Connection): Result<Operations>;
  wallClock(): Date;
  named(name: string): void;
  /** Something of what the page shows of the desk, or of its history, is another. */
  changed(): void;
  historyChanged(): void;
  moved(change: OperationsChange): void;
  /** What was wrong with the file of this history. */
  noticed(problem: HistoryFileProblem): void;
}

export function createSitting(parts: SittingParts): Sitting {
  const { file } = parts;
  const histories = createHistories(parts);
  let identity: Identity | null = null;
  let left: Promise<boolean> = Promise.resolve(true);
  let batches: Batches | null = null;
  let attention: Attention | null = null;
  let kept: KeptMarks = createKeptMarks([]);
  let stopHearing = (): void => undefined;

  const ownerOf = ({ server, username }: Connection): Owner => ({ server: server.base, username });
  const owner = (): Owner | null => (identity === null ? null : ownerOf(identity.connection));
  /** On a shared computer the next one is somebody else. */
  const erases = (): boolean => !file.read().settings.keepHistory;

  const heard = (change: OperationsChange): void => {
    if (change.kind === 'operation') kept.moved(change.operation);
    parts.moved(change);
  };

  const leave = (erase: boolean): void => {
    stopHearing();
    stopHearing = () => undefined;
    batches?.stop();
    batches = null;
    attention?.stop();
    attention = null;
    if (identity !== null) {
      left = identity.leave(erase).then((done) => done || !erase);
      histories.leaving(left);
    }
    identity = null;
  };

  const sit = (connection: Connection): void => {
    const operations = parts.operations(connection);
    kept = createKeptMarks(operations.ok ? operations.value.unsettled() : []);
    const own = createIdentity({
      connection,
      operations,
      methods: createMethodMemory(file, connection),
      timeNow: () => parts.wallClock().toISOString(),
      named: (name) => (identity === own ? parts.named(name) : undefined),
      historyChanged: () => (identity === own ? parts.historyChanged() : undefined),
      door: histories.take(connection),
      asking: () => ({ now: parts.wallClock().getTime(), zone: file.read().settings.timeZone || localZone() }),
      trouble: (problem) => (identity === own ? parts.noticed(problem) : undefined),
      log: parts.log,
    });
    identity = own;
    if (operations.ok) {
      stopHearing = operations.value.subscribe(heard);
      const now = (): number => parts.wallClock().getTime();
      batches = createBatches({ ...parts, operations: operations.value, owner: ownerOf(connection), now });
    }
    attention = attend({ ...parts, identity: own });
    // Reading a history takes all that the computer has: what is kept of it here is drawn first.
    void firstRowsDrawn(own.book, parts.after).then(attention.begin);
    void own.profile.read();
  };

  return {
    identity: () => identity,
    owner,
    batches: () => batches,
    attention: () => attention,
    goneOn: () => kept.goneOn(owner()),
    change: (connection) => {
      // Whoever signs out leaves for nobody, and so does whose place somebody else takes: a session that the server ends keeps what is stored.
      leave(connection === null && erases());
      if (connection !== null) sit(connection);
      else {
        const erase = erases();
        const foreseen = histories.drop(erase).then((done) => done || !erase);
        left = Promise.all([left, foreseen]).then((all) => all.every(Boolean));
        histories.leaving(left);
      }
    },
    left: () => left,
    foresee: histories.foresee,
    forget: () => histories.drop(false),
    stop: () => attention?.stop(),
    close: async () => {
      await Promise.all([histories.drop(false), identity?.leave(false)]);
    },
  };
}
