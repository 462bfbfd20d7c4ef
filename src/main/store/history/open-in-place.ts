// The history's door without a thread: what the worker serves, and what tests and the practice store use. A file that turns out to be broken is
// set aside while it is open, too.
import type { HistoryDoor, HistoryFileProblem, Summary } from '../door.ts';
import { IN_MEMORY, openDatabase, removeDatabase, setAside, troubleOf } from './database.ts';
import { createHistory, type History, type HistoryParts } from './history.ts';
import { createReadings, type Readings } from './readings.ts';

export interface PlaceParts extends Pick<HistoryParts, 'createIndex' | 'loadIndex' | 'createScanner' | 'later'> {
  /** `:memory:` for one that is gone when it is closed. */
  readonly path: string;
}

interface Opened {
  readonly history: History;
  readonly readings: Readings;
}

export function openInPlace(parts: PlaceParts): HistoryDoor {
  const { path } = parts;
  let opened: Opened | null = null;
  let tell = (_summary: Summary): void => undefined;
  let trouble = (_problem: HistoryFileProblem): void => undefined;

  const openFile = (): Opened => {
    const database = openDatabase(path);
    try {
      const history: History = createHistory(database, {
        ...parts,
        changed: () => tell(history.summary()),
        trouble: (problem) => trouble(problem),
      });
      return { history, readings: createReadings(history) };
    } catch (thrown) {
      database.db.close();
      throw thrown;
    }
  };

  /** @returns the problem, where it is the file that is broken and another one stands in its place. */
  const renew = (thrown: unknown): HistoryFileProblem | null => {
    if (troubleOf(thrown) !== 'damaged' || path === IN_MEMORY) return null;
    const former = opened?.history;
    if (former?.file.db.isOpen === true) former.file.db.close();
    const aside = setAside(path);
    if (aside === null) return null;
    opened = openFile();
    // What was told in answer to marks is worth more than the file.
    opened.history.carry(former?.told() ?? []);
    return { kind: 'set-aside', file: aside };
  };

  const run = async <T>(work: (own: Opened) => T | Promise<T>): Promise<T> => {
    const own = opened;
    if (own === null) throw new Error('the history is closed');
    try {
      return await work(own);
    } catch (thrown) {
      const problem = opened === own ? renew(thrown) : null;
      if (problem === null || opened === null) throw thrown;
      trouble(problem);
      tell(opened.history.summary());
      return await work(opened);
    }
  };
  const read = <N extends keyof Readings>(name: N): HistoryDoor[N] =>
    ((...input: Parameters<Readings[N]>) =>
      run(({ readings }) =>
        (readings[name] as (...given: Parameters<Readings[N]>) => ReturnType<Readings[N]>)(...input),
      )) as HistoryDoor[N];

  const close = async (erase: boolean): Promise<void> => {
    const own = opened;
    opened = null;
    await own?.history.close(erase);
  };

  return {
    open: async (changed, troubled) => {
      tell = changed;
      trouble = troubled ?? trouble;
      try {
        opened = openFile();
        return opened.history.opening();
      } catch (thrown) {
        const problem = renew(thrown);
        if (problem === null || opened === null) throw thrown;
        return { ...(opened as Opened).history.opening(), problem };
      }
    },
    close: () => close(false),
    erase: async () => {
      await close(true);
      if (path !== IN_MEMORY) removeDatabase(path);
    },
    putOrder: (order, asked) => run(({ history }) => history.change((book) => book.putOrder(order, asked))),
    putPayment: (payment, asked, arrived) => run(({ history }) => history.change((book) => book.putPayment(payment, asked, arrived))),
    remember: (payments) => run(({ history }) => history.change((book) => book.remember(payments))),
    beginPull: (start) => run(({ history }) => history.beginPull(start)),
    pageBytes: (page, bytes) => run(({ history }) => history.pageBytes(page, bytes)),
    endPage: (page, contentType) => run(({ history }) => history.endPage(page, contentType)),
    finishPull: (asOf, etag) => run(({ history }) => history.finishPull(asOf, etag)),
    dropPull: () => run(({ history }) => history.dropPull()),
    confirm: (asOf) => run(({ history }) => history.confirm(asOf)),
    window: read('window'),
    position: read('position'),
    numbers: read('numbers'),
    counts: read('counts'),
    row: read('row'),
    orders: read('orders'),
    payments: read('payments'),
    pending: read('pending'),
    pendingNumbers: read('pendingNumbers'),
    pendingRow: read('pendingRow'),
    arrivals: read('arrivals'),
    insights: read('insights'),
    unreadable: read('unreadable'),
    csv: read('csv'),
  };
}
