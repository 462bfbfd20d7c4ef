// The update method of each server as this desk has learned it, kept in the desk file.
import type { Connection } from '../http/connection.ts';
import { isUpdateMethod } from './update-method.ts';
import type { MethodMemory } from './update-payment.ts';

/** By the server's base address. */
interface Kept {
  readonly updateMethods: Readonly<Record<string, string>>;
}

interface MethodFile {
  read(): Kept;
  save(change: { updateMethods: Record<string, string> }): unknown;
}

export function createMethodMemory(file: MethodFile, { practice, server }: Pick<Connection, 'practice' | 'server'>): MethodMemory {
  // The practice store is new at every start: what it takes is learned anew and not written down.
  let own: string | undefined = practice ? undefined : file.read().updateMethods[server.base];
  return {
    read: () => (isUpdateMethod(own) ? own : null),
    save: (method) => {
      if (own === method) return;
      own = method;
      if (!practice) file.save({ updateMethods: { ...file.read().updateMethods, [server.base]: method } });
    },
  };
}
