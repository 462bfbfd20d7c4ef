// What the app needs to open a window on this machine.
import { Stop } from './project.mjs';

/** Without a display there is nothing to open; better said before a minute of setup. */
export function needDisplay() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Stop('There is no display to open a window on: run this from a desktop, or set DISPLAY.');
  }
}

/** Chromium refuses to start its sandbox as root. @returns {string[]} arguments for Electron */
export function sandboxArguments() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.log('Running as root: Chromium cannot use its sandbox, so it is off (--no-sandbox). Use an ordinary account for real work.');
  return ['--no-sandbox'];
}
