// The history's thread: the entry file. It owns the history file and the index; main hears of every change.
import { parentPort, workerData } from 'node:worker_threads';
import type { HistoryDoor } from './door.ts';
import type { HistoryThreadData } from './history-thread.ts';
import { openHistoryInPlace } from './open-history.ts';
import { serveCalls } from './thread/serve-calls.ts';
import type { Reply } from './thread/thread-calls.ts';

// Both ends are built from the same sources.
const { path } = workerData as HistoryThreadData;
const port = parentPort;
if (port === null) throw new Error('the history’s thread is started by the desk');
const door = openHistoryInPlace(path);
const tell = (topic: string, told: unknown): void => port.postMessage({ topic, told } satisfies Reply);
const open: () => ReturnType<HistoryDoor['open']> = () =>
  door.open(
    (summary) => tell('changed', summary),
    (problem) => tell('trouble', problem),
  );
serveCalls(port, { ...door, open }, ['close', 'erase']);
