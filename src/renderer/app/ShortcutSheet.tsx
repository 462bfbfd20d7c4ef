// The sheet of keys: everything that can be done without the mouse.
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

const KEYS = [
  ['Search orders', ['/', 'Ctrl F']],
  ['From the search into the rows', ['↓', 'Enter']],
  ['Clear the search', ['Esc']],
  ['Move through the rows', ['↑', '↓', 'J', 'K']],
  ['A screenful, the first, the last', ['Page ↑↓', 'Home', 'End']],
  ['Choose several rows, all, none', ['Shift ↑↓', 'Space', 'Ctrl A', 'Esc']],
  ['Into the order, and back', ['Enter', 'Esc']],
  ['Mark completed, mark failed; with several chosen, all of them', ['C', 'F']],
  ['Undo the last mark', ['Z']],
  ['New order', ['Ctrl N']],
  ['Refresh', ['F5']],
  ['Orders, Payments, Activity …', ['Ctrl 1 – 6']],
  ['This sheet', ['?']],
] as const;

export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <FormDialog title="Keys" open={open} onClose={onClose} onSubmit={onClose}>
      <dl className="keys">
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="dialog-actions">
        <Button type="submit" autoFocus>
          Close
        </Button>
      </div>
    </FormDialog>
  );
}
