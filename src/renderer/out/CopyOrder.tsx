// The ways to take an open order along: its number, all of it as text for a ticket, a link to it.
import { ClipboardList, Copy, Link } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import type { CopyOf } from './copy-order.ts';
import './out.css';

interface CopyProps {
  readonly onCopy: (what: CopyOf) => void;
}

/** Stands beside the number. */
export function CopyNumber({ onCopy }: CopyProps) {
  return (
    <Button
      kind="quiet"
      iconOnly
      icon={<Copy size={14} aria-hidden="true" />}
      aria-label="Copy number"
      title="Copy number (Ctrl+Shift+N)"
      onPress={() => onCopy('number')}
    />
  );
}

export function CopyOrder({ onCopy }: CopyProps) {
  return (
    <>
      <Button
        kind="quiet"
        iconOnly
        icon={<ClipboardList size={16} aria-hidden="true" />}
        aria-label="Copy for a ticket"
        title="Copy for a ticket (Ctrl+Shift+C)"
        onPress={() => onCopy('ticket')}
      />
      <Button
        kind="quiet"
        iconOnly
        icon={<Link size={15} aria-hidden="true" />}
        aria-label="Copy link"
        title="Copy link (Ctrl+Shift+L)"
        onPress={() => onCopy('link')}
      />
    </>
  );
}
