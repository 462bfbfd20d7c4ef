// The one door of native notifications: shows one, and brings the window to the front when it is clicked.
import { type BrowserWindow, Notification } from 'electron';

interface Told {
  readonly title: string;
  readonly body: string;
  clicked(): void;
}

export function createNotify(window: () => BrowserWindow | null): (told: Told) => void {
  /** A notification that nothing refers to is collected, and its click is lost. */
  const shown = new Set<Notification>();
  return ({ title, body, clicked }) => {
    const notification = new Notification({ title, body });
    const over = (): void => {
      shown.delete(notification);
    };
    notification.on('click', () => {
      over();
      bringToFront(window());
      clicked();
    });
    notification.on('close', over);
    notification.on('failed', over);
    shown.add(notification);
    notification.show();
  };
}

export function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
