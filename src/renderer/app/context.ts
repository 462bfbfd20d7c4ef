// What every screen may reach without being handed it through ten components: announcements and the shop's currency.
import { createContext, useContext, useEffect } from 'react';
import { type Announcements, createAnnouncements } from './announcements.ts';

export const AnnouncementsContext = createContext<Announcements>(createAnnouncements());

export function useAnnouncements(): Announcements {
  return useContext(AnnouncementsContext);
}

/** ISO 4217, or '' for bare numbers. */
export const CurrencyContext = createContext<string>('');

export function useCurrency(): string {
  return useContext(CurrencyContext);
}

/** Has the alert region say what stands visibly on screen, for as long as it stands there. */
export function useSpoken(text: string | null): void {
  const announcements = useAnnouncements();
  useEffect(() => (text === null ? undefined : announcements.getState().speak(text)), [announcements, text]);
}
