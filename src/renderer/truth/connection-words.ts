// The connection in words: what is the case, and what Paydesk does about it. Pure.
import type { Reach } from '../../shared/ipc/operation-requests.ts';

export interface ConnectionWords {
  readonly word: string;
  readonly meaning: string;
}

const KEPT = 'What you mark is written down on this computer and sent by itself as soon as that is possible.';

const WORDS: Readonly<Record<Reach, ConnectionWords>> = {
  online: { word: 'Online', meaning: 'The server answers. What you mark is sent when its seconds to undo are over.' },
  offline: { word: 'Offline', meaning: `This computer has no network. ${KEPT}` },
  down: { word: 'Server down', meaning: `There is a network, but the server does not answer. ${KEPT}` },
  'signed-out': {
    word: 'Signed out',
    meaning: 'Your session has ended. What you marked waits on this computer until you have signed in again.',
  },
};

export function connectionWords(reach: Reach): ConnectionWords {
  return WORDS[reach];
}
