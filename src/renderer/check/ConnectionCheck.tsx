// The connection check: one calm list that fills while it runs, above whatever screen it was opened from.
import { Copy, RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CheckInput, CheckReport } from '../../shared/ipc/check-requests.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Client } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { CheckLimits, CheckLines } from './CheckLines.tsx';
import { COPIED, createCheckStore } from './check-store.ts';
import { outcomeWords, shownLines } from './check-words.ts';
import { TrySignIn } from './TrySignIn.tsx';
import './check.css';

interface ConnectionCheckProps {
  readonly client: Client;
  /** What is looked at, where nobody is signed in; absent for the session's own server. */
  readonly typed?: Omit<Extract<CheckInput, { of: 'address' }>, 'of' | 'signIn'> & { readonly username: string; readonly password: string };
  readonly onClose: () => void;
}

export function ConnectionCheck({ client, typed, onClose }: ConnectionCheckProps) {
  const announcements = useAnnouncements();
  const [store] = useState(() => createCheckStore(client, announcements));
  const [withSignIn, setWithSignIn] = useState(false);
  const { running, report, earlier, problem, copied, start, cancel, copy } = useStore(store);
  const input = (signIn: boolean): CheckInput => {
    if (typed === undefined) return { of: 'session' };
    const { server, acceptPlainHttp, username, password } = typed;
    return { of: 'address', server, acceptPlainHttp, signIn: signIn ? { username, password } : null };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened; what is typed behind it cannot change meanwhile.
  useEffect(() => {
    const stop = store.getState().follow();
    void start(input(false));
    return stop;
  }, [store]);
  const again = () => void start(input(withSignIn));
  return (
    <FormDialog title="Connection check" wide open onClose={onClose} onSubmit={again} lead={leadOf(report, typed?.server)}>
      <section className="check" aria-label="Connection check" aria-busy={running}>
        <p className="check-outcome">{report === null ? 'Beginning…' : outcomeWords(report)}</p>
        <Problem text={problem} />
        {typed === undefined ? null : <TrySignIn typed={typed} tried={withSignIn} onTry={setWithSignIn} />}
        {report === null ? null : <CheckLines lines={shownLines(report, earlier)} />}
        {report === null ? null : <CheckLimits limits={(running ? (earlier ?? report) : report).limits} />}
      </section>
      <div className="dialog-actions check-actions">
        <Button
          kind="quiet"
          icon={<Copy size={15} aria-hidden="true" />}
          unavailable={running || report === null}
          onPress={() => void copy()}
        >
          Copy as text
        </Button>
        <span className="check-gap soft">{copied === null ? '' : COPIED[copied]}</span>
        <Button unavailable={!running} onPress={cancel}>
          Cancel
        </Button>
        <Button onPress={onClose}>Close</Button>
        <Button type="submit" kind="primary" autoFocus unavailable={running} icon={<RotateCw size={15} aria-hidden="true" />}>
          Check again
        </Button>
      </div>
    </FormDialog>
  );
}

function leadOf(report: CheckReport | null, typed: string | undefined): string {
  if (report?.practice) return 'The practice store, inside this computer. Nothing is changed there.';
  const server = report === null || report.server === '' ? (typed ?? 'Your server') : report.server;
  return `${server} – it is only read from; nothing is changed there.`;
}
