// A history with all that it works with: over its file, or in memory.
import { readQuery } from '../../shared/domain/query/parse-query.ts';
import { createOrderIndex, loadIndex } from './columns/create-index.ts';
import type { HistoryDoor } from './door.ts';
import { openInPlace } from './history/open-in-place.ts';
import { createPageScanner } from './pull/page-scanner.ts';

/** Milliseconds after a pull: whoever waited for it has seen its first rows. */
const QUIET = 2_000;

/** @param path `:memory:` for one that is gone when it is closed. */
export function openHistoryInPlace(path: string): HistoryDoor {
  return openInPlace({
    path,
    createIndex: () => createOrderIndex(readQuery),
    loadIndex: (parts) => loadIndex(parts, readQuery),
    createScanner: createPageScanner,
    later: (work) => void setTimeout(work, QUIET).unref(),
  });
}
