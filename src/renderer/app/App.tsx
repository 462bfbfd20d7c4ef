// Which of the console's faces is shown: coming back, signed out, or at work.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import type { Client } from '../bridge.ts';
import { SignedOut } from '../session/SignedOut.tsx';
import { hostOf } from '../session/server-name.ts';
import type { ServersStore } from '../session/servers-store.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { NowContext, useTicking } from '../ui/clock.ts';
import { AnnouncementRegions } from './AnnouncementRegions.tsx';
import type { Announcements } from './announcements.ts';
import { AnnouncementsContext, CurrencyContext, LetterKeysContext, TimeZoneContext, zoneHere } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { createLater, useLater } from './later.ts';
import { Mark } from './Wordmark.tsx';

export interface AppProps {
  readonly client: Client;
  readonly announcements: Announcements;
  readonly session: SessionStore;
  readonly servers: ServersStore;
  readonly settings: SettingsStore;
}

/** The console of whoever is signed in, and much more code than the door. Asked for as soon as somebody comes in, and when the door is idle. */
const consoleCode = createLater(() => import('./SignedIn.tsx'));

export function App({ client, announcements, session, servers, settings }: AppProps) {
  const view = useStore(session, (state) => state.view);
  const { theme, currency, letterKeys, timeZone } = useStore(settings, (state) => state.settings);
  const now = useTicking();
  useEffect(() => session.getState().follow(), [session]);
  useEffect(() => servers.getState().follow(), [servers]);
  useEffect(() => void settings.getState().read(), [settings]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <NowContext value={now}>
      <CurrencyContext value={currency}>
        <TimeZoneContext value={timeZone || zoneHere()}>
          <LetterKeysContext value={letterKeys}>
            <AnnouncementsContext value={announcements}>
              <ErrorBoundary>
                <Face view={view} client={client} session={session} servers={servers} settings={settings} />
              </ErrorBoundary>
              <AnnouncementRegions announcements={announcements} />
            </AnnouncementsContext>
          </LetterKeysContext>
        </TimeZoneContext>
      </CurrencyContext>
    </NowContext>
  );
}

type FaceProps = Omit<AppProps, 'announcements'> & { readonly view: SessionView | null };

function Face({ view, client, session, servers, settings }: FaceProps) {
  useEffect(() => {
    if (view === null) return;
    if (view.state !== 'signed-out') return void consoleCode.load();
    const idle = requestIdleCallback(() => void consoleCode.load());
    return () => cancelIdleCallback(idle);
  }, [view]);
  if (view === null || view.state === 'restoring') return <Restoring server={view?.server ?? ''} />;
  if (view.state === 'signed-out') return <SignedOut client={client} view={view} servers={servers} session={session.getState()} />;
  return <Console view={view} client={client} session={session} servers={servers} settings={settings} />;
}

function Console({
  view,
  ...parts
}: Omit<FaceProps, 'view'> & { readonly view: Exclude<SessionView, { state: 'signed-out' | 'restoring' }> }) {
  const loaded = useLater(consoleCode);
  if (loaded === null) return <Restoring server={view.server} />;
  // Another person, or another server, is another console: nothing of the first may show through.
  const whose = `${view.practice} ${view.server} ${view.username}`;
  return <loaded.SignedIn key={whose} view={view} {...parts} />;
}

function Restoring({ server }: { readonly server: string }) {
  return (
    <main className="restoring">
      <Mark size={44} />
      <h1 className="restoring-words">{server === '' ? 'Opening Paydesk…' : `Opening your desk at ${hostOf(server)}…`}</h1>
      <span className="spinner" aria-hidden="true" />
    </main>
  );
}
