// The places of the console, in the order of the navigation.
import { ChartNoAxesColumn, History, type LucideIcon, ReceiptText, Settings, UserRound, WalletCards } from 'lucide-react';

export const PLACES = ['orders', 'payments', 'activity', 'insights', 'profile', 'settings'] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_WORDS: Readonly<Record<Place, { readonly name: string; readonly icon: LucideIcon }>> = {
  orders: { name: 'Orders', icon: ReceiptText },
  payments: { name: 'Payments', icon: WalletCards },
  activity: { name: 'Activity', icon: History },
  insights: { name: 'Insights', icon: ChartNoAxesColumn },
  profile: { name: 'Profile', icon: UserRound },
  settings: { name: 'Settings', icon: Settings },
};
