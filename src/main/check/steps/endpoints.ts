// The guide's addresses, one by one. Logout is only ever asked by OPTIONS: some servers sign out on a GET.
import { readOrder } from '../../store/read-wire.ts';
import { type Answered, allowed } from '../asking.ts';
import { type Finding, notTested, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { readBeginning } from '../rows.ts';
import { checkMethod, faultOf } from './offers.ts';

const NO_TOKEN = notTested('Nobody is signed in.', null, { stops: true });

export async function checkProfile({ asking }: At, { authorised, profile }: Known): Promise<Finding> {
  if (authorised === null) return NO_TOKEN;
  const offer = {
    path: '/api/accounts/profile/',
    can: 'Your profile can be read and changed',
    cannot: 'Your profile cannot be read',
    limit: { cannot: 'It has no profile of you.', copes: 'Paydesk shows your user name in place of your name.' },
  };
  const answer = profile ?? (await asking.as(authorised, 'GET', offer.path));
  const fault = faultOf(answer, offer);
  if (fault !== null) return { ...fault, state: fault.state === 'failed' ? 'warning' : fault.state, stops: false };
  const methods = allowed(answer);
  if (methods === null || methods.has('PUT')) return passed(methods === null ? 'Your profile can be read.' : `${offer.can}.`);
  return warning('Your profile can be read, but not changed.', null, {
    hint: `${offer.path} does not allow PUT.`,
    limits: [
      {
        cannot: 'It does not let a profile be changed.',
        copes: 'Profile shows what the server has; saving is refused with the server’s own words.',
      },
    ],
  });
}

const HISTORY = {
  path: '/api/orders/history/',
  can: 'The history can be read',
  cannot: 'The order history cannot be read',
  limit: { cannot: 'It does not tell the order history.', copes: 'Orders stays empty; an order can be looked up by its number alone.' },
};

export async function checkHistory({ asking }: At, { authorised }: Known): Promise<Finding> {
  const patient = asking.session('patient') ?? authorised;
  if (patient === null) return NO_TOKEN;
  const answer = await asking.as(patient, 'GET', HISTORY.path);
  if (answer.kind === 'none' || answer.status >= 300) return faultOf(answer, HISTORY) ?? NO_TOKEN;
  // A long history is cut after its beginning, and is no JSON as it stands.
  const beginning = readBeginning(answer.text);
  if (beginning === null) return faultOf({ ...answer, json: undefined }, HISTORY) ?? NO_TOKEN;
  return historyFinding(answer, beginning.rows);
}

function historyFinding(answer: Answered, rows: readonly unknown[]): Finding {
  const orders = rows.map(readOrder).filter((order) => order !== null);
  const learned = {
    history: answer,
    order: orders[0]?.id ?? null,
    payment: orders.flatMap(({ payments }) => payments ?? [])[0]?.id ?? null,
    embedded: orders.length === 0 ? null : orders.some(({ payments }) => payments !== null),
  };
  if (rows.length === 0) return passed(`${HISTORY.can}; there is no order in it yet.`, { learned });
  const seconds = answer.took / 1_000;
  const piece = answer.json === undefined ? 'its beginning' : 'it';
  if (orders.length > 0)
    return passed(`${HISTORY.can}; ${piece} came ${seconds < 1 ? 'at once' : `after ${seconds.toFixed(1)} s`}.`, { learned });
  return warning('The history holds rows, but none with an order number.', 'Tell the person who runs the server.', {
    hint: `${HISTORY.path}: each row needs an "id".`,
    learned,
  });
}

export async function checkOrder({ asking }: At, { authorised, order }: Known): Promise<Finding> {
  if (authorised === null) return NO_TOKEN;
  if (order === null) return notTested('There is no order yet to look at.');
  const path = `/api/orders/${order}/`;
  const limit = { cannot: 'It does not tell a single order.', copes: 'An order’s detail shows what the history last said of it.' };
  const answer = await asking.as(authorised, 'GET', path);
  const fault = faultOf(answer, { path, can: '', cannot: 'A single order cannot be read', limit });
  if (fault !== null) return fault;
  const read = answer.kind === 'answer' ? readOrder(answer.json) : null;
  if (read?.id !== order)
    return warning('A single order can be asked for, but its answer is another one’s.', 'Tell the person who runs the server.', {
      hint: `${path} does not answer with that order.`,
      limits: [limit],
    });
  return passed('A single order can be read.', { learned: { embeddedInOrder: read.payments !== null } });
}

export function checkNewOrder({ asking }: At, { authorised }: Known): Promise<Finding> {
  if (authorised === null) return Promise.resolve(NO_TOKEN);
  return checkMethod((method) => asking.as(authorised, method, '/api/orders/'), 'POST', {
    path: '/api/orders/',
    can: 'New orders are taken; none was made',
    cannot: 'New orders are not taken',
    limit: { cannot: 'It takes no new orders.', copes: 'New order says so when it is refused, and keeps what was typed.' },
  });
}

export function checkNewPayment({ asking }: At, { authorised }: Known): Promise<Finding> {
  if (authorised === null) return Promise.resolve(NO_TOKEN);
  return checkMethod((method) => asking.as(authorised, method, '/api/orders/payments/'), 'POST', {
    path: '/api/orders/payments/',
    can: 'Payments are recorded; none was made',
    cannot: 'Payments are not recorded',
    limit: { cannot: 'It records no payments.', copes: 'Record payment says so when it is refused, and keeps what was typed.' },
  });
}

export function checkRegister({ asking }: At): Promise<Finding> {
  return checkMethod((method) => asking.plain(method, '/api/accounts/auth/registration/'), 'POST', {
    path: '/api/accounts/auth/registration/',
    can: 'Accounts can be created here',
    cannot: 'Accounts cannot be created here',
    limit: { cannot: 'It lets nobody create an account.', copes: 'The person who runs the server has to make accounts.' },
  });
}

export function checkRenew({ asking }: At): Promise<Finding> {
  return checkMethod((method) => asking.plain(method, '/api/token/refresh/'), 'POST', {
    path: '/api/token/refresh/',
    can: 'A sign-in can be renewed without the password',
    cannot: 'A sign-in cannot be renewed',
    limit: {
      cannot: 'It does not renew a sign-in.',
      copes: 'You are asked for your password whenever it runs out; nothing on the screen is lost.',
    },
  });
}

export function checkSignOut({ asking }: At): Promise<Finding> {
  return checkMethod((method) => asking.plain(method, '/api/accounts/auth/logout/'), 'POST', {
    path: '/api/accounts/auth/logout/',
    can: 'The server can be told of signing out; it was not',
    cannot: 'The server cannot be told of signing out',
    limit: {
      cannot: 'It cannot be told of signing out.',
      copes: 'Signing out forgets the sign-in on this computer; at the server it runs out by itself.',
    },
  });
}
