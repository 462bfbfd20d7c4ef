// What was found wrong when the journal was opened, as notices that somebody has to read.
import { basename } from 'node:path';
import type { Notice } from '../../shared/ipc/shell-requests.ts';
import type { OpeningReport } from './journal.ts';

export function noticesOf({ setAside, missing, broken }: OpeningReport): Notice[] {
  const notices: Notice[] = [];
  if (setAside !== null) notices.push({ kind: 'set-aside', file: basename(setAside) });
  if (missing > 0) notices.push({ kind: 'missing', entries: missing });
  if (broken !== null) notices.push({ kind: 'broken', entry: broken.sequence });
  return notices;
}
