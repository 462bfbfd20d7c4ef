// The screen of the place somebody is at. Orders come with the console; the code of the others follows when nobody waits for it.
import { memo, useEffect } from 'react';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import type { Client } from '../bridge.ts';
import { OrdersScreen } from '../orders/OrdersScreen.tsx';
import type { ServersStore } from '../session/servers-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Desk } from './desk.ts';
import { createLater, useLater } from './later.ts';
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

const otherPlaces = createLater(() => import('./OtherPlaces.tsx'));

/** Not drawn again for what only the frame around it shows. */
export const PlaceOf = memo(function PlaceOf(props: PlaceOfProps) {
  const { at, desk } = props;
  useEffect(() => {
    const idle = requestIdleCallback(() => void otherPlaces.load());
    return () => cancelIdleCallback(idle);
  }, []);
  return at === 'orders' ? <OrdersScreen desk={desk} /> : <Other {...props} at={at} />;
});

function Other(props: PlaceOfProps & { readonly at: OtherPlace }) {
  const code = useLater(otherPlaces);
  return code === null ? null : <code.OtherPlaces {...props} />;
}
