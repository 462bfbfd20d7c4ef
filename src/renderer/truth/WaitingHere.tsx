// At the door: that somebody's marks wait on this computer until they sign in. Whose is not said: anybody may stand here.
import { useEffect, useState } from 'react';
import type { Client } from '../bridge.ts';
import { Note } from '../ui/Note.tsx';

export function WaitingHere({ client }: { readonly client: Client }) {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    void client.request('desk.state', null).then((result) => {
      if (result.ok) setWaiting(result.value.others);
    });
    return client.subscribe('desk.changed', ({ others }) => setWaiting(others));
  }, [client]);
  if (waiting === 0) return null;
  return (
    <Note tone="info">
      {waiting === 1 ? 'Something asked for at this desk is' : `${waiting} things asked for at this desk are`} not settled yet: sign in as
      the same person to go on with {waiting === 1 ? 'it' : 'them'}.
    </Note>
  );
}
