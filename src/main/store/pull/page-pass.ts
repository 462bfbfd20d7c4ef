// One pass over a page's bytes, taken as UTF-8: its rows are told as they come, and at the end what stood around them.

import { readPageLinks } from '../../http/page-links.ts';
import { isRecord } from '../../http/read-error.ts';
import type { PageEnd } from '../door.ts';
import { createEnvelopeReader } from './envelope-reader.ts';
import { isBlank, LIST, RECORD } from './json-bytes.ts';
import { createRowCutter, type TellRow } from './row-cutter.ts';

export interface PagePass {
  write(bytes: Uint8Array): void;
  rows(): number;
  /** Nothing that comes can mend it. */
  broken(): boolean;
  /** `unclear`: no JSON in UTF-8, or JSON that only parsing all of it can tell. */
  end(): PageEnd | 'unclear';
}

export function createPagePass(tell: TellRow): PagePass {
  const cutter = createRowCutter(tell);
  const envelope = createEnvelopeReader();
  let kind: 'list' | 'record' | null = null;
  let broken = false;

  /** Blanks alone may stand there. */
  const around = (bytes: Uint8Array, at: number): number => {
    let next = at;
    while (next < bytes.length && isBlank(bytes[next] as number)) next += 1;
    return next;
  };

  const begin = (bytes: Uint8Array): number => {
    const at = around(bytes, 0);
    const first = bytes[at];
    if (first === undefined) return at;
    kind = first === LIST ? 'list' : first === RECORD ? 'record' : null;
    broken = kind === null;
    return kind === 'list' ? at + 1 : at;
  };

  const list = (bytes: Uint8Array, at: number): void => {
    const next = cutter.state() === 'inside' ? cutter.cut(bytes, at) : at;
    if (cutter.state() === 'broken' || around(bytes, next) < bytes.length) broken = true;
  };

  const record = (bytes: Uint8Array, at: number): void => {
    let next = at;
    while (next < bytes.length && !broken) {
      if (!envelope.atRows()) next = envelope.read(bytes, next);
      else {
        next = cutter.cut(bytes, next);
        if (cutter.state() === 'ended') envelope.closeRows();
        broken = cutter.state() === 'broken';
      }
    }
  };

  return {
    write: (bytes) => {
      if (broken) return;
      const at = kind === null ? begin(bytes) : 0;
      if (broken || kind === null) return;
      if (kind === 'list') list(bytes, at);
      else record(bytes, at);
    },
    rows: cutter.rows,
    broken: () => broken,
    end: () => {
      const rows = cutter.rows();
      if (broken || kind === null) return 'unclear';
      if (kind === 'list') return cutter.state() === 'ended' ? { kind: 'page', rows, count: rows, next: null } : 'unclear';
      const value = envelope.value();
      return value === 'unclear' ? 'unclear' : pageOf(value, rows);
    },
  };
}

/** @param envelope with `results`, whose rows may have been left out. */
export function pageOf(envelope: unknown, rows: number): PageEnd {
  const links = isRecord(envelope) && Array.isArray(envelope['results']) ? readPageLinks(envelope) : null;
  return links === null ? { kind: 'not-a-list' } : { kind: 'page', rows, ...links };
}
