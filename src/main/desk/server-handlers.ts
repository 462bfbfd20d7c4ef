// Main's answers about the remembered servers: listed, saved, forgotten.
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { fail, ok } from '../../shared/result.ts';
import { readServerAddress } from '../http/server-address.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import { forgetServer, saveServer } from '../settings/servers.ts';

export interface ServerHandlersParts {
  readonly file: DeskFile;
  /** The base address of who is signed in, or whose session has ended over the screen; null: nobody. */
  inUse(): string | null;
  /** How many entries of the journal are not settled for this server, whoever asked for them; null: the journal cannot be asked. */
  waitingAt(address: string): number | null;
  changed(servers: RememberedServer[]): void;
}

export function createServerHandlers(parts: ServerHandlersParts): Pick<Handlers, 'servers.list' | 'servers.save' | 'servers.forget'> {
  const { file, changed } = parts;
  return {
    'servers.list': () => ok([...file.read().servers]),
    'servers.save': ({ address, ...input }) => {
      const read = readServerAddress(address, input.acceptPlainHttp);
      if (!read.ok) return read;
      const { base, exposed } = read.value;
      const acceptPlainHttp = exposed && input.acceptPlainHttp;
      const servers = saveServer(file.read().servers, base, { ...input, acceptPlainHttp });
      file.save({ servers, ...(base === file.read().server ? { acceptPlainHttp } : {}) });
      changed(servers);
      return ok(servers);
    },
    'servers.forget': ({ address }) => {
      if (parts.inUse() === address) return fail({ kind: 'server-needed', why: 'signed-in', count: 0 });
      const waiting = parts.waitingAt(address);
      // What waits there needs its server: whoever forgets the address could not find the way back to it.
      if (waiting !== 0) return fail({ kind: 'server-needed', why: waiting === null ? 'not-known' : 'waiting', count: waiting ?? 0 });
      const servers = forgetServer(file.read().servers, address);
      file.save({ servers, ...(address === file.read().server ? { server: '', username: '', acceptPlainHttp: false } : {}) });
      changed(servers);
      return ok(servers);
    },
  };
}
