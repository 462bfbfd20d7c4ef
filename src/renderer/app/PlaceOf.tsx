// The screen of the place somebody is at. Orders come with the console; the code of the others follows when nobody waits for it.
import { memo, useEffect } from 'react';
import { OrdersScreen } from '../orders/OrdersScreen.tsx';
import { createLater, useLater } from './later.ts';
import type { OtherPlace, PlaceOfProps } from './place-props.ts';

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
