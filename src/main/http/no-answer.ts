// What is known when a call ends without a complete answer: why, and whether the server can have seen the request.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';

/** Thrown by the transport and caught by `ask`; nobody else sees it. */
export class NoAnswer extends Error {
  readonly reason: UnreachableReason | 'redirected';
  /** True only where it is certain that no byte of the request reached the server. */
  readonly certainlyNotSent: boolean;

  constructor(reason: UnreachableReason | 'redirected', certainlyNotSent: boolean) {
    super(`no answer: ${reason}`);
    this.reason = reason;
    this.certainlyNotSent = certainlyNotSent;
  }
}

/**
 * Failures before the first byte of a request can have left, by Chromium's names (net_error_list.h) and by Node's.
 * Anything that is not listed may have been sent.
 */
const NEVER_SENT: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/ERR_INTERNET_DISCONNECTED/, 'offline'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS_|ENOTFOUND|EAI_AGAIN/, 'name-not-found'],
  [/ERR_CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [/ERR_ADDRESS_UNREACHABLE|ERR_ADDRESS_INVALID|ENETUNREACH|EHOSTUNREACH/, 'no-route'],
  [/ERR_CONNECTION_TIMED_OUT|UND_ERR_CONNECT_TIMEOUT/, 'not-connected'],
  [/ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED/, 'no-route'],
  // A proxy wants to know who asks before it lets anything through (407), whether it was set up here or stands in the way unseen.
  [/ERR_UNEXPECTED_PROXY_AUTH|ERR_PROXY_AUTH_/, 'no-route'],
  // Of ERR_SSL_ only what ends a handshake: others, like PROTOCOL_ERROR and the alerts, also come long after the request has left.
  // A change of the system's certificates (ERR_CERT_VERIFIER_CHANGED, ERR_CERT_DATABASE_CHANGED) breaks off what is under way, sent or not.
  [
    /ERR_CERT_(?!VERIFIER_CHANGED|DATABASE_CHANGED)|ERR_SSL_(VERSION_OR_CIPHER_MISMATCH|UNRECOGNIZED_NAME|SERVER_CERT_BAD_FORMAT|PINNED_KEY|OBSOLETE_VERSION)/,
    'certificate',
  ],
  [/CERT_HAS_EXPIRED|SELF_SIGNED|ERR_TLS_CERT|UNABLE_TO_VERIFY/, 'certificate'],
  [/ERR_UNSAFE_PORT|bad port/, 'unsafe-port'],
];

const MAYBE_SENT: readonly (readonly [RegExp, UnreachableReason | 'redirected'])[] = [
  [/redirect/i, 'redirected'],
  [/ERR_SSL_|EPROTO/, 'not-https'],
  [/ERR_TIMED_OUT|TimeoutError|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT/, 'timeout'],
  [
    /ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED|ERR_HTTP2_|ECONNRESET|terminated|UND_ERR_SOCKET/,
    'cut-off',
  ],
];

/** Reads what `fetch` threw. Names and codes only: the text of an error is never shown. */
export function noAnswerFrom(thrown: unknown): NoAnswer {
  const text = errorText(thrown);
  const never = NEVER_SENT.find(([pattern]) => pattern.test(text));
  if (never !== undefined) return new NoAnswer(never[1], true);
  const maybe = MAYBE_SENT.find(([pattern]) => pattern.test(text));
  return new NoAnswer(maybe?.[1] ?? 'other', false);
}

/** The answer's headers had come, so the request had arrived, whatever broke then. */
export function noAnswerMidway(thrown: unknown): NoAnswer {
  return thrown instanceof NoAnswer ? thrown : new NoAnswer('cut-off', false);
}

/** Node puts the real cause one level down. */
function errorText(thrown: unknown, deeper = true): string {
  if (!(thrown instanceof Error)) return typeof thrown === 'string' ? thrown : '';
  const code = 'code' in thrown ? String(thrown.code) : '';
  return `${thrown.name} ${code} ${thrown.message} ${deeper ? errorText(thrown.cause, false) : ''}`;
}
