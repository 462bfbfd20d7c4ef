// What stands behind each item of the truth bar, in full.
import type { ReactNode } from 'react';
import { describeError, describeKeychain } from '../../shared/errors/describe.ts';
import type { DeskState } from '../../shared/ipc/operation-requests.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import { isUnencrypted } from '../session/server-name.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { age, counted, fullTime, grouped } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { clockWords } from './clock-words.ts';
import { connectionWords } from './connection-words.ts';

export type Session = Extract<SessionView, { state: 'signed-in' | 'expired' }>;

interface DetailsProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Something has to be answered first: stands in the place of all buttons. */
  readonly question?: ReactNode;
}

export function Details({ title, onClose, children, action, question = null }: DetailsProps) {
  return (
    <FormDialog title={title} open onClose={onClose} onSubmit={onClose}>
      {children}
      {question ?? (
        <div className="dialog-actions">
          {action}
          <Button type="submit" autoFocus>
            Close
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

interface SessionDetailsProps {
  readonly session: Session;
  readonly onClose: () => void;
}

interface ServerDetailsProps extends SessionDetailsProps {
  readonly server: Pick<RememberedServer, 'name' | 'kind'>;
}

export function ServerDetails({ session, server, onClose }: ServerDetailsProps) {
  return (
    <Details title="Server" onClose={onClose}>
      <dl className="facts">
        {session.practice ? null : (
          <>
            <dt>Name</dt>
            <dd>
              <bdi>{server.name}</bdi>
            </dd>
          </>
        )}
        <dt>Address</dt>
        <dd className="copy">
          <bdi>{session.practice ? 'The practice store, inside Paydesk' : session.server}</bdi>
        </dd>
        <dt>Encryption</dt>
        <dd>{encryptionOf(session)}</dd>
        <dt>What it is for</dt>
        <dd>{purposeOf(session.practice, server.kind)}</dd>
      </dl>
    </Details>
  );
}

function purposeOf(practice: boolean, kind: RememberedServer['kind']): string {
  if (practice) return 'Practice: nothing here is real, and nothing reaches your shop.';
  return kind === 'test' ? 'Test, as set on this computer: not the shop itself.' : 'Production: this is your shop’s own server.';
}

function encryptionOf({ practice, server }: Session): string {
  if (practice) return 'Needs none: nothing leaves this computer.';
  if (isUnencrypted(server))
    return 'None: others on the network can read and change what is sent, passwords too. Ask the person who runs the server for an address with https.';
  return server.startsWith('https:') ? 'Yes (https)' : 'Needs none: the server is on this computer.';
}

export function UserDetails({ session, onClose }: SessionDetailsProps) {
  return (
    <Details title="User" onClose={onClose}>
      <dl className="facts">
        <dt>Name</dt>
        <dd>
          <ServerText text={session.name} whole />
        </dd>
        <dt>Account</dt>
        <dd>
          <ServerText text={session.username} whole />
        </dd>
        <dt>Sign-in</dt>
        <dd>
          {session.practice
            ? 'Practice needs none'
            : session.notKept === null
              ? 'Kept in this computer’s keychain'
              : describeKeychain(session.notKept)}
        </dd>
      </dl>
    </Details>
  );
}

interface ConnectionDetailsProps {
  readonly desk: Pick<DeskState, 'reach' | 'since' | 'waiting' | 'clock'>;
  readonly trying: boolean;
  readonly onTry: () => void;
  readonly onCheck: () => void;
  readonly onClose: () => void;
}

export function ConnectionDetails({ desk, trying, onTry, onCheck, onClose }: ConnectionDetailsProps) {
  const { word, meaning } = connectionWords(desk.reach);
  const passed = age(desk.since, useNow());
  return (
    <Details
      title="Connection"
      onClose={onClose}
      action={
        <>
          <Button onPress={onCheck}>Check the connection</Button>
          {desk.reach === 'online' ? null : (
            <Button pending={trying} onPress={onTry}>
              Try now
            </Button>
          )}
        </>
      }
    >
      <dl className="facts">
        <dt>Now</dt>
        <dd>{word}</dd>
        <dt>Since</dt>
        <dd title={fullTime(desk.since)}>
          <When iso={desk.since} /> {passed === null ? null : <span className="soft">(for {passed})</span>}
        </dd>
        <dt>To be sent</dt>
        <dd>{desk.waiting === 0 ? 'Nothing' : grouped(desk.waiting)}</dd>
      </dl>
      <p>{meaning}</p>
      {desk.clock === null ? null : <Note tone="warn">{clockWords(desk.clock)}</Note>}
    </Details>
  );
}

interface DataDetailsProps {
  readonly history: HistoryState;
  readonly refreshing: boolean;
  readonly practice: boolean;
  readonly onRefresh: () => void;
  readonly onClose: () => void;
}

export function DataDetails({ history, refreshing, practice, onRefresh, onClose }: DataDetailsProps) {
  const passed = age(history.asOf, useNow());
  return (
    <Details
      title="Data"
      onClose={onClose}
      action={
        <Button pending={refreshing} onPress={onRefresh}>
          Refresh
        </Button>
      }
    >
      <dl className="facts">
        <dt>As of</dt>
        <dd title={fullTime(history.asOf)}>
          {history.asOf === null ? 'Not loaded yet' : <When iso={history.asOf} />}{' '}
          {passed === null ? null : <span className="soft">({passed} ago)</span>}
        </dd>
        <dt>Orders</dt>
        <dd className="number">
          {grouped(history.total)}
          {history.partial ? ' so far: the beginning of the history' : ''}
        </dd>
        {history.missing === null ? null : (
          <>
            <dt>Missing</dt>
            <dd>
              {counted(history.missing, 'order')}: the server counts more than all its pages have brought, also when they were read a second
              time. Tell the person who runs the server.
            </dd>
          </>
        )}
        {history.ownOnly ? (
          <>
            <dt>Whose</dt>
            <dd>Yours, all of them. The server may have others that it does not show you.</dd>
          </>
        ) : null}
        <dt>Not readable</dt>
        <dd>
          {history.unreadable === 0
            ? 'None'
            : `${counted(history.unreadable, 'row')} without an order number: they are not shown, counted or found.`}
        </dd>
      </dl>
      {history.problem === null ? null : <Note tone="warn">The last reading failed. {describeError(history.problem)}</Note>}
      {practice ? null : (
        <p className="soft">Paydesk reads the history again by itself while you are signed in; the more it costs, the more seldom.</p>
      )}
    </Details>
  );
}
