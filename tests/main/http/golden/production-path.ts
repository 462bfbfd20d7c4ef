// A server that says one thing, asked by the code that ships: transport, token, typed client, reading, judging. No session, no journal.

import { createApi } from '../../../../src/main/http/api.ts';
import { createTransport, type Fetch } from '../../../../src/main/http/transport.ts';
import { createShopServer } from '../../../../src/main/journal/shop-server.ts';
import { updatePayment } from '../../../../src/main/payments/update-payment.ts';
import { createProfile } from '../../../../src/main/profile/profile.ts';
import { bind } from '../../../../src/main/session/bind.ts';
import { register } from '../../../../src/main/session/register.ts';
import { obtainTokens } from '../../../../src/main/session/server-calls.ts';
import type { AppError } from '../../../../src/shared/errors/app-error.ts';
import { accessToken } from '../../session/json-web-token.ts';
import { SHOP } from '../scripted-server.ts';

export const DOINGS = [
  'sign in',
  'register',
  'read an order',
  'read the history',
  'mark',
  'create an order',
  'record a payment',
  'save the profile',
] as const;
export type Doing = (typeof DOINGS)[number];

/** For writes, what main takes the answer for; a person's decision and every repetition hang on it. */
export interface Outcome {
  readonly class: 'done' | 'not-done' | 'refused' | 'unknown' | 'read' | 'failed';
  readonly error: AppError | null;
}

const KNOWN = { id: 12, order: 7, amount: 4_500_000n, status: 'pending', createdAt: null };
const ACCOUNT = {
  ...{ username: 'your_name', email: 'your_email@gmail.com', password: 'TestPassword123', repeatPassword: 'TestPassword123' },
  ...{ firstName: 'fname', lastName: 'lname', phoneNumber: '9813121824', address: 'Godawari' },
  ...{ server: SHOP.base, acceptPlainHttp: false },
};
const PROFILE = { firstName: 'Ram', lastName: 'Ram', email: 'Ram@gmail.com', phoneNumber: '1234567890', address: '123 Main Street' };

/** @param answer what comes back for each call, made anew each time. */
export async function askFor(doing: Doing, answer: () => Response): Promise<Outcome> {
  const network: Fetch = async ({ method, url }) =>
    // The profile is read before it is saved; only the saving meets the answer.
    doing === 'save the profile' && method === 'GET' && url.endsWith('/profile/')
      ? Response.json({ user: 11, first_name: 'Ram' })
      : answer();
  const { connection } = bind({
    target: { server: SHOP, network, username: 'your_name', practice: false },
    ...{ access: accessToken('golden'), refresh: 'refresh' },
    ...{ keep: async () => undefined, ended: () => undefined, reached: () => undefined, now: () => 0, wallClock: () => new Date() },
  });
  const open = createApi(SHOP, createTransport(network, SHOP));
  const memory = { read: () => 'PATCH' as const, save: () => undefined };
  const shop = createShopServer({ connection, updatePayment: (update) => updatePayment(connection.api, update, memory) });
  switch (doing) {
    case 'sign in':
      return told(await obtainTokens(open, ACCOUNT.username, ACCOUNT.password));
    case 'register':
      return told(await register(open, ACCOUNT, 'key'));
    case 'read an order':
      return told((await shop.readOrder(7)).result);
    case 'read the history':
      return told((await shop.readOrders()).result);
    case 'mark':
      return written(await shop.setStatus({ id: 12, status: 'completed', key: 'key', known: KNOWN }));
    case 'create an order':
      return written(
        await shop.createOrder({ kind: 'create-order', product: 'Acer', quantity: 5, price: '450000.00', another: false }, 'key'),
      );
    case 'record a payment':
      return written(await shop.recordPayment({ kind: 'record-payment', order: 7, amount: '1200.00', another: false }, 'key'));
    case 'save the profile':
      return told(await createProfile(connection, () => undefined).save(PROFILE));
  }
}

function told(result: { readonly ok: true } | { readonly ok: false; readonly error: AppError }): Outcome {
  return result.ok ? { class: 'read', error: null } : { class: 'failed', error: result.error };
}

function written({ outcome }: Awaited<ReturnType<ReturnType<typeof createShopServer>['setStatus']>>): Outcome {
  return { class: outcome.class, error: outcome.class === 'done' ? null : outcome.error };
}
