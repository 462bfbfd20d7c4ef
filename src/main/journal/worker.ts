// The journal's threads: the entry file of both. One owns journal.db and writes; the other only reads. Each takes one call after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { serveCalls } from '../store/thread/serve-calls.ts';
import { openInPlace } from './door.ts';
import { openReader } from './reader.ts';
import type { ThreadData } from './thread.ts';

// Both ends are built from the same sources.
const { path, reads } = workerData as ThreadData;
if (parentPort === null) throw new Error('the journal’s thread is started by the desk');
const methods = reads === null ? openInPlace({ path, timeNow: () => new Date().toISOString() }) : openReader(path, reads.witness);
serveCalls(parentPort, methods, ['close']);
