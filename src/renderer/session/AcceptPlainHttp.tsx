// The explicit yes to an address without encryption.
import { Note } from '../ui/Note.tsx';
import { Tick } from '../ui/Tick.tsx';

interface AcceptPlainHttpProps {
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
}

export function AcceptPlainHttp({ accepted, onAccept }: AcceptPlainHttpProps) {
  return (
    <Note tone="warn">
      <Tick checked={accepted} onChange={onAccept}>
        Use this address without encryption. I know that others on the network can read what is sent, the password too.
      </Tick>
    </Note>
  );
}
