// Behind "3 to send" and "1 needs you": everything that is not settled, with what can be done about it.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DeskState } from '../../shared/ipc/operation-requests.ts';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Details } from './details.tsx';
import { SureToCancel } from './SureToCancel.tsx';
import { WaitingEntries } from './WaitingEntries.tsx';
import type { WaitingStore } from './waiting-store.ts';
import { countedEntries } from './waiting-words.ts';

interface MarksDetailsProps {
  readonly desk: DeskState;
  readonly waiting: WaitingStore;
  readonly onDecide: () => void;
  readonly onClose: () => void;
}

export function MarksDetails({ desk, waiting, onDecide, onClose }: MarksDetailsProps) {
  const { list, busy, said, watch } = useStore(waiting);
  useEffect(() => watch(), [watch]);
  const [sure, setSure] = useState(false);
  const some = list !== null && list.total > 0;
  return (
    <Details
      title="Marks"
      onClose={onClose}
      action={
        some ? (
          <>
            <Button kind="quiet" unavailable={busy !== null} onPress={() => setSure(true)}>
              Cancel all
            </Button>
            <Button kind="primary" pending={busy === 'send'} unavailable={busy !== null} onPress={() => void waiting.getState().send()}>
              Send now
            </Button>
          </>
        ) : null
      }
      question={
        sure && some ? (
          <SureToCancel
            list={list}
            pending={busy === 'cancel'}
            onBack={() => setSure(false)}
            onCancel={() =>
              void waiting
                .getState()
                .cancel(null)
                .then(() => setSure(false))
            }
          />
        ) : null
      }
    >
      {desk.decisions === 0 ? null : (
        <Note tone="warn">
          {desk.decisions === 1 ? 'One needs your decision.' : `${desk.decisions} need your decision.`}{' '}
          <button type="button" className="inline-action" onClick={onDecide}>
            Show in Activity
          </button>
        </Note>
      )}
      <p>{list === null ? 'Looking at what waits…' : some ? `${countedEntries(list)} to be sent.` : 'Nothing waits to be sent.'}</p>
      {some ? <WaitingEntries entries={list.entries} total={list.total} onCancel={(id) => void waiting.getState().cancel([id])} /> : null}
      <Problem text={said} />
      {desk.others === 0 ? null : (
        <p className="soft">{grouped(desk.others)} more of other people at this desk: they go out when those sign in.</p>
      )}
    </Details>
  );
}
