// What this desk remembers between starts, in one small file: last sign-in, settings, learned update methods. Nothing secret.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { DEFAULT_SETTINGS, settings } from '../../shared/ipc/session-schemas.ts';
import { readServers, rememberSignIn } from './servers.ts';

/** Setting by setting: an older Paydesk did not know all of them. */
const { entries } = settings;
const keptSettings = v.object({
  theme: v.fallback(entries.theme, DEFAULT_SETTINGS.theme),
  currency: v.fallback(entries.currency, DEFAULT_SETTINGS.currency),
  hold: v.fallback(entries.hold, DEFAULT_SETTINGS.hold),
  confirmAbove: v.fallback(entries.confirmAbove, DEFAULT_SETTINGS.confirmAbove),
  letterKeys: v.fallback(entries.letterKeys, DEFAULT_SETTINGS.letterKeys),
  notifications: v.fallback(entries.notifications, DEFAULT_SETTINGS.notifications),
  keepHistory: v.fallback(entries.keepHistory, DEFAULT_SETTINGS.keepHistory),
  timeZone: v.fallback(entries.timeZone, DEFAULT_SETTINGS.timeZone),
});

const deskSchema = v.object({
  /** The last sign-in. */
  server: v.fallback(v.string(), ''),
  username: v.fallback(v.string(), ''),
  acceptPlainHttp: v.fallback(v.boolean(), false),
  settings: v.fallback(keptSettings, DEFAULT_SETTINGS),
  /** By the server's base address. */
  updateMethods: v.fallback(v.record(v.string(), v.string()), {}),
});
export type Desk = v.InferOutput<typeof deskSchema> & { readonly servers: readonly RememberedServer[] };

export interface DeskFile {
  read(): Desk;
  /** @returns false when it could not be written; then it holds until Paydesk closes. */
  save(change: Partial<Desk>): boolean;
}

/** A damaged or missing file gives the defaults, field by field: a broken memory must not keep anybody from working. */
export function createDeskFile(path: string, log: (line: string) => void): DeskFile {
  let desk = readDesk(path, log);
  return {
    read: () => desk,
    save: (change) => {
      desk = { ...desk, ...change };
      try {
        mkdirSync(dirname(path), { recursive: true });
        // Renaming is atomic: a crash leaves the old file or the new one, never half of one.
        writeFileSync(`${path}.new`, `${JSON.stringify(desk, null, 2)}\n`);
        renameSync(`${path}.new`, path);
        return true;
      } catch (thrown) {
        log(`desk file not written: ${thrown instanceof Error ? thrown.message : 'no reason given'}`);
        return false;
      }
    },
  };
}

function readDesk(path: string, log: (line: string) => void): Desk {
  let text = '{}';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    log('no desk file yet: starting with the defaults');
  }
  const json = readJson(text, log);
  const read = v.parse(deskSchema, json);
  const servers = readServers('servers' in json ? json.servers : [], log);
  // An older Paydesk remembered its last sign-in alone.
  return { ...read, servers: servers.some(({ address }) => address === read.server) ? servers : rememberSignIn(servers, read) };
}

function readJson(text: string, log: (line: string) => void): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    log('the desk file is damaged: starting with the defaults');
  }
  return {};
}
