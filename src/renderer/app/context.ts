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

export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** IANA name of the time zone in which the history's days begin and end. Asking the computer for its own takes a millisecond: not at every key. */
export const TimeZoneContext = createContext<string>(zoneHere());

export function useTimeZone(): string {
  return useContext(TimeZoneContext);
}

/** Whether keys that are a single letter or sign do something: people who speak to their computer switch them off (WCAG 2.1.4). */
export const LetterKeysContext = createContext<boolean>(true);

/** Tells those who listen, politely, what has come to stand on the screen: each time that it is something else. */
export function useMurmured(text: string): void {
  const announcements = useAnnouncements();
  useEffect(() => announcements.getState().murmur(text), [announcements, text]);
}

/** Has the alert region say what stands visibly on screen, for as long as it stands there. */
export function useSpoken(text: string | null): void {
  const announcements = useAnnouncements();
  useEffect(() => (text === null ? undefined : announcements.getState().speak(text)), [announcements, text]);
}
