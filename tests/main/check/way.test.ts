// The way to the server, by real sockets and certificates on loopback: what is in the way is named, and what only looks so is not.
import { afterEach, describe, expect, it } from 'vitest';
import type { Direct } from '../../../src/main/check/direct.ts';
import { createPracticeStore } from '../../../src/main/practice/store.ts';
import { chromium } from '../http/scripted-server.ts';
import { aCheck, fromStore, type Odds, type Run, type Standing, standHttp, standHttps } from './a-check.ts';
import { type Certificate, makeCertificate } from './make-certificate.ts';

const standing: Standing[] = [];
afterEach(async () => {
  for (const server of standing.splice(0)) await server.close();
});
const stand = async (opening: Promise<Standing>): Promise<Standing> => {
  const server = await opening;
  standing.push(server);
  return server;
};

const store = createPracticeStore({ behaviour: { orders: 3 } });
const failing = (code: string): Pick<Odds, 'network'> => ({ network: () => Promise.reject(chromium(code)) });
const through = { network: (request: Request) => store.fetch(request) };
const reached = (kind: Awaited<ReturnType<Direct['connect']>>['kind']): Pick<Odds, 'direct'> => ({
  direct: { connect: async () => ({ kind }), handshake: async () => null },
});

describe('the name', () => {
  it('that nobody knows', async () => {
    const run = await aCheck({
      ...failing('ERR_NAME_NOT_RESOLVED'),
      sight: { resolve: () => Promise.reject(new Error('ERR_NAME_NOT_RESOLVED')) },
    }).ofAddress('https://shpo.example');
    expect(run.line('name')).toMatchObject({ state: 'failed', found: 'No server is known by the name shpo.example.' });
    expect(run.line('name').hint).toContain('does not resolve');
    expect(run.line('connection').found).toBe('“Name lookup” has to work first.');
    expect(run.line('clock').found).toBe('“Name lookup” has to work first.');
  });

  it('on a computer without a network', async () => {
    const run = await aCheck({
      ...failing('ERR_INTERNET_DISCONNECTED'),
      sight: { resolve: () => Promise.reject(new Error('no')) },
    }).ofAddress('https://shop.example');
    expect(run.line('name')).toMatchObject({ state: 'failed', found: 'This computer has no network.' });
  });

  it('that only this test does not find is no fault', async () => {
    const run = await aCheck({ ...through, ...reached('open'), sight: { resolve: () => Promise.reject(new Error('no')) } }).ofAddress(
      'https://shop.example',
    );
    expect(run.line('name').state).toBe('not-tested');
    expect(run.line('api').state).toBe('passed');
  });
});

describe('the connection', () => {
  it('that is refused', async () => {
    const server = await standHttp(fromStore(store));
    await server.close();
    const run = await aCheck().ofAddress(server.url);
    expect(run.line('connection')).toMatchObject({ state: 'failed', found: `Nothing answers at 127.0.0.1, port ${server.port}.` });
    expect(run.line('encryption').found).toBe('“Connection” has to work first.');
  });

  it.each([
    ['no-route', 'There is no way to the server from this network.'],
    ['timeout', 'shop.example does not take the connection at port 443.'],
  ] as const)('with %s', async (kind, found) => {
    const run = await aCheck({ ...failing('ERR_CONNECTION_TIMED_OUT'), ...reached(kind) }).ofAddress('https://shop.example');
    expect(run.line('connection')).toMatchObject({ state: 'failed', found });
  });

  it.each(['refused', 'no-route', 'timeout', 'other'] as const)('that only this test does not get (%s) is no fault', async (kind) => {
    const run = await aCheck({ ...through, ...reached(kind) }).ofAddress('https://shop.example');
    expect(run.line('connection').state).toBe('not-tested');
    expect([run.line('encryption').state, run.line('api').state]).toEqual(['passed', 'passed']);
  });

  it('through a proxy is left to the proxy', async () => {
    let touched = 0;
    const touch = async (): Promise<never> => {
      touched += 1;
      throw new Error('not through the proxy');
    };
    const run = await aCheck({
      ...through,
      sight: { proxyFor: async () => 'PROXY proxy.corp.example:3128', resolve: touch },
      direct: { connect: touch, handshake: touch, look: touch },
    }).ofAddress('https://shop.example');
    expect([run.line('name').state, run.line('connection').state]).toEqual(['not-tested', 'not-tested']);
    expect(run.line('connection').found).toContain('a proxy');
    expect([run.line('encryption').state, run.line('api').state]).toEqual(['passed', 'passed']);
    expect(touched).toBe(0);
  });
});

const DAY = 86_400_000;
const NOW = Date.now();
const at = (days: number): Date => new Date(NOW + days * DAY);
const usual = { name: 'Test shop', hosts: ['127.0.0.1'], from: at(-10), to: at(90) };

/** With the network that Node has: it refuses what Chromium refuses. */
async function behind(certificate: Certificate, network?: Odds['network']): Promise<Run> {
  const server = await stand(standHttps(certificate, fromStore(store)));
  return await aCheck(network === undefined ? {} : { network }).ofAddress(server.url);
}

describe('the certificate', () => {
  it('that has run out, with the day', async () => {
    const { line } = await behind(
      makeCertificate({ ...usual, from: new Date('2024-01-01T00:00:00Z'), to: new Date('2025-03-12T00:00:00Z') }),
    );
    expect(line('encryption')).toMatchObject({ state: 'failed', found: 'The server’s certificate ran out on 12 March 2025.' });
    expect(line('encryption').advice).toContain('the date on this computer');
    expect(line('encryption').hint).toContain('expired on 2025-03-12');
    expect(line('api').found).toBe('“Encryption” has to work first.');
  });

  it('that is not valid yet', async () => {
    const { line } = await behind(
      makeCertificate({ ...usual, from: new Date('2199-01-01T00:00:00Z'), to: new Date('2200-01-01T00:00:00Z') }),
    );
    expect(line('encryption').found).toBe('The server’s certificate is valid only from 1 January 2199.');
  });

  it('for another name, with the names', async () => {
    const { line } = await behind(makeCertificate({ ...usual, hosts: ['other.example', 'www.other.example'] }));
    expect(line('encryption').found).toBe('The server’s certificate is for another name: other.example, www.other.example.');
    expect(line('encryption').hint).toContain('does not name 127.0.0.1');
  });

  it('signed by the server itself, with its end', async () => {
    const { line } = await behind(makeCertificate(usual));
    expect(line('encryption').found).toBe('The server has signed its certificate itself, so nobody vouches for it.');
    expect(line('encryption').hint).toContain('valid until');
  });

  it('by an authority that this computer does not know, with its name', async () => {
    const authority = makeCertificate({ ...usual, name: 'Corner Shop CA', hosts: ['ca.example'] });
    const { line } = await behind(makeCertificate({ ...usual, signedBy: authority }));
    expect(line('encryption').found).toBe('This computer does not know who vouches for the server’s certificate (Corner Shop CA).');
  });

  // What Electron's network accepts is accepted, whatever Node's own list of authorities says of it.
  it('that the network accepts passes, with its end', async () => {
    const { line } = await behind(makeCertificate(usual), through.network);
    expect(line('encryption')).toMatchObject({ state: 'passed' });
    expect(line('encryption').found).toMatch(/^Encrypted \(TLS 1\.\d\); the certificate by Test shop is valid until \d+ \w+ \d{4}\.$/);
  });

  it('that runs out soon is worth a warning', async () => {
    const { line } = await behind(makeCertificate({ ...usual, to: at(3.5) }), through.network);
    expect(line('encryption')).toMatchObject({ state: 'warning', found: 'Encrypted, but the certificate runs out in 3 days.' });
  });
});

describe('the scheme', () => {
  it('https typed, and the server speaks plain http', async () => {
    const { port } = await stand(standHttp(fromStore(store)));
    const run = await aCheck().ofAddress(`https://127.0.0.1:${port}`);
    expect(run.line('encryption')).toMatchObject({
      state: 'failed',
      found: 'The server speaks plain http at this address, and https was typed.',
    });
    expect(run.line('encryption').advice).toContain('http:// in front');
  });

  it('http typed, and the server speaks https', async () => {
    const { port } = await stand(standHttps(makeCertificate(usual), fromStore(store)));
    const run = await aCheck().ofAddress(`http://127.0.0.1:${port}`);
    expect(run.line('encryption')).toMatchObject({
      state: 'failed',
      found: 'The server speaks https at this address, and http was typed.',
    });
  });
});
