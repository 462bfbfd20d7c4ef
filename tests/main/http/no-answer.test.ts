// What a failure of `fetch` tells: why, and above all whether the server can have seen the request.
import { describe, expect, it } from 'vitest';
import { noAnswerFrom } from '../../../src/main/http/no-answer.ts';
import { chromium, nodeFailure } from './scripted-server.ts';

function told(thrown: unknown): [string, boolean] {
  const { reason, certainlyNotSent } = noAnswerFrom(thrown);
  return [reason, certainlyNotSent];
}

describe('a request that cannot have left', () => {
  it.each([
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
    ['ERR_NAME_RESOLUTION_FAILED', 'name-not-found'],
    ['ERR_DNS_TIMED_OUT', 'name-not-found'],
    ['ERR_CONNECTION_REFUSED', 'refused'],
    ['ERR_ADDRESS_UNREACHABLE', 'no-route'],
    ['ERR_ADDRESS_INVALID', 'no-route'],
    ['ERR_CONNECTION_TIMED_OUT', 'not-connected'],
    ['ERR_PROXY_CONNECTION_FAILED', 'no-route'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'no-route'],
    ['ERR_UNEXPECTED_PROXY_AUTH', 'no-route'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_CERT_DATE_INVALID', 'certificate'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'certificate'],
    ['ERR_SSL_UNRECOGNIZED_NAME_ALERT', 'certificate'],
    ['ERR_UNSAFE_PORT', 'unsafe-port'],
  ])('%s of Chromium: %s', (code, reason) => {
    expect(told(chromium(code))).toEqual([reason, true]);
  });

  it.each([
    ['ENOTFOUND', 'name-not-found'],
    ['EAI_AGAIN', 'name-not-found'],
    ['ECONNREFUSED', 'refused'],
    ['ENETUNREACH', 'no-route'],
    ['EHOSTUNREACH', 'no-route'],
    ['UND_ERR_CONNECT_TIMEOUT', 'not-connected'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ])('%s of Node, one level down: %s', (code, reason) => {
    expect(told(nodeFailure(code))).toEqual([reason, true]);
  });

  it('keeps its meaning when the server’s name holds another word', () => {
    expect(told(nodeFailure('ENOTFOUND', 'getaddrinfo ENOTFOUND redirect.example'))).toEqual(['name-not-found', true]);
  });
});

describe('a request that may have been seen', () => {
  it.each([
    ['ERR_TIMED_OUT', 'timeout'],
    ['ERR_CERT_VERIFIER_CHANGED', 'other'],
    ['ERR_CERT_DATABASE_CHANGED', 'other'],
    ['ERR_CONNECTION_RESET', 'cut-off'],
    ['ERR_CONNECTION_CLOSED', 'cut-off'],
    ['ERR_CONNECTION_ABORTED', 'cut-off'],
    ['ERR_EMPTY_RESPONSE', 'cut-off'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'cut-off'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'cut-off'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'cut-off'],
    ['ERR_HTTP2_PING_FAILED', 'cut-off'],
    ['ERR_NETWORK_CHANGED', 'other'],
    ['ERR_NETWORK_IO_SUSPENDED', 'other'],
    ['ERR_ABORTED', 'other'],
    ['ERR_FAILED', 'other'],
    ['ERR_RESPONSE_HEADERS_TRUNCATED', 'other'],
  ])('%s of Chromium: %s', (code, reason) => {
    expect(told(chromium(code))).toEqual([reason, false]);
  });

  // These also come in the middle of a connection that has long carried the request.
  it.each(['ERR_SSL_PROTOCOL_ERROR', 'ERR_SSL_BAD_RECORD_MAC_ALERT', 'ERR_SSL_DECRYPT_ERROR_ALERT', 'ERR_BAD_SSL_CLIENT_AUTH_CERT'])(
    '%s is no proof that nothing left',
    (code) => {
      expect(noAnswerFrom(chromium(code)).certainlyNotSent).toBe(false);
    },
  );

  it.each([
    ['ECONNRESET', 'cut-off'],
    ['UND_ERR_SOCKET', 'cut-off'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['EPIPE', 'other'],
    ['EPROTO', 'not-https'],
  ])('%s of Node: %s', (code, reason) => {
    expect(told(nodeFailure(code))).toEqual([reason, false]);
  });

  it.each([
    ["Attempted to redirect, but redirect policy was 'error'", 'redirected'],
    ['unexpected redirect', 'redirected'],
    ['terminated', 'cut-off'],
    ['something nobody has seen before', 'other'],
  ])('%j: %s', (message, reason) => {
    expect(told(new TypeError(message))).toEqual([reason, false]);
  });

  it.each([undefined, null, 'a text', 7, {}, [], new DOMException('aborted', 'AbortError')])('%j, thrown by who knows what', (thrown) => {
    expect(told(thrown)).toEqual(['other', false]);
  });

  it('tells a time limit of the platform as one', () => {
    expect(told(new DOMException('The operation timed out', 'TimeoutError'))).toEqual(['timeout', false]);
  });

  it('is not fooled by a cause that leads back to itself', () => {
    const round = new Error('round');
    round.cause = round;
    expect(told(round)).toEqual(['other', false]);
  });
});
