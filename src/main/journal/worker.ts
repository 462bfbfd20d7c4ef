// The thread that owns journal.db: the entry file of a worker. Takes one call after the other and answers each.
import { parentPort, workerData } from 'node:worker_threads';
import { openInPlace } from './door.ts';
import { serveCalls } from './serve-calls.ts';

const path: unknown = workerData;
if (parentPort === null || typeof path !== 'string') throw new Error('the journal’s thread is started with the path of its file');
serveCalls(parentPort, openInPlace({ path, timeNow: () => new Date().toISOString() }));
