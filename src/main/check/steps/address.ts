// The address itself: whether it is one, and whether others on the network can read along.
import type { AppError } from '../../../shared/errors/app-error.ts';
import { type Finding, failed, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';

export async function checkAddress({ server, practice }: At): Promise<Finding> {
  if (practice) return passed('The practice store, inside this computer.', { learned: { way: 'inside' } });
  if (!server.exposed) return passed(`${server.base} can be used as an address.`);
  return warning(
    `${server.base} is not encrypted: others on the network can read what is sent, the password too.`,
    'Ask the person who runs the server for an address that begins with https://.',
  );
}

/** What was typed is not repeated: it may hold a password. */
export function badAddress(error: AppError): Finding {
  return error.kind === 'bad-address'
    ? failed('That is not a server address.', 'Type it like https://shop.example.com or http://127.0.0.1:8000.')
    : failed('That address cannot be used.', 'Check it for typing errors.');
}

/** Where the call goes by what is known. */
export function placeOf({ server }: At): { readonly host: string; readonly port: number } {
  const { hostname, port, protocol } = new URL(server.origin);
  return { host: hostname, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
}

/** Whether this computer connects to the server itself. */
export function isDirect({ way }: Known): boolean {
  return way === 'direct';
}
