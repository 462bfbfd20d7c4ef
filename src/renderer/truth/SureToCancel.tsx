// The second question before all that waits is cancelled.
import type { WaitingList } from '../../shared/ipc/shell-requests.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { countedEntries, isDoubtful } from './waiting-words.ts';

interface SureToCancelProps {
  readonly list: WaitingList;
  readonly pending: boolean;
  readonly onBack: () => void;
  readonly onCancel: () => void;
}

export function SureToCancel({ list, pending, onBack, onCancel }: SureToCancelProps) {
  const doubtful = list.entries.filter(isDoubtful).length;
  return (
    <>
      <Note tone="warn">
        Cancel {countedEntries(list)}? {list.total === 1 ? 'It is then never sent.' : 'They are then never sent.'}
        {doubtful === 0
          ? null
          : ` Of ${doubtful === 1 ? 'one' : doubtful} an attempt may have been carried out: this does not take it back.`}
      </Note>
      <div className="dialog-actions">
        <Button autoFocus onPress={onBack}>
          Go back
        </Button>
        <Button kind="primary" pending={pending} onPress={onCancel}>
          Cancel {countedEntries(list)}
        </Button>
      </div>
    </>
  );
}
