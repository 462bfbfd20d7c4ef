// The screens beside Orders: loaded after them.
import type { ReactNode } from 'react';
import { ActivityScreen } from '../activity/ActivityScreen.tsx';
import { InsightsScreen } from '../insights/InsightsScreen.tsx';
import { PaymentsScreen } from '../payments/PaymentsScreen.tsx';
import { ProfileScreen } from '../profile/ProfileScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import type { OtherPlace, PlaceOfProps } from './place-props.ts';

const SCREENS: Readonly<Record<OtherPlace, (props: PlaceOfProps) => ReactNode>> = {
  payments: ({ desk }) => <PaymentsScreen desk={desk} />,
  activity: ({ desk }) => <ActivityScreen desk={desk} />,
  insights: ({ desk }) => <InsightsScreen desk={desk} />,
  profile: ({ desk }) => <ProfileScreen desk={desk} />,
  settings: ({ desk, client, servers, settings, view }) => (
    <SettingsScreen client={client} store={settings} servers={servers} session={view} onCheck={() => desk.ask('check')} />
  ),
};

export function OtherPlaces({ at, ...props }: PlaceOfProps & { readonly at: OtherPlace }) {
  return SCREENS[at]({ at, ...props });
}
