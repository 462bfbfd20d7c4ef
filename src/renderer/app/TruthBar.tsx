// The truth bar: which server, who, whether the server answers, how old the facts are, what is under way. Each item opens its details.
import { CircleAlert, CloudOff, KeyRound, Lock, LockOpen, type LucideIcon, ServerOff, UserRound, Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeKeychain } from '../../shared/errors/describe.ts';
import type { DeskState, Reach } from '../../shared/ipc/operation-requests.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import { KIND_WORDS } from '../session/known-server.ts';
import { isUnencrypted } from '../session/server-name.ts';
import { connectionWords } from '../truth/connection-words.ts';
import { useNow } from '../ui/clock.ts';
import { fullTime, grouped } from '../ui/format-time.ts';
import { ServerText } from '../ui/ServerText.tsx';
import type { Asking } from './asking.ts';
import { truthOf } from './truth.ts';

interface TruthBarProps {
  readonly session: Extract<SessionView, { state: 'signed-in' | 'expired' }>;
  /** What it is called on this computer. */
  readonly server: Pick<RememberedServer, 'name' | 'kind'>;
  readonly history: HistoryState | null;
  /** null until main has told it. */
  readonly desk: DeskState | null;
  readonly onOpen: (details: Asking) => void;
}

export function TruthBar({ session, server, history, desk, onOpen }: TruthBarProps) {
  const truth = truthOf(history, useNow());
  return (
    <section className="truth" aria-label="Connection and data">
      <Server session={session} server={server} onPress={() => onOpen('server')} />
      <Item name="User:" onPress={() => onOpen('user')}>
        <UserRound size={13} aria-hidden="true" />
        <ServerText text={session.name} />
      </Item>
      {session.notKept === null ? null : (
        <Item name="Sign-in:" title={describeKeychain(session.notKept)} onPress={() => onOpen('user')}>
          <KeyRound size={13} aria-hidden="true" /> Until Paydesk closes
        </Item>
      )}
      <span className="truth-gap" />
      {desk === null ? null : <Connection reach={desk.reach} onPress={() => onOpen('connection')} />}
      {truth.trouble === null ? null : (
        <Item name="Data:" className="truth-trouble" title={truth.trouble} onPress={() => onOpen('data')}>
          <CircleAlert size={13} aria-hidden="true" />
          <span className="cut">{truth.trouble}</span>
        </Item>
      )}
      {truth.missing === null ? null : (
        <Item name="Data:" className="truth-missing" warn onPress={() => onOpen('unreadable')}>
          {truth.missing}
        </Item>
      )}
      {truth.unsent === null ? null : (
        <Item name="Data:" className="truth-missing" warn onPress={() => onOpen('data')}>
          {truth.unsent}
        </Item>
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
      {desk === null ? null : <Marks desk={desk} onPress={() => onOpen('marks')} />}
      {history === null || truth.age === '' ? null : (
        <Item name="Data" className="truth-age number" title={fullTime(history.asOf)} onPress={() => onOpen('data')}>
          {truth.age}
        </Item>
      )}
    </section>
  );
}

interface ItemProps {
  /** What it is about, for those who do not see where it stands. */
  readonly name: string;
  readonly className?: string;
  readonly title?: string | undefined;
  readonly warn?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Item({ name, className = '', title, warn = false, onPress, children }: ItemProps) {
  return (
    <button type="button" className={`truth-item truth-button ${className}`} data-warn={warn} title={title} onClick={onPress}>
      <span className="unseen">{name} </span>
      {children}
    </button>
  );
}

function Server({ session, server, onPress }: Pick<TruthBarProps, 'session' | 'server'> & { readonly onPress: () => void }) {
  if (session.practice) {
    return (
      <Item name="Server:" className="truth-practice" onPress={onPress}>
        Practice store
      </Item>
    );
  }
  const open = isUnencrypted(session.server);
  const Icon = open ? LockOpen : Lock;
  return (
    <Item
      name="Server:"
      warn={open}
      title={open ? 'Not encrypted: others on the network can read what is sent.' : session.server}
      onPress={onPress}
    >
      <Icon size={13} aria-hidden="true" />
      <bdi className="truth-server cut">{server.name}</bdi>
      <span className="server-kind" data-kind={server.kind}>
        {KIND_WORDS[server.kind]}
      </span>
      {open ? ' not encrypted' : ''}
    </Item>
  );
}

const ICONS: Readonly<Record<Reach, LucideIcon>> = { online: Wifi, offline: WifiOff, down: ServerOff, 'signed-out': CloudOff };

/** Said aloud on the bar only where something is not as it should be. */
function Connection({ reach, onPress }: { readonly reach: Reach; readonly onPress: () => void }) {
  const Icon = ICONS[reach];
  const { word } = connectionWords(reach);
  return (
    <Item name="Connection:" className={reach === 'online' ? 'truth-online' : 'truth-offline'} title={word} onPress={onPress}>
      <Icon size={13} aria-hidden="true" />
      <span className={reach === 'online' ? 'unseen' : ''}>{reach === 'signed-out' ? 'Session ended: sign in to go on.' : word}</span>
    </Item>
  );
}

function Marks({ desk: { waiting, decisions, others }, onPress }: { readonly desk: DeskState; readonly onPress: () => void }) {
  return (
    <>
      {waiting === 0 ? null : (
        <Item name="Marks:" className="number" onPress={onPress}>
          {grouped(waiting)} to send
        </Item>
      )}
      {decisions === 0 ? null : (
        <Item name="Marks:" className="number" warn onPress={onPress}>
          {grouped(decisions)} {decisions === 1 ? 'needs' : 'need'} you
        </Item>
      )}
      {waiting > 0 || decisions > 0 || others === 0 ? null : (
        <Item name="Marks:" className="number" onPress={onPress}>
          {grouped(others)} of others
        </Item>
      )}
    </>
  );
}
