// Above the truth bar, for as long as it is so: that nothing can be written down, and what was found wrong at the start.
import { ClockAlert, OctagonAlert, TriangleAlert } from 'lucide-react';
import { describeError } from '../../shared/errors/describe.ts';
import type { DeskState } from '../../shared/ipc/operation-requests.ts';
import { useSpoken } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { clockWords } from './clock-words.ts';
import { noticeWords } from './waiting-words.ts';
import './strips.css';

interface StripsProps {
  readonly desk: Pick<DeskState, 'journal' | 'notices' | 'clock'> | null;
  readonly onDismiss: () => void;
}

export function Strips({ desk, onDismiss }: StripsProps) {
  if (desk === null || (desk.journal === null && desk.notices.length === 0 && desk.clock === null)) return null;
  return (
    <div className="strips">
      {desk.journal === null ? null : <Halted words={`Nothing is being marked: ${describeError(desk.journal)}`} />}
      {desk.clock === null ? null : <WrongClock words={clockWords(desk.clock)} />}
      {desk.notices.length === 0 ? null : (
        <section className="strip" data-tone="warn" aria-label={desk.notices.every(isOfHistory) ? 'Stored history' : 'Journal'}>
          <TriangleAlert size={16} aria-hidden="true" />
          <div className="strip-words copy">
            {desk.notices.map((notice) => (
              <p key={notice.kind}>{noticeWords(notice)}</p>
            ))}
          </div>
          <Button onPress={onDismiss}>Understood</Button>
        </section>
      )}
    </div>
  );
}

function isOfHistory({ kind }: DeskState['notices'][number]): boolean {
  return kind.startsWith('history-');
}

function WrongClock({ words }: { readonly words: string }) {
  return (
    <section className="strip" data-tone="warn" aria-label="Clock">
      <ClockAlert size={16} aria-hidden="true" />
      <p className="strip-words copy">{words}</p>
    </section>
  );
}

function Halted({ words }: { readonly words: string }) {
  useSpoken(words);
  return (
    <section className="strip" data-tone="bad" aria-label="Journal trouble">
      <OctagonAlert size={16} aria-hidden="true" />
      <p className="strip-words copy">{words}</p>
    </section>
  );
}
