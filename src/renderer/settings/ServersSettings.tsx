// Settings: the servers that this desk remembers, each with what tells it apart.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { describeError } from '../../shared/errors/describe.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { useAnnouncements } from '../app/context.ts';
import { KIND_WORDS } from '../session/known-server.ts';
import { isUnencrypted } from '../session/server-name.ts';
import type { ServersStore } from '../session/servers-store.ts';
import { Button } from '../ui/Button.tsx';
import { ServerDialog } from './ServerDialog.tsx';

export function ServersSettings({ store }: { readonly store: ServersStore }) {
  const { servers, save, forget } = useStore(store);
  const announcements = useAnnouncements();
  const [open, setOpen] = useState<RememberedServer | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="setting" aria-labelledby="servers-title">
      <h2 id="servers-title">Servers</h2>
      <ul className="server-list">
        {(servers ?? []).map((server) => (
          <li key={server.address} className="server-row" data-colour={server.colour}>
            <span className="server-swatch" aria-hidden="true" />
            <span className="server-row-words">
              <bdi className="server-row-name cut">{server.name}</bdi>
              <span className="server-row-more cut copy">
                <bdi>{server.address}</bdi>
                {isUnencrypted(server.address) ? ' · not encrypted' : ''}
              </span>
            </span>
            <span className="server-kind" data-kind={server.kind}>
              {KIND_WORDS[server.kind]}
            </span>
            <Button aria-label={`Edit ${server.name}`} onPress={() => setOpen(server)}>
              Edit…
            </Button>
          </li>
        ))}
      </ul>
      <Button icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen('new')}>
        Add server…
      </Button>
      {open === null ? null : (
        <ServerDialog
          server={open === 'new' ? null : open}
          onClose={close}
          onSave={async (input) => {
            const result = await save(input);
            if (!result.ok) return result.error;
            close();
            announcements.getState().announce(`${input.name.trim() || 'The server'} is remembered.`);
            return null;
          }}
          onForget={async (server) => {
            const result = await forget(server.address);
            if (!result.ok) return describeError(result.error);
            close();
            announcements.getState().announce(`${server.name} is no longer remembered. The journal was not touched.`);
            return null;
          }}
        />
      )}
    </section>
  );
}
