// This computer's own sockets, for explaining what Electron's network only names: who refused, whose certificate, which scheme.
// Nothing secret ever goes over them, and what they find is never stronger than what a call of Paydesk's own comes to.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect, isIP } from 'node:net';
import {
  checkServerIdentity,
  connect as connectTls,
  getCACertificates,
  type PeerCertificate,
  rootCertificates,
  type TLSSocket,
} from 'node:tls';

export type Reached = { readonly kind: 'open' } | { readonly kind: 'refused' | 'no-route' | 'timeout' | 'other' };

/** `authorityProblem` and `nameProblem`: OpenSSL's code, or null where it finds nothing wrong. */
export interface Handshake {
  readonly protocol: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Names that the certificate is for. */
  readonly names: readonly string[];
  readonly issuer: string;
  readonly selfSigned: boolean;
  readonly authorityProblem: string | null;
  readonly wrongName: boolean;
}

export interface Seen {
  readonly status: number;
  readonly location: string | null;
}

export interface Direct {
  connect(host: string, port: number): Promise<Reached>;
  /** null: no encrypted connection came about. The certificate is looked at, not trusted. */
  handshake(host: string, port: number): Promise<Handshake | null>;
  /** Status and redirect of one GET, without credentials; null: no HTTP was spoken. */
  look(url: URL): Promise<Seen | null>;
}

/** @param limit milliseconds for each. */
export function createDirect(limit: number): Direct {
  return {
    connect: (host, port) =>
      new Promise((resolve) => {
        const socket = connect({ host: bare(host), port, timeout: limit });
        const end = (kind: Reached['kind']): void => {
          socket.destroy();
          resolve({ kind });
        };
        // A socket's own limit counts silence, which before the connection is all there is.
        socket.once('connect', () => end('open'));
        socket.once('timeout', () => end('timeout'));
        socket.once('error', (error) => end(reasonOf(error)));
      }),
    handshake: (host, port) =>
      new Promise((resolve) => {
        const name = bare(host);
        const socket = connectTls({
          host: name,
          port,
          timeout: limit,
          rejectUnauthorized: false,
          ca: authorities(),
          // An address is no name that could be asked for (RFC 6066).
          ...(isIP(name) === 0 ? { servername: name } : {}),
        });
        const end = (found: Handshake | null): void => {
          socket.destroy();
          resolve(found);
        };
        socket.once('secureConnect', () => end(readHandshake(socket, name)));
        socket.once('timeout', () => end(null));
        socket.once('error', () => end(null));
      }),
    look: (url) =>
      new Promise((resolve) => {
        const send = url.protocol === 'https:' ? requestHttps : requestHttp;
        const request = send(url, {
          method: 'GET',
          timeout: limit,
          rejectUnauthorized: false,
          agent: false,
          headers: { accept: 'application/json' },
        });
        const end = (seen: Seen | null): void => {
          request.destroy();
          resolve(seen);
        };
        request.once('response', (response) => {
          response.once('error', () => undefined);
          end({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
        });
        request.once('timeout', () => end(null));
        request.on('error', () => end(null));
        request.end();
      }),
  };
}

/** `[::1]` is how an address is written in a URL, and nowhere else. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

function reasonOf(error: Error): Reached['kind'] {
  const code = 'code' in error ? String(error.code) : '';
  // Several addresses were tried: each has failed for a reason of its own.
  const all =
    error instanceof AggregateError ? error.errors.map((each: unknown) => (each instanceof Error ? reasonOf(each) : 'other')) : [];
  if (code === 'ECONNREFUSED' || all.includes('refused')) return 'refused';
  if (code === 'ETIMEDOUT' || all.includes('timeout')) return 'timeout';
  return /^E(NETUNREACH|HOSTUNREACH|NETDOWN|ADDRNOTAVAIL)$/.test(code) || all.includes('no-route') ? 'no-route' : 'other';
}

/** The system's own authorities, as Electron's network has them. */
function authorities(): string[] {
  try {
    const system = getCACertificates('system');
    if (system.length > 0) return system;
  } catch {
    // Not every system lets itself be asked.
    return [...rootCertificates];
  }
  return [...rootCertificates];
}

function readHandshake(socket: TLSSocket, host: string): Handshake | null {
  const certificate = socket.getPeerCertificate();
  if (Object.keys(certificate).length === 0) return null;
  const problem: unknown = socket.authorizationError;
  const code = typeof problem === 'string' ? problem : problem instanceof Error && 'code' in problem ? String(problem.code) : null;
  return {
    protocol: socket.getProtocol() ?? '',
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
    names: namesOf(certificate),
    issuer: wordsOf(certificate.issuer.O ?? certificate.issuer.CN),
    selfSigned: sameName(certificate.subject, certificate.issuer),
    authorityProblem: code,
    wrongName: checkServerIdentity(host, certificate) !== undefined,
  };
}

const MOST_NAMES = 4;

function namesOf({ subjectaltname, subject }: PeerCertificate): readonly string[] {
  const alternatives = (subjectaltname ?? '').split(', ').flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? []);
  const names = alternatives.length > 0 ? alternatives : [wordsOf(subject.CN)];
  return names
    .filter((name) => name !== '')
    .map(wordsOf)
    .slice(0, MOST_NAMES);
}

function sameName(subject: object, issuer: object): boolean {
  return JSON.stringify(subject) === JSON.stringify(issuer);
}

/** A certificate can say anything: one short line, without markup. */
function wordsOf(said: string | readonly string[] | undefined): string {
  const text = typeof said === 'string' ? said : (said?.[0] ?? '');
  return text
    .replace(/[^\p{L}\p{N} .,:*'’&()_-]/gu, '')
    .slice(0, 80)
    .trim();
}
