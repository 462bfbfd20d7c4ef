// At sign-in, where several servers are remembered: one press instead of typing an address.
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { KIND_WORDS } from './known-server.ts';
import { isUnencrypted } from './server-name.ts';

interface ServerChoiceProps {
  readonly servers: readonly RememberedServer[];
  /** null: the typed address is none of them. */
  readonly chosen: RememberedServer | null;
  readonly onChoose: (server: RememberedServer) => void;
}

export function ServerChoice({ servers, chosen, onChoose }: ServerChoiceProps) {
  return (
    <fieldset className="server-choice">
      <legend className="field-label">Server</legend>
      <div className="server-cards">
        {servers.map((server) => (
          <label key={server.address} className="server-card" data-colour={server.colour}>
            <input type="radio" name="server" checked={server === chosen} onChange={() => onChoose(server)} />
            <span className="server-swatch" aria-hidden="true" />
            <bdi className="server-card-name cut">{server.name}</bdi>
            <span className="server-kind" data-kind={server.kind}>
              {KIND_WORDS[server.kind]}
            </span>
            <span className="server-card-more cut">
              <bdi>{server.username === '' ? 'nobody yet' : server.username}</bdi>
              {isUnencrypted(server.address) ? ' · not encrypted' : ''}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
