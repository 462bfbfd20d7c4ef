// Where the sign-in form begins, and what a sign-in leaves behind for the next one.
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { readServerAddress } from '../http/server-address.ts';
import type { LastSignIn } from '../session/session-parts.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import { rememberSignIn } from '../settings/servers.ts';

export interface LastSignInParts {
  readonly file: DeskFile;
  /** From the command line; stands before the remembered address. */
  readonly given: string | null;
  /** Told of the remembered servers when a sign-in has changed them. */
  changed(servers: RememberedServer[]): void;
}

const DEFAULT_SERVER = 'http://127.0.0.1:8000';

export function createLastSignIn({ file, given, changed }: LastSignInParts): {
  readLast(): LastSignIn;
  saveLast(last: LastSignIn): void;
} {
  return {
    readLast: () => {
      const { server, username, acceptPlainHttp } = file.read();
      if (given === null || given === server) return { server: server || DEFAULT_SERVER, username, acceptPlainHttp };
      const read = readServerAddress(given, true);
      // The address stands in the form; who signs in there is for the person to say, and a yes to plain http only where it was given.
      const known = file.read().servers.find(({ address }) => read.ok && address === read.value.base);
      return { server: given, username: '', acceptPlainHttp: known?.acceptPlainHttp ?? false };
    },
    saveLast: (last) => {
      const servers = rememberSignIn(file.read().servers, last);
      file.save({ ...last, servers });
      changed(servers);
    },
  };
}
