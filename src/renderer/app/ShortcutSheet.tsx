// The sheet of keys: everything that can be done without the mouse, and what of it is switched off.
import { useContext } from 'react';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Note } from '../ui/Note.tsx';
import { LetterKeysContext } from './context.ts';
import { typesSomething } from './screen-keys.ts';

const KEYS = [
  ['Search orders', ['/', 'Ctrl F']],
  ['From the search into the rows', ['↓', 'Enter']],
  ['Clear the search', ['Esc']],
  ['Move through the rows', ['↑', '↓', 'J', 'K']],
  ['A screenful, the first, the last', ['Page ↑↓', 'Home', 'End']],
  ['Peek at an order', ['Space', 'Esc']],
  ['Into the order, and back', ['Enter', 'Esc']],
  ['The order before, the one after', ['Alt ↑', 'Alt ↓']],
  ['Choose this row, several, all, none', ['X', 'Ctrl Space', 'Shift ↑↓', 'Ctrl A', 'Esc']],
  ['All orders; pending, partly paid, completed, failed, no payment', ['0', '1', '2', '3', '4', '5']],
  ['Saved views', ['Alt 1 – 9']],
  ['Sort by one more column', ['Shift Enter']],
  ['Mark completed, mark failed; with several chosen, all of them', ['C', 'F']],
  ['Undo the last mark', ['Z']],
  ['New order', ['Ctrl N']],
  ['Copy the order for a ticket', ['Ctrl Shift C']],
  ['Copy its number, a link', ['Ctrl Shift N', 'Ctrl Shift L']],
  ['Export the orders that are listed', ['Ctrl Shift E']],
  ['Refresh', ['F5']],
  ['Orders, Payments, Activity …', ['Ctrl 1 – 6']],
  ['Back to where you were, forward again', ['Alt ←', 'Alt →']],
  ['This sheet', ['?', 'F1']],
] as const;

/** Signs for keys that type nothing. */
const ARROWS = ['↑', '↓'];

export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const letterKeys = useContext(LetterKeysContext);
  const works = (key: string) => letterKeys || !typesSomething(key) || ARROWS.includes(key);
  const rows = KEYS.map(([what, keys]) => [what, keys.filter(works)] as const).filter(([, keys]) => keys.length > 0);
  return (
    <FormDialog title="Keys" open={open} onClose={onClose} onSubmit={onClose}>
      {letterKeys ? null : <Note tone="info">Letter keys are off: marking is done with the buttons. Switch them on in Settings.</Note>}
      <dl className="keys">
        {rows.map(([what, keys]) => (
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
