// Before leaving with something not sent: the list, and what can be done about it. Goes on by itself when nothing is left.
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { WaitingList } from '../../shared/ipc/shell-requests.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SureToCancel } from './SureToCancel.tsx';
import { WaitingEntries } from './WaitingEntries.tsx';
import type { WaitingStore } from './waiting-store.ts';
import { countedEntries } from './waiting-words.ts';

interface UnsentDialogProps {
  readonly title: string;
  readonly waiting: WaitingStore;
  /** Why nothing can be sent just now; null when it can be tried. */
  readonly obstacle: string | null;
  readonly words: { readonly send: string; readonly cancel: string; readonly stay: string };
  /** The third way: to export, or to keep. */
  readonly other: { readonly words: string; readonly meaning: string; readonly onPress: () => void };
  readonly onStay: () => void;
  /** Nothing is left: what was wanted can happen. */
  readonly onClear: () => void;
}

export function UnsentDialog(props: UnsentDialogProps) {
  const { waiting, onClear, onStay } = props;
  const { list, said, busy, watch } = useStore(waiting);
  const [sure, setSure] = useState(false);
  useEffect(() => watch(), [watch]);
  const clear = list !== null && list.total === 0 && busy === null;
  useEffect(() => {
    if (clear) onClear();
  }, [clear, onClear]);
  const send = () => {
    if (props.obstacle === null) void waiting.getState().send();
  };
  return (
    <FormDialog
      title={props.title}
      open
      onClose={onStay}
      onSubmit={send}
      lead={list === null ? 'Looking at what waits…' : leadOf(list, busy === 'send')}
    >
      {list === null || list.total === 0 ? null : <WaitingEntries entries={list.entries} total={list.total} />}
      {list === null || list.others === 0 ? null : (
        <p className="soft">{list.others} more of other people at this desk: they stay here and go out when those sign in.</p>
      )}
      {props.obstacle === null ? null : <Note tone="warn">{props.obstacle}</Note>}
      <Problem text={said} />
      {sure && list !== null ? (
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
      ) : (
        <>
          <p className="soft">{props.other.meaning}</p>
          <Choices {...props} sending={busy === 'send'} busy={busy !== null} onCancel={() => setSure(true)} />
        </>
      )}
    </FormDialog>
  );
}

interface ChoicesProps extends UnsentDialogProps {
  readonly sending: boolean;
  readonly busy: boolean;
  readonly onCancel: () => void;
}

function Choices({ words, other, obstacle, sending, busy, onCancel, onStay }: ChoicesProps): ReactNode {
  return (
    <div className="dialog-choices">
      <Button type="submit" kind="primary" wide autoFocus={obstacle === null} pending={sending} unavailable={busy || obstacle !== null}>
        {words.send}
      </Button>
      <Button wide unavailable={busy} onPress={other.onPress}>
        {other.words}
      </Button>
      <Button wide unavailable={busy} onPress={onCancel}>
        {words.cancel}
      </Button>
      <Button wide kind="quiet" autoFocus={obstacle !== null} onPress={onStay}>
        {words.stay}
      </Button>
    </div>
  );
}

function leadOf(list: WaitingList, sending: boolean): string {
  // What was sent and whose answer was lost stands here as well.
  if (list.total === 0) return 'Everything is settled.';
  if (sending) return `${countedEntries(list)} still to be settled…`;
  return `${countedEntries(list)} ${list.total === 1 ? 'is' : 'are'} not settled yet.`;
}
