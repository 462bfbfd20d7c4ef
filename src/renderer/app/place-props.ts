// What every screen may need of the frame around it.
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import type { Client } from '../bridge.ts';
import type { ServersStore } from '../session/servers-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Desk } from './desk.ts';
import type { Place } from './places.ts';

export interface PlaceOfProps {
  readonly at: Place;
  readonly desk: Desk;
  readonly client: Client;
  readonly servers: ServersStore;
  readonly settings: SettingsStore;
  readonly view: Extract<SessionView, { state: 'signed-in' | 'expired' }>;
}

export type OtherPlace = Exclude<Place, 'orders'>;
