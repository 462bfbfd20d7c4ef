// What one call through the typed client is told as, without judging it.
import { describe, expect, it } from 'vitest';
import { asText, createApi } from '../../../src/main/http/api.ts';
import { ask, type Evidence } from '../../../src/main/http/evidence.ts';
import { createTransport } from '../../../src/main/http/transport.ts';
import { chromium, createScriptedServer, json, page, SHOP } from './scripted-server.ts';

async function evidenceOf(answer: () => Response): Promise<Evidence> {
  const api = createApi(SHOP, createTransport(createScriptedServer(answer).fetch, SHOP));
  return await ask(api.POST('/api/orders/', { body: { product_name: 'Acer', quantity: 1, price: '1.00' }, ...asText }));
}

async function bodyOf(answer: Response): Promise<unknown> {
  const evidence = await evidenceOf(() => answer);
  return evidence.kind === 'answer' ? evidence.body : evidence;
}

describe('an answer', () => {
  it.each([200, 201, 400, 401, 403, 404, 500, 503])('with JSON and status %i gives its value', async (status) => {
    expect(await bodyOf(json(status, { detail: 'said' }))).toEqual({ kind: 'json', value: { detail: 'said' } });
  });

  it.each([200, 201, 400, 401, 403, 404, 500, 502])('with a page and status %i gives no text that could be shown', async (status) => {
    expect(await bodyOf(page(status))).toEqual({ kind: 'other' });
  });

  it.each([200, 400, 500])('of status %i whose JSON is cut off is no JSON', async (status) => {
    expect(await bodyOf(new Response('{"id": 1, "prod', { status }))).toEqual({ kind: 'other' });
  });

  it.each([200, 201, 400, 401, 500])('without a body and with status %i is empty', async (status) => {
    expect(await bodyOf(new Response('', { status }))).toEqual({ kind: 'empty' });
    expect(await bodyOf(new Response(null, { status, headers: { 'content-length': '0' } }))).toEqual({ kind: 'empty' });
  });

  it('of blanks is empty', async () => {
    expect(await bodyOf(new Response(' \n', { status: 200 }))).toEqual({ kind: 'empty' });
  });

  it('with 204 is empty', async () => {
    expect(await evidenceOf(() => new Response(null, { status: 204 }))).toMatchObject({ status: 204, body: { kind: 'empty' } });
  });

  it('keeps its headers', async () => {
    const evidence = await evidenceOf(() => json(405, { detail: 'no' }, { allow: 'GET, PUT' }));
    expect(evidence.kind === 'answer' && evidence.headers.get('allow')).toBe('GET, PUT');
  });
});

describe('no answer', () => {
  it('tells why and whether it was sent', async () => {
    const evidence = await evidenceOf(() => {
      throw chromium('ERR_CONNECTION_REFUSED');
    });
    expect(evidence).toEqual({ kind: 'no-answer', reason: 'refused', certainlyNotSent: true });
  });

  it('is never made of a bug', async () => {
    await expect(ask(Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});

describe('the typed client', () => {
  it('asks for JSON in English, follows no redirect and sends the documented body', async () => {
    const server = createScriptedServer(() => json(201, { id: 1 }));
    let redirect: RequestRedirect | null = null;
    const api = createApi(SHOP, async (request) => {
      redirect = request.redirect;
      return await server.fetch(request);
    });
    await ask(api.POST('/api/orders/', { body: { product_name: 'Acer', quantity: 5, price: '450000.00' }, ...asText }));
    const asked = server.asked[0];
    expect(asked?.url).toBe('https://shop.example/api/orders/');
    expect(JSON.parse(asked?.body ?? '')).toEqual({ product_name: 'Acer', quantity: 5, price: '450000.00' });
    expect(Object.fromEntries(asked?.headers ?? [])).toEqual({
      accept: 'application/json',
      'accept-language': 'en',
      'content-type': 'application/json',
    });
    expect(redirect).toBe('error');
  });

  it('keeps a path prefix of the server', async () => {
    const server = createScriptedServer(() => json(200, []));
    const api = createApi({ ...SHOP, base: 'https://shop.example/till' }, server.fetch);
    await ask(api.GET('/api/orders/history/', { ...asText }));
    expect(server.asked[0]?.path).toBe('/till/api/orders/history/');
  });
});
