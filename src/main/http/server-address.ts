// The server's address: what a person may type for it, and what it becomes.
import { fail, ok, type Result } from '../../shared/result.ts';

export interface ServerAddress {
  /** Scheme, host and port: the only place a token ever goes to. */
  readonly origin: string;
  /** Origin and path prefix, without a slash at its end; the guide's paths are appended to it. */
  readonly base: string;
  /** False for https and for this computer itself; true where others on the network could read along. */
  readonly exposed: boolean;
}

const LONGEST = 2_000;

/**
 * Reads an address as people type or paste it: with or without a scheme, a slash, or `/api/` at its end, or the whole address of one of the
 * guide's endpoints.
 * Without a scheme, this computer is taken as http and every other host as https.
 * @param acceptPlainHttp the person said yes to sending a password over an unencrypted network.
 */
export function readServerAddress(typed: string, acceptPlainHttp: boolean): Result<ServerAddress> {
  const text = typed.trim();
  const bad = fail({ kind: 'bad-address', address: text.slice(0, 200) });
  if (text === '' || text.length > LONGEST || /[\s\\]/.test(text)) return bad;
  const url = parseUrl(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '' || url.username !== '' || url.password !== '') return bad;
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api(\/(accounts|orders|token)(\/.*)?)?$/i, '');
  const exposed = url.protocol === 'http:' && !isLoopback(url.hostname);
  if (exposed && !acceptPlainHttp) return fail({ kind: 'insecure-address', address: url.origin });
  return ok({ origin: url.origin, base: url.origin + path, exposed });
}

function parseUrl(text: string): URL | null {
  // `https:/shop` is a slip that URL mends; taken as a name without a scheme it would be the host "https".
  if (/^([a-z][a-z0-9+.-]*:\/\/|https?:\/)/i.test(text)) return URL.parse(text);
  const guess = URL.parse(`https://${text}`);
  if (guess === null) return null;
  return isLoopback(guess.hostname) ? URL.parse(`http://${text}`) : guess;
}

/** Only literal loopback and the reserved name (RFC 6761); other names may resolve to anything. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
