// The dialog that is open above the screen because of the truth bar, of signing out or of closing Paydesk: one at a time.
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { describeError } from '../../shared/errors/describe.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import type { Desk } from '../app/desk.ts';
import { ConnectionCheck } from '../check/ConnectionCheck.tsx';
import { ExportDialog } from '../out/ExportDialog.tsx';
import { UnreadableRows } from '../out/UnreadableRows.tsx';
import { ClosingDialog } from './ClosingDialog.tsx';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { DataDetails, ServerDetails, type Session, UserDetails } from './details.tsx';
import { MarksDetails } from './MarksDetails.tsx';
import { UnsentDialog } from './UnsentDialog.tsx';

interface TruthDialogsProps {
  readonly desk: Desk;
  readonly session: Session;
  readonly server: Pick<RememberedServer, 'name' | 'kind'>;
  /** Asks main once more to sign out. */
  readonly onSignOut: () => void;
}

const SIGN_OUT_WORDS = { send: 'Send now', cancel: 'Cancel these', stay: 'Stay signed in' };

export function TruthDialogs({ desk, session, server, onSignOut }: TruthDialogsProps) {
  const at = useStore(desk.asking, (asking) => asking.at);
  const state = useStore(desk.marks, (marks) => marks.desk);
  const history = useStore(desk.history);
  const onClose = useCallback(() => desk.ask(null), [desk]);
  if (at === 'server') return <ServerDetails session={session} server={server} onClose={onClose} />;
  if (at === 'user') return <UserDetails session={session} onClose={onClose} />;
  if (at === 'check') return <ConnectionCheck client={desk.client} onClose={onClose} />;
  if (at === 'export') return <ExportDialog desk={desk} onClose={onClose} />;
  if (at === 'unreadable' && history.state !== null) {
    const { unreadable, asOf } = history.state;
    return <UnreadableRows client={desk.client} count={unreadable} asOf={asOf} onClose={onClose} />;
  }
  if (at === 'data' && history.state !== null) {
    const refreshing = history.refreshing || history.state.pulling !== null;
    return (
      <DataDetails
        history={history.state}
        refreshing={refreshing}
        practice={session.practice}
        onRefresh={() => void desk.refresh()}
        onClose={onClose}
      />
    );
  }
  if (state === null) return null;
  const obstacle = obstacleOf(session, state.journal === null ? null : describeError(state.journal));
  switch (at) {
    case 'connection':
      return <ConnectionDialog desk={desk} state={state} onClose={onClose} />;
    case 'marks':
      return <MarksDetails desk={state} waiting={desk.waiting} onClose={onClose} onDecide={() => desk.showDecision(null)} />;
    case 'sign-out':
      return (
        <UnsentDialog
          title="Sign out"
          waiting={desk.waiting}
          obstacle={obstacle}
          words={SIGN_OUT_WORDS}
          other={{
            words: 'Export…',
            meaning:
              'Export saves this list as a file and signs you out; the marks stay on this computer and go out when you sign in again.',
            onPress: () =>
              void desk.waiting
                .getState()
                .exportAll()
                .then((saved) => (saved ? onSignOut() : undefined)),
          }}
          onStay={onClose}
          onClear={onSignOut}
        />
      );
    case 'closing':
      return <ClosingDialog desk={desk} obstacle={obstacle} />;
    default:
      return null;
  }
}

function obstacleOf({ state }: Session, journal: string | null): string | null {
  if (state === 'expired') return 'Your session has ended: sign in again to send them.';
  return journal;
}
