// The details of the connection, and the check that they lead to: it lies above them, so that the focus finds its way back.
import { useState } from 'react';
import type { DeskState } from '../../shared/ipc/operation-requests.ts';
import type { Desk } from '../app/desk.ts';
import { ConnectionCheck } from '../check/ConnectionCheck.tsx';
import { useOnce } from '../ui/use-once.ts';
import { ConnectionDetails } from './details.tsx';

interface ConnectionDialogProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly onClose: () => void;
}

export function ConnectionDialog({ desk, state, onClose }: ConnectionDialogProps) {
  const [trying, tryNow] = useOnce();
  const [checking, setChecking] = useState(false);
  return (
    <>
      <ConnectionDetails
        desk={state}
        trying={trying}
        onTry={() => tryNow(() => desk.tryNow())}
        onCheck={() => setChecking(true)}
        onClose={onClose}
      />
      {checking ? <ConnectionCheck client={desk.client} onClose={() => setChecking(false)} /> : null}
    </>
  );
}
