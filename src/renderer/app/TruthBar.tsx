// The truth bar: which server, who, how old the facts are, what is under way, and what is wrong; in words, always.
import { CircleAlert, KeyRound, Lock, LockOpen, UserRound } from 'lucide-react';
import { describeKeychain } from '../../shared/errors/describe.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import { hostOf, isUnencrypted } from '../session/server-name.ts';
import { useNow } from '../ui/clock.ts';
import { fullTime } from '../ui/format-time.ts';
import { ServerText } from '../ui/ServerText.tsx';
import { truthOf } from './truth.ts';

interface TruthBarProps {
  readonly session: Extract<SessionView, { state: 'signed-in' | 'expired' }>;
  readonly history: HistoryState | null;
}

export function TruthBar({ session, history }: TruthBarProps) {
  const truth = truthOf(history, useNow());
  return (
    <section className="truth" aria-label="Connection and data">
      <Server session={session} />
      <span className="truth-item">
        <UserRound size={13} aria-hidden="true" />
        <ServerText text={session.name} />
      </span>
      {session.notKept === null ? null : (
        <span className="truth-item" title={describeKeychain(session.notKept)}>
          <KeyRound size={13} aria-hidden="true" /> Until Paydesk closes
        </span>
      )}
      <span className="truth-gap" />
      {session.state === 'expired' ? <Trouble words="Session ended: sign in to go on." /> : null}
      {truth.trouble === null ? null : <Trouble words={truth.trouble} />}
      {truth.missing === null ? null : (
        <span className="truth-item truth-missing" data-warn="true">
          {truth.missing}
        </span>
      )}
      {truth.progress === null ? null : (
        <span className="truth-item number">
          {truth.progress.part === null ? (
            <span className="spinner" aria-hidden="true" />
          ) : (
            <progress aria-label="Loading the history" value={truth.progress.part} />
          )}
          {truth.progress.words}
        </span>
      )}
      <span className="truth-item truth-age number" title={fullTime(history?.asOf ?? null)}>
        {truth.age}
      </span>
    </section>
  );
}

function Server({ session }: Pick<TruthBarProps, 'session'>) {
  if (session.practice) return <span className="truth-item truth-practice">Practice store</span>;
  const open = isUnencrypted(session.server);
  const Icon = open ? LockOpen : Lock;
  return (
    <span
      className="truth-item"
      data-warn={open}
      title={open ? 'Not encrypted: others on the network can read what is sent.' : session.server}
    >
      <Icon size={13} aria-hidden="true" />
      <bdi className="copy">{hostOf(session.server)}</bdi>
      {open ? ' not encrypted' : ''}
    </span>
  );
}

function Trouble({ words }: { readonly words: string }) {
  return (
    <span className="truth-item truth-trouble" title={words}>
      <CircleAlert size={13} aria-hidden="true" />
      <span className="cut">{words}</span>
    </span>
  );
}
