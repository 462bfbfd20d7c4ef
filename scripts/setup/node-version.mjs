// Is this Node new enough for the build tools?
import { Stop } from '../project.mjs';

/** electron-vite and Vite ask for ^20.19 or >=22.12; tests run on Electron's own Node. */
const wanted = '20.19 or later in the 20 line, or 22.12 or later';

/** @param {string} version as `process.versions.node` has it */
export function isEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** @type {import('./progress.mjs').Step} */
export const nodeVersion = {
  title: 'Node',
  ensure() {
    if (isEnough(process.versions.node)) return `${process.versions.node} is enough`;
    throw new Stop(
      `Paydesk's tools need Node ${wanted}; this is ${process.versions.node}. Install a newer Node and run the command again.`,
    );
  },
};
