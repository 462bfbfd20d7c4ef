// Saves what this desk did where the person wants it: a selection as a spreadsheet, or the whole journal as it was written.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { ExportOutput, OperationsFilter } from '../../shared/ipc/activity-requests.ts';
import { dayOf } from '../../shared/local-time.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Operations } from '../journal/operations.ts';
import { HEAD, operationRow } from './operation-row.ts';
import { readOperations } from './read-operations.ts';

/** What app/save-file takes. */
export interface FileToSave {
  readonly name: string;
  readonly type: string;
  readonly extension: string;
  readonly chunks: AsyncIterable<Result<string | Uint8Array>>;
}

/** Where it was saved; null when the person closed the dialog. */
export type SaveFile = (file: FileToSave) => Promise<Result<string | null>>;

export interface Exports {
  /** A spreadsheet of just these. Once it is saved they count as exported. */
  exportOperations(operations: readonly Operation[], name: string): Promise<Result<ExportOutput>>;
  /** All of this server that match, newest first, whatever happens meanwhile. */
  exportActivity(operations: Operations, server: string, filter: OperationsFilter): Promise<Result<ExportOutput>>;
  exportJournal(operations: Operations): Promise<Result<ExportOutput>>;
  /** Operations that somebody has saved with `exportOperations` since Paydesk was opened: they are no longer on this desk alone. */
  readonly exported: ReadonlySet<string>;
}

export interface ExportsParts {
  readonly saveFile: SaveFile;
  wallClock(): Date;
}

export function createExports({ saveFile, wallClock }: ExportsParts): Exports {
  const exported = new Set<string>();

  /** @param lines each as one line of the file: an error ends it. */
  const save = async (name: string, kind: FileKind, head: string, lines: Lines): Promise<Result<ExportOutput>> => {
    let entries = 0;
    async function* chunks(): AsyncIterable<Result<string>> {
      entries = 0;
      yield ok(head);
      for await (const some of lines()) {
        if (some.ok) entries += some.value.length;
        yield some.ok ? ok(some.value.join('')) : some;
      }
    }
    const saved = await saveFile({ name: `paydesk-${name}-${dayOf(wallClock())}.${kind.extension}`, ...kind, chunks: chunks() });
    return saved.ok ? ok({ saved: saved.value, entries: saved.value === null ? 0 : entries }) : saved;
  };

  return {
    exported,
    exportOperations: async (operations, name) => {
      const saved = await save(name, SHEET, HEAD, async function* () {
        yield ok(operations.map(operationRow));
      });
      if (saved.ok && saved.value.saved !== null) for (const { id } of operations) exported.add(id);
      return saved;
    },
    exportActivity: (operations, server, filter) => save('activity', SHEET, HEAD, () => rowsOf(operations, server, filter)),
    exportJournal: (operations) => save('journal', LINES, '', operations.lines),
  };
}

interface FileKind {
  readonly type: string;
  readonly extension: string;
}

type Lines = () => AsyncIterable<Result<readonly string[]>>;

const SHEET: FileKind = { type: 'Spreadsheet (CSV)', extension: 'csv' };
const LINES: FileKind = { type: 'JSON lines', extension: 'jsonl' };

async function* rowsOf(operations: Operations, server: string, filter: OperationsFilter): AsyncIterable<Result<readonly string[]>> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
  for await (const some of readOperations(operations, { ...given, server })) yield some.ok ? ok(some.value.map(operationRow)) : some;
}
