// Rows of the server's answer that carry no order number: shown as they came, so that somebody who runs the server can mend them.
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Client } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { counted, grouped } from '../ui/format-time.ts';
import { Problem } from '../ui/Problem.tsx';
import { readableText } from '../ui/server-text.ts';
import { NOT_TAKEN } from './copy-order.ts';
import './out.css';

interface UnreadableRowsProps {
  readonly client: Client;
  /** Of the history as it is now; other rows are read when it changes. */
  readonly count: number;
  readonly asOf: string | null;
  readonly onClose: () => void;
}

type Rows = Output<'history.unreadable'>;

/** More would only be scrolled past. The text that is copied has all that main keeps. */
const MOST_SHOWN = 200;

export function UnreadableRows({ client, count, asOf, onClose }: UnreadableRowsProps) {
  const announcements = useAnnouncements();
  const [rows, setRows] = useState<Rows | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later pull may have found other rows.
  useEffect(() => {
    let open = true;
    void client.request('history.unreadable', null).then((result) => {
      if (!open) return;
      setProblem(result.ok ? null : result.error);
      if (result.ok) setRows(result.value);
    });
    return () => {
      open = false;
    };
  }, [client, asOf]);
  const copy = async () => {
    const result = await client.request('history.copyUnreadable', null);
    const words = result.ok && result.value ? 'Copied to the clipboard.' : NOT_TAKEN;
    setCopied(words);
    announcements.getState().murmur(words);
  };
  return (
    <FormDialog
      title="Rows that cannot be shown"
      lead="The server sent these rows without an order number, so they are not shown, counted or found. Tell the person who runs the server."
      wide
      open
      onClose={onClose}
      onSubmit={onClose}
    >
      <Problem text={problem === null ? null : describeError(problem)} />
      {rows === null ? null : <List rows={rows.slice(0, MOST_SHOWN)} count={count} />}
      <div className="dialog-actions out-actions">
        <Button
          kind="quiet"
          icon={<Copy size={15} aria-hidden="true" />}
          unavailable={rows === null || rows.length === 0}
          onPress={() => void copy()}
        >
          Copy as text
        </Button>
        <span className="out-gap soft">{copied ?? ''}</span>
        <Button type="submit" kind="primary" autoFocus>
          Close
        </Button>
      </div>
    </FormDialog>
  );
}

function List({ rows, count }: { readonly rows: Rows; readonly count: number }) {
  if (rows.length === 0) return <p>All rows of the history can be shown now.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that is scrolled must be reached by the keyboard. */}
      <ol className="out-rows" aria-label="Rows" tabIndex={0}>
        {rows.map(({ place, text }) => (
          <li key={place}>
            <span className="soft number">Row {grouped(place)}</span>
            <code className="copy">
              <bdi>{readableText(text)}</bdi>
            </code>
          </li>
        ))}
      </ol>
      {count > rows.length ? (
        <p className="soft">
          These are the first {grouped(rows.length)} of {counted(count, 'row')}.
        </p>
      ) : null}
    </>
  );
}
