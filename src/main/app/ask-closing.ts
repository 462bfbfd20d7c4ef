// Electron's own question before closing, for a window that does not answer: the same choices as in the page.
import { type BrowserWindow, dialog } from 'electron';
import type { ClosingChoice } from './closing.ts';

const CHOICES: readonly ClosingChoice[] = ['send', 'keep', 'cancel', 'stay'];
const BUTTONS = ['Send now and close', 'Keep for the next start and close', 'Cancel them and close', 'Do not close'];

export async function askClosing(window: BrowserWindow | null, count: number, tried: boolean): Promise<ClosingChoice> {
  const { response } = await ask(window, {
    type: 'question',
    title: 'Marks not sent yet',
    message: count === 1 ? 'One mark has not been sent yet.' : `${count} marks have not been sent yet.`,
    detail: tried ? 'They could not be sent or cancelled just now. Kept, they go out when you sign in again.' : '',
    buttons: BUTTONS,
    defaultId: 1,
    cancelId: 3,
  });
  const choice = CHOICES[response] ?? 'stay';
  if (choice !== 'cancel') return choice;
  const sure = await ask(window, {
    type: 'warning',
    title: 'Cancel marks',
    message: count === 1 ? 'Cancel this mark? It is then never sent.' : `Cancel ${count} marks? They are then never sent.`,
    buttons: ['Cancel them', 'Go back'],
    defaultId: 1,
    cancelId: 1,
  });
  return sure.response === 0 ? 'cancel' : await askClosing(window, count, tried);
}

function ask(window: BrowserWindow | null, options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
  return window === null || window.isDestroyed() ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
}
