// The servers that this desk remembers, as main tells them.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RememberedServer, SaveServerInput } from '../../shared/ipc/server-schemas.ts';
import type { Result } from '../../shared/result.ts';
import type { Client } from '../bridge.ts';

interface ServersState {
  /** null until main has told them. */
  readonly servers: readonly RememberedServer[] | null;
  /** @returns the stop */
  follow(): () => void;
  save(input: SaveServerInput): Promise<Result<unknown>>;
  /** Its marks and the journal are main's business: it refuses where something waits. */
  forget(address: string): Promise<Result<unknown>>;
}

export type ServersStore = StoreApi<ServersState>;

export function createServersStore(client: Client): ServersStore {
  return createStore<ServersState>((set, get) => {
    const keep = (result: Result<RememberedServer[]>) => {
      if (result.ok) set({ servers: result.value });
      return result;
    };
    return {
      servers: null,
      follow() {
        const stop = client.subscribe('servers.changed', (servers) => set({ servers }));
        void client.request('servers.list', null).then((result) => {
          // An event that came meanwhile is newer than this answer.
          if (get().servers === null) keep(result);
        });
        return stop;
      },
      save: async (input) => keep(await client.request('servers.save', input)),
      forget: async (address) => keep(await client.request('servers.forget', { address })),
    };
  });
}
