// What a person may type for the server's address, and what becomes of it.
import { describe, expect, it } from 'vitest';
import { isLoopback, readServerAddress } from '../../../src/main/http/server-address.ts';

function baseOf(typed: string, acceptPlainHttp = false): string {
  const read = readServerAddress(typed, acceptPlainHttp);
  return read.ok ? read.value.base : read.error.kind;
}

describe('an address as people type it', () => {
  it.each([
    ['https://shop.example.com', 'https://shop.example.com'],
    ['https://shop.example.com/', 'https://shop.example.com'],
    ['https://shop.example.com///', 'https://shop.example.com'],
    ['  https://shop.example.com \t', 'https://shop.example.com'],
    ['HTTPS://SHOP.Example.COM', 'https://shop.example.com'],
    ['https://shop.example.com/api', 'https://shop.example.com'],
    ['https://shop.example.com/till/api/token/', 'https://shop.example.com/till'],
    ['https://shop.example.com/api/orders/1/?', 'https://shop.example.com'],
    ['https://shop.example.com/api/accounts/auth/registration/', 'https://shop.example.com'],
    ['https://shop.example.com/api/orders-of-ours', 'https://shop.example.com/api/orders-of-ours'],
    ['https://shop.example.com/api/', 'https://shop.example.com'],
    ['https://shop.example.com/till/api/', 'https://shop.example.com/till'],
    ['https://shop.example.com/till', 'https://shop.example.com/till'],
    ['https://shop.example.com/myapi', 'https://shop.example.com/myapi'],
    ['https://shop.example.com:443', 'https://shop.example.com'],
    ['https://shop.example.com:8443/?next=1#top', 'https://shop.example.com:8443'],
    ['https:/shop.example.com', 'https://shop.example.com'],
    ['shop.example.com', 'https://shop.example.com'],
    ['shop.example.com:8443', 'https://shop.example.com:8443'],
    ['192.168.1.20:8000', 'https://192.168.1.20:8000'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['http:/127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['http://127.1:8000', 'http://127.0.0.1:8000'],
    ['127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['127.0.0.1:8000/api/', 'http://127.0.0.1:8000'],
    ['localhost', 'http://localhost'],
    ['LOCALHOST:8000', 'http://localhost:8000'],
    ['http://[::1]:8000/', 'http://[::1]:8000'],
    ['[::1]:8000', 'http://[::1]:8000'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
  ])('%j is read as %s', (typed, base) => {
    expect(baseOf(typed)).toBe(base);
  });

  it.each([
    '',
    '   ',
    'http://',
    'https://',
    'not an address',
    'https://shop example.com',
    'ftp://shop.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'javascript://%0aalert(1)',
    'data:text/html,hello',
    'app://paydesk/index.html',
    'ws://shop.example.com',
    'https://shop.example.com:99999',
    'https://[::1',
    'https://user@shop.example.com',
    'https://user:secret@shop.example.com',
    'https://:secret@shop.example.com',
    'http://127.0.0.1:8000@evil.example',
    'user:secret@shop.example.com',
    `https://${'a'.repeat(2_000)}.example`,
  ])('%j is no server address', (typed) => {
    expect(baseOf(typed, true)).toBe('bad-address');
  });

  it('echoes no more than the beginning of a bad address', () => {
    expect(readServerAddress(`no${'o'.repeat(5_000)}`, false)).toEqual({
      ok: false,
      error: { kind: 'bad-address', address: `no${'o'.repeat(198)}` },
    });
  });
});

describe('plain http', () => {
  it.each([
    ['http://shop.example.com', 'http://shop.example.com'],
    ['http://192.168.1.20:8000/api/', 'http://192.168.1.20:8000'],
    ['http://0.0.0.0:8000', 'http://0.0.0.0:8000'],
    ['http://[2001:db8::1]', 'http://[2001:db8::1]'],
    ['http://[::ffff:127.0.0.1]', 'http://[::ffff:7f00:1]'],
    ['http://localhost.evil.example', 'http://localhost.evil.example'],
    ['http://127.0.0.1.evil.example', 'http://127.0.0.1.evil.example'],
  ])('beyond this computer needs a yes: %s', (typed, origin) => {
    expect(readServerAddress(typed, false)).toEqual({ ok: false, error: { kind: 'insecure-address', address: origin } });
    expect(readServerAddress(typed, true)).toEqual({ ok: true, value: { origin, base: origin, exposed: true } });
  });

  it('is not exposed on this computer itself, whatever was accepted', () => {
    expect(readServerAddress('http://127.0.0.1:8000', true)).toMatchObject({ ok: true, value: { exposed: false } });
  });

  it('knows this computer only by literal addresses and the reserved name', () => {
    expect(['localhost', '[::1]', '127.0.0.1', '127.255.0.9'].filter(isLoopback)).toHaveLength(4);
    expect(['localhost.', '::1', '[::]', '128.0.0.1', '127.0.0.1.', '127.0.0', 'x127.0.0.1', ''].filter(isLoopback)).toEqual([]);
  });
});
