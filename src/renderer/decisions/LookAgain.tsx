// Asks the server once more before a person has to say what they cannot know.
import { RefreshCw } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import type { Decisions } from './decisions-store.ts';

export function LookAgain({ decisions }: { readonly decisions: Decisions }) {
  const looking = useStore(decisions.store, (state) => state.looking);
  return (
    <div className="look-again">
      <Button icon={<RefreshCw size={14} aria-hidden="true" />} onPress={() => void decisions.lookAgain()}>
        Look again
      </Button>
      <span className="soft" role="status">
        {looking ? 'Asked the server again. What it says appears here.' : ''}
      </span>
    </div>
  );
}
