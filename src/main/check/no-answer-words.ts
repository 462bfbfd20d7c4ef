// A call that was not answered, as a finding: what was found, and what to do.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';
import { type Finding, failed } from './finding.ts';

const WORDS: Readonly<Record<UnreachableReason | 'redirected', readonly [found: string, advice: string]>> = {
  offline: ['This computer has no network.', 'Check the Wi-Fi or the cable, then check again.'],
  'name-not-found': ['No server was found by that name.', 'Check the server address for typing errors.'],
  refused: ['Nothing answers there.', 'Check the address and its port, and that the server is running.'],
  'no-route': ['There is no way to the server from this network.', 'Check the Wi-Fi, the cable or the VPN, then check again.'],
  'not-connected': [
    'No connection came about: nothing at that address took the call.',
    'Check the address and its port, and that the server is running.',
  ],
  timeout: ['The server did not answer in time.', 'Check again in a moment; if it stays, tell the person who runs the server.'],
  'cut-off': ['The connection broke off before the answer was complete.', 'Check again; if it stays, tell the person who runs the server.'],
  certificate: [
    'The server’s security certificate is not valid.',
    'Tell the person who runs the server; until then nothing is sent there.',
  ],
  'not-https': ['No encrypted connection came about.', 'Check whether the address needs http:// in front, or another port.'],
  'unsafe-port': ['That port is reserved for another service.', 'Check the port in the server address.'],
  'not-renewed': ['The server could not renew your sign-in just now.', 'Check again in a moment.'],
  redirected: ['The server sends this call to another address.', 'Tell the person who runs the server.'],
  other: ['The server could not be reached.', 'Check the network and the server address, then check again.'],
};

export function noAnswer(reason: UnreachableReason | 'redirected', hint: string | null = null): Finding {
  const [found, advice] = WORDS[reason];
  return failed(found, advice, { hint });
}
