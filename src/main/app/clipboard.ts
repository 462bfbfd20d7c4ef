// The one door of the clipboard: text only, and only into it.
import { clipboard } from 'electron';

/** Answers at once up to Electron 43, and with a promise from 44 on. */
export async function copyText(text: string): Promise<void> {
  await clipboard.writeText(text);
}
