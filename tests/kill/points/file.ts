// Crash points inside SQLite's own work, on a desk of their own: a checkpoint that has begun and not ended, and the first making of the
// tables. They last milliseconds, so the app is watched without a pause, stopped, looked at, and only killed where it really stands there.
import { freeze, thaw } from '../os-processes.ts';
import { type LogIndex, logSize, openLogIndex } from '../outside.ts';
import { claim, type Scene } from '../scene.ts';
import { type Kill, Overshot, type Point } from './point.ts';

/** Milliseconds. */
const LONGEST_WATCH = 8_000;

/**
 * Watches without a pause, in this thread: nothing else of this process runs meanwhile.
 * @returns whether the process stands there now, stopped; otherwise it runs on.
 */
function stopWhere(
  pid: number,
  folder: string,
  isThere: (index: LogIndex | null) => boolean,
  isPast: (index: LogIndex | null) => boolean,
): boolean {
  const index = openLogIndex(folder);
  try {
    for (const until = Date.now() + LONGEST_WATCH; Date.now() < until; ) {
      const seen = index.read();
      if (isPast(seen)) return false;
      if (!isThere(seen)) continue;
      freeze(pid);
      // Between the look and the stop it may have gone on.
      if (isThere(index.read())) return true;
      thaw(pid);
      return false;
    }
    return false;
  } finally {
    index.close();
  }
}

/** More than fill what is left of the log. */
const MARKS = 60;
/** Seconds. Nothing is sent meanwhile. */
const HOLD = 10;

/** Pages are being copied from the log to the file, after a commit. Needs a journal whose log is about to be full. */
export const midCheckpoint: Point = {
  name: 'mid-checkpoint',
  ownDesk: true,
  reach: async (scene: Scene): Promise<Kill> => {
    const { app, folder } = scene;
    await scene.hold(HOLD);
    // Whoever opens a journal after a crash notes the whole log as attempted; a checkpoint attempts more.
    const opened = readLogIndex(folder)?.attempted ?? 0;
    for (const wish of scene.marks(MARKS)) scene.ask(wish);
    const begun = (index: LogIndex | null): boolean => index !== null && index.attempted > opened;
    const ended = (index: LogIndex | null): boolean => begun(index) && index?.copied === index?.attempted;
    const there = stopWhere(
      app.pid,
      folder,
      (index) => begun(index) && !ended(index),
      (index) => ended(index),
    );
    if (!there) throw new Overshot();
    claim(scene.count('asked') > 0, 'the commit before the checkpoint is there');
    return { whole: true, aftermath: 'dropped' };
  },
};

function readLogIndex(folder: string): LogIndex | null {
  const index = openLogIndex(folder);
  const read = index.read();
  index.close();
  return read;
}

/** The log has begun to fill with the new tables, and nobody can see them yet. @returns whether it stands there, stopped. */
export function stopMidMigration(pid: number, folder: string): boolean {
  return stopWhere(
    pid,
    folder,
    (index) => index?.published === 0 && logSize(folder) > 0,
    (index) => index !== null && index.published > 0,
  );
}
