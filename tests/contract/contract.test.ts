// The judge itself: an exchange that keeps the contract passes, and each way of breaking it is found.
import { describe, expect, it } from 'vitest';
import { type Exchange, loadContract } from './contract.ts';

const contract = loadContract(new URL('../../openapi.yaml', import.meta.url));

const json = { 'Content-Type': 'application/json' };
const good: Exchange = {
  method: 'PATCH',
  url: new URL('http://127.0.0.1:8000/api/orders/payments/1/'),
  requestHeaders: new Headers(json),
  requestBody: '{"status":"completed"}',
  status: 200,
  responseHeaders: new Headers(json),
  responseBody: '{"id":1,"order":1,"amount":"12.00","status":"completed"}',
};
const judge = (change: Partial<Exchange>) => contract.judge({ ...good, ...change });
const to = (path: string) => ({ method: 'GET', url: new URL(path, good.url), requestBody: '' });

describe('a judgement', () => {
  it('finds no fault with a good exchange', () => {
    expect(judge({})).toEqual({ operationId: 'patchPayment', requestFaults: [], responseFaults: [] });
  });

  it('prefers the concrete address', () => {
    expect(judge({ ...to('/api/orders/history/'), responseBody: '[]' })).toEqual({
      operationId: 'listOrders',
      requestFaults: [],
      responseFaults: [],
    });
  });

  it('knows no operation for what the contract does not name', () => {
    expect(() => judge({ method: 'DELETE' })).toThrow('no operation');
    expect(() => judge(to('/api/orders'))).toThrow('no operation');
  });

  it.each<[string, Partial<Exchange>]>([
    ['a value outside the enumeration', { requestBody: '{"status":"shipped"}' }],
    ['a missing field', { requestBody: '{}' }],
    ['a field too many', { requestBody: '{"status":"completed","order":1}' }],
    ['no body', { requestBody: '' }],
    ['a broken body', { requestBody: '{"status":' }],
    ['another content type', { requestHeaders: new Headers({ 'Content-Type': 'text/plain' }) }],
    ['a path parameter that is no number', { url: new URL('/api/orders/payments/x/', good.url) }],
    ['an undeclared query', { url: new URL('/api/orders/payments/1/?Authorization=Bearer', good.url) }],
    ['an empty Idempotency-Key', { requestHeaders: new Headers({ ...json, 'Idempotency-Key': '' }) }],
    ['a body where none is declared', { ...to('/api/orders/1/'), requestBody: '{}' }],
    ['a page that is no number', to('/api/orders/history/?page=last')],
  ])('finds in a request: %s', (_, change) => {
    expect(judge(change).requestFaults).not.toEqual([]);
  });

  it.each<[string, Partial<Exchange>]>([
    ['a missing number', { responseBody: '{"order":1,"amount":"12.00","status":"completed"}' }],
    ['a number as text', { responseBody: '{"id":"1","order":1,"amount":"12.00","status":"completed"}' }],
    ['an amount that is no decimal', { responseBody: '{"id":1,"amount":"1,200.00","status":"completed"}' }],
    ['a list for an object', { responseBody: '[]' }],
    ['a body cut off', { responseBody: '{"id":1,"order":1' }],
    ['an empty body', { responseBody: '' }],
    ['an undeclared status', { status: 302 }],
    ['an undeclared content type', { responseHeaders: new Headers({ 'Content-Type': 'text/csv' }) }],
    ['HTML where JSON is due', { responseHeaders: new Headers({ 'Content-Type': 'text/html' }), responseBody: '<html>' }],
    ['an error without its sentence', { status: 401, responseBody: '{"code":"token_not_valid"}' }],
    [
      'a payment inside an order gone wrong',
      { ...to('/api/orders/1/'), responseBody: '{"id":1,"product_name":"A","quantity":1,"price":1,"payments":[{"id":1}]}' },
    ],
    ['a page without its links', { ...to('/api/orders/history/'), responseBody: '{"results":[]}' }],
    ['a wrong order in a page', { ...to('/api/orders/history/'), responseBody: '{"next":null,"previous":null,"results":[{"id":1}]}' }],
  ])('finds in an answer: %s', (_, change) => {
    expect(judge(change).responseFaults).not.toEqual([]);
  });

  it('finds a body with 204', () => {
    const registration = { ...good, method: 'POST', url: new URL('/api/accounts/auth/registration/', good.url), status: 204 };
    expect(contract.judge({ ...registration, responseBody: '' }).responseFaults).toEqual([]);
    expect(contract.judge({ ...registration, responseBody: '{}' }).responseFaults).not.toEqual([]);
  });

  it('takes any 5xx for what 5XX declares', () => {
    expect(
      judge({ status: 503, responseHeaders: new Headers({ 'Content-Type': 'text/html' }), responseBody: '<h1>' }).responseFaults,
    ).toEqual([]);
  });
});
