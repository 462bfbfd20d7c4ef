// The door: signing in, or creating an account. What is typed in one survives a look at the other.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import { useAnnouncements } from '../app/context.ts';
import { Wordmark } from '../app/Wordmark.tsx';
import type { Client } from '../bridge.ts';
import { ConnectionCheck } from '../check/ConnectionCheck.tsx';
import { WaitingHere } from '../truth/WaitingHere.tsx';
import { AccountCreated } from './AccountCreated.tsx';
import { findServer } from './known-server.ts';
import { RegisterForm } from './RegisterForm.tsx';
import { EMPTY_ACCOUNT } from './registration.ts';
import { SignInForm } from './SignInForm.tsx';
import type { ServersStore } from './servers-store.ts';
import type { SessionState } from './session-store.ts';
import './servers.css';
import './session.css';

interface SignedOutProps {
  readonly client: Client;
  readonly view: Extract<SessionView, { state: 'signed-out' }>;
  readonly servers: ServersStore;
  readonly session: Pick<SessionState, 'signIn' | 'register' | 'openPractice' | 'giveUp'>;
}

type Step =
  | { readonly at: 'sign-in' }
  | { readonly at: 'register' }
  | { readonly at: 'created'; readonly said: string | null; readonly confirm: boolean };

export function SignedOut({ client, view, servers: store, session }: SignedOutProps) {
  const announcements = useAnnouncements();
  const [step, setStep] = useState<Step>({ at: 'sign-in' });
  const servers = useStore(store, (state) => state.servers) ?? [];
  const [draft, setDraft] = useState({ server: view.server, username: view.username, password: '', acceptPlainHttp: false });
  const [checking, setChecking] = useState(false);
  const [account, setAccount] = useState(EMPTY_ACCOUNT);
  const back = () => setStep({ at: 'sign-in' });
  return (
    <main className="door">
      <div className="door-panel" data-wide={step.at === 'register'}>
        <Wordmark size={28} />
        <WaitingHere client={client} />
        {step.at === 'sign-in' ? (
          <SignInForm
            draft={draft}
            servers={servers}
            known={findServer(servers, draft.server)}
            notice={view.notice}
            onDraft={setDraft}
            onSignIn={session.signIn}
            onGiveUp={session.giveUp}
            onPractice={session.openPractice}
            onRegister={() => setStep({ at: 'register' })}
            onCheck={() => setChecking(true)}
          />
        ) : null}
        {step.at === 'register' ? (
          <RegisterForm
            server={draft}
            draft={account}
            onDraft={setAccount}
            onAccept={(acceptPlainHttp) => setDraft({ ...draft, acceptPlainHttp })}
            onRegister={session.register}
            onBack={back}
            onCreated={(outcome) => {
              if (outcome.outcome === 'signed-in') return announcements.getState().announce('Your account was created. You are signed in.');
              setDraft({ ...draft, username: account.username.trim(), password: '' });
              setAccount(EMPTY_ACCOUNT);
              setStep({ at: 'created', said: outcome.said, confirm: outcome.outcome === 'confirm-email' });
            }}
          />
        ) : null}
        {checking ? <ConnectionCheck client={client} typed={draft} onClose={() => setChecking(false)} /> : null}
        {step.at === 'created' ? <AccountCreated said={step.said} confirm={step.confirm} onDone={back} /> : null}
      </div>
    </main>
  );
}
