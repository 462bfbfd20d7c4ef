// Somebody wants to close Paydesk while something waits to be sent. Main hears that the question stands here, or asks it itself.
import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { UnsentDialog } from './UnsentDialog.tsx';

interface ClosingDialogProps {
  readonly desk: Desk;
  readonly obstacle: string | null;
}

const WORDS = { send: 'Send now and close', cancel: 'Cancel them and close', stay: 'Do not close' };

export function ClosingDialog({ desk, obstacle }: ClosingDialogProps) {
  const { client } = desk;
  const turn = useStore(desk.asking, (asking) => asking.turn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main waits for a word each time that it asks.
  useEffect(() => void client.request('app.closingShown', null), [client, turn]);
  const close = useCallback((answer: 'close' | 'stay') => void client.request('app.close', { answer }), [client]);
  const closeNow = useCallback(() => close('close'), [close]);
  return (
    <UnsentDialog
      title="Marks not sent yet"
      waiting={desk.waiting}
      obstacle={obstacle}
      words={WORDS}
      other={{
        words: 'Keep for the next start and close',
        meaning: 'Kept marks stay on this computer and go out when you are signed in again.',
        onPress: closeNow,
      }}
      onStay={() => {
        close('stay');
        desk.ask(null);
      }}
      onClear={closeNow}
    />
  );
}
