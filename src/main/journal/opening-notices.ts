// What was found wrong when the journal or a history was opened, as notices that somebody has to read.
import { basename } from 'node:path';
import type { Notice } from '../../shared/ipc/shell-requests.ts';
import type { HistoryFileProblem } from '../store/door.ts';
import type { OpeningReport } from './journal.ts';

export function noticesOf({ setAside, missing, broken }: OpeningReport): Notice[] {
  const notices: Notice[] = [];
  if (setAside !== null) notices.push({ kind: 'set-aside', file: basename(setAside) });
  if (missing > 0) notices.push({ kind: 'missing', entries: missing });
  if (broken !== null) notices.push({ kind: 'broken', entry: broken.sequence });
  return notices;
}

export function historyNotice({ kind, file }: HistoryFileProblem): Notice {
  return { kind: `history-${kind}`, file: basename(file) };
}

export function isOfHistory({ kind }: Notice): boolean {
  return kind.startsWith('history-');
}
