// The console of one signed-in person: navigation, the place they are at, the dialogs above it, the truth below it.
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionView, SignInInput } from '../../shared/ipc/session-schemas.ts';
import type { Client } from '../bridge.ts';
import { BatchPanels } from '../bulk/BatchPanels.tsx';
import { BulkDialogs } from '../bulk/BulkDialogs.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { HeldBar } from '../marks/HeldBar.tsx';
import { MarkQuestion } from '../marks/MarkQuestion.tsx';
import { OrderDialogs } from '../orders/OrderDialogs.tsx';
import { faceOf, findServer, windowTitle } from '../session/known-server.ts';
import { SignInAgain } from '../session/SignInAgain.tsx';
import type { ServersStore } from '../session/servers-store.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { Strips } from '../truth/Strips.tsx';
import { TruthDialogs } from '../truth/TruthDialogs.tsx';
import { useWake } from '../truth/use-wake.ts';
import { useOnce } from '../ui/use-once.ts';
import { useAnnouncements } from './context.ts';
import { createDesk } from './create-desk.ts';
import { Navigation } from './Navigation.tsx';
import { PlaceOf } from './PlaceOf.tsx';
import { PLACE_WORDS, PLACES, type Place } from './places.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { useScreenKeys } from './screen-keys.ts';
import { TruthBar } from './TruthBar.tsx';
import { useTrail } from './use-trail.ts';
import '../session/servers.css';
import './shell.css';
import './truth.css';

export interface SignedInProps {
  readonly client: Client;
  readonly session: SessionStore;
  readonly servers: ServersStore;
  readonly settings: SettingsStore;
  readonly view: Extract<SessionView, { state: 'signed-in' | 'expired' }>;
}

export function SignedIn({ client, session, servers, settings, view }: SignedInProps) {
  const announcements = useAnnouncements();
  const [desk] = useState(() => createDesk(client, announcements, () => settings.getState().settings.currency));
  const [sheet, setSheet] = useState(false);
  const [signingOut, run] = useOnce();
  useWake(client);
  useTrail(desk.trail);
  useEffect(() => desk.follow(), [desk]);
  const { at } = useStore(desk.place);
  const remembered = useStore(servers, (store) => store.servers);
  const server = faceOf(remembered, view.server);
  const title = windowTitle(PLACE_WORDS[at].name, view.practice, server);
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = 'Paydesk';
    };
  }, [title]);
  const history = useStore(desk.history, (store) => store.state);
  const pending = useStore(desk.pending.list, (list) => list.answer?.pending ?? null);
  const question = useStore(desk.marks, (marks) => marks.question);
  const bulkDialog = useStore(desk.bulk, ({ rehearsal, results }) => rehearsal !== null || results !== null);
  const lookDialog = useStore(desk.looking, ({ dialog }) => dialog !== null);
  const deciding = useStore(desk.decisions.store, ({ id }) => id !== null);
  const state = useStore(desk.marks, (marks) => marks.desk);
  const asking = useStore(desk.asking, ({ at: open }) => open);
  const undo = () => void desk.undo();
  useScreenKeys({ ...keysOf(desk.goTo, () => setSheet(true)), z: undo });
  // React Aria makes what lies behind a dialog inert; said once more in ARIA for tools that do not know `inert`.
  const covered =
    useStore(desk.drafts, ({ newOrderOpen, paymentFor }) => newOrderOpen || paymentFor !== null) ||
    deciding ||
    sheet ||
    question !== null ||
    bulkDialog ||
    lookDialog ||
    asking !== null ||
    view.state === 'expired';
  const signOut = useCallback(
    () =>
      run(async () => {
        desk.looking.flush();
        const { tone, text } = await session.getState().signOut();
        if (tone === 'waiting') return desk.ask('sign-out');
        if (tone === 'success') announcements.getState().announce(text);
        else announcements.getState().fail(text);
      }),
    [run, session, desk, announcements],
  );
  const signInAgain = async (input: SignInInput) => {
    const result = await session.getState().signIn(input);
    if (result.ok) desk.resume();
    return result;
  };
  return (
    <div
      className="shell"
      data-practice={view.practice}
      data-server={view.practice ? undefined : server.kind}
      data-colour={server.colour}
      aria-hidden={covered || undefined}
    >
      {view.practice ? (
        <aside className="practice" aria-label="Practice store">
          <strong>PRACTICE</strong> Nothing here is real: no customer, no money, and nothing reaches your shop.
        </aside>
      ) : null}
      {view.practice || server.kind !== 'test' ? null : (
        <aside className="test-server" aria-label="Test server">
          <strong>TEST</strong> <bdi>{server.name}</bdi> is a test server, as set on this computer. What you mark here is not marked in the
          shop.
        </aside>
      )}
      <Navigation at={at} pending={pending} signingOut={signingOut} onGo={desk.goTo} onSignOut={signOut} />
      <main className="place">
        <PlaceOf at={at} desk={desk} client={client} servers={servers} settings={settings} view={view} />
      </main>
      <div className="under-way">
        <BatchPanels marks={desk.marks} bulk={desk.bulk} />
        <HeldBar marks={desk.marks} onUndo={undo} />
      </div>
      <Strips desk={state} onDismiss={() => void client.request('notices.dismiss', null)} />
      <TruthBar session={view} server={server} history={history} desk={state} onOpen={desk.ask} />
      {question === null ? null : (
        <MarkQuestion question={question} onAnswer={desk.marks.getState().answer} onClose={desk.marks.getState().dismiss} />
      )}
      <OrderDialogs desk={desk} />
      <BulkDialogs desk={desk} />
      <DecisionDialog decisions={desk.decisions} />
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
      <TruthDialogs desk={desk} session={view} server={server} onSignOut={signOut} />
      {view.state === 'expired' && asking !== 'sign-out' && asking !== 'closing' ? (
        <SignInAgain
          onGiveUp={session.getState().giveUp}
          view={view}
          accepted={findServer(remembered, view.server)?.acceptPlainHttp ?? false}
          onSignIn={signInAgain}
          onSignOut={signOut}
          onLeave={session.getState().leave}
        />
      ) : null}
    </div>
  );
}

function keysOf(goTo: (place: Place) => void, openSheet: () => void): Readonly<Record<string, () => void>> {
  const places = PLACES.map((place, index) => [`Ctrl+${index + 1}`, () => goTo(place)] as const);
  return Object.fromEntries([...places, ['?', openSheet] as const, ['F1', openSheet] as const]);
}
