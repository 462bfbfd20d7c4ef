// The way to the server: the name, the connection. A failure counts only when a call of Paydesk's own fails as well: proxies, VPNs and
// hosts files may let calls through that a test like this does not see.
import { isIP } from 'node:net';
import { type Finding, failed, notTested, passed } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { noAnswer } from '../no-answer-words.ts';
import { within } from '../within.ts';
import { isDirect, placeOf } from './address.ts';

/** Milliseconds. */
const LOOKUP_LIMIT = 5_000;

const INSIDE = notTested('Not needed: the practice store is inside this computer.');
const BY_PROXY = { hint: 'This computer reaches the server through a proxy of its system settings.', learned: { way: 'proxy' } } as const;

export async function checkName(at: At, known: Known): Promise<Finding> {
  if (known.way === 'inside') return INSIDE;
  const { host } = placeOf(at);
  const proxy = await within(
    LOOKUP_LIMIT,
    at.sight.proxyFor(at.server.base).catch(() => 'DIRECT'),
    'DIRECT',
  );
  if (!/^\s*DIRECT/i.test(proxy)) return notTested('Calls go through a proxy, which looks the name up itself.', null, BY_PROXY);
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0)
    return passed('The address is a number, so there is no name to look up.', { learned: { addresses: [host] } });
  const addresses = await within<readonly string[] | null>(
    LOOKUP_LIMIT,
    at.sight.resolve(host).catch(() => []),
    null,
  );
  if (addresses !== null && addresses.length > 0)
    return passed(`${host} is at ${addresses.slice(0, 3).join(', ')}.`, { learned: { addresses } });
  const own = await at.asking.first();
  if (own.kind === 'answer') return notTested(`This test did not find the name ${host}, but calls get through all the same.`);
  if (own.reason === 'offline') return noAnswer('offline');
  if (addresses === null) return failed('The name could not be looked up in time.', 'Check the Wi-Fi or the cable, then check again.');
  return failed(`No server is known by the name ${host}.`, 'Check the address for typing errors, and that this computer is online.', {
    hint: `The name ${host} does not resolve from this computer: its DNS has no address for it.`,
  });
}

export async function checkConnection(at: At, known: Known): Promise<Finding> {
  if (known.way === 'inside') return INSIDE;
  if (!isDirect(known)) return notTested('Calls go through a proxy, so this computer does not connect to the server itself.');
  const { host, port } = placeOf(at);
  // Under way together, so that a dead server costs the longer of two limits, not both.
  const call = at.asking.first();
  const reached = await at.direct.connect(host, port);
  if (reached.kind === 'open') return passed(`Something answers at ${host}, port ${port}.`);
  const own = await call;
  if (own.kind === 'answer') return notTested('A connection of this test’s own did not come about, but calls get through all the same.');
  if (own.reason === 'offline') return noAnswer('offline');
  switch (reached.kind) {
    case 'refused':
      return failed(`Nothing answers at ${host}, port ${port}.`, 'Check the address and its port, and that the server is running.', {
        hint: `The connection to port ${port} is refused: no program listens there, or a firewall rejects it.`,
      });
    case 'no-route':
      return noAnswer('no-route', `No route to ${host} from this computer’s network.`);
    case 'timeout':
      return failed(
        `${host} does not take the connection at port ${port}.`,
        'Check the address, and the Wi-Fi or the VPN that leads to the server.',
        {
          hint: `Packets to port ${port} are dropped: a firewall, or a server that is switched off.`,
        },
      );
    default:
      return noAnswer(own.reason);
  }
}
