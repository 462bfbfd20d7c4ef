// Servers that differ: every way in which one that follows the guide is known to differ from another, each to be worked with as it is.
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';

export interface Server {
  readonly behaviour: Partial<PracticeBehaviour>;
  /** What a person types for it: `{origin}` and `{port}` are the shop's own. */
  readonly address?: string;
  /** Whether it tells a time that can be shown. */
  readonly dated?: false;
}

const paged = { orders: 130, pageSize: 25 };

export const SERVERS: Readonly<Record<string, Server>> = {
  'one as it is usually installed': { behaviour: {} },

  'one that pages by number': { behaviour: { ...paged, paging: 'page' } },
  'one that pages by limit and offset': { behaviour: { ...paged, paging: 'limit-offset' } },
  'one that pages by cursor': { behaviour: { ...paged, paging: 'cursor' } },
  'one that pages by hand, with the addresses in links': { behaviour: { ...paged, paging: 'page-in-links' } },
  'one whose pages name a host behind the proxy': { behaviour: { ...paged, paging: 'page', links: 'inner-host' } },

  'one that sends decimals as numbers': { behaviour: { decimals: 'number' } },
  'one with quantities of three places': { behaviour: { quantities: 'decimal' } },
  'one with such quantities as numbers': { behaviour: { quantities: 'decimal', decimals: 'number' } },
  'one that says more than the guide': { behaviour: { extraFields: true } },

  'one with one payment for each order': { behaviour: { payments: 'one' } },
  'one with payments under Django’s own name': { behaviour: { paymentsName: 'payment_set' } },
  'one with payments under a related name': { behaviour: { paymentsName: 'order_payments' } },
  'one with one payment under a name of its own': { behaviour: { payments: 'one', paymentsName: 'payment_details' } },
  'one that calls payments transactions': { behaviour: { paymentsName: 'transactions' } },

  'one in another zone': { behaviour: { dates: 'offset' } },
  'one without zones': { behaviour: { dates: 'naive' } },
  'one that counts whole seconds': { behaviour: { dates: 'whole-seconds' } },
  'one that writes the month by name': { behaviour: { dates: 'named' } },
  'one whose dates are null': { behaviour: { dates: 'null' }, dated: false },
  'one without dates': { behaviour: { dates: 'absent' }, dated: false },

  'one that takes PUT': { behaviour: { updateMethod: 'PUT' } },
  'one that takes PUT with the whole payment': { behaviour: { updateMethod: 'PUT-whole' } },
  'one that takes POST': { behaviour: { updateMethod: 'POST' } },
  'one that lets no payment be read': { behaviour: { readPayment: false } },

  'one that authenticates by session first': { behaviour: { authentication: 'session-first' } },
  'one that never rotates refresh tokens': { behaviour: { rotate: false, blacklist: false } },
  'one that rotates and refuses none': { behaviour: { rotate: true, blacklist: false } },

  'one whose orders break with a debug page': { behaviour: { breaks: 'order', uncaught: 'debug-page' } },
  'one whose profile breaks with a stack as text': { behaviour: { breaks: 'profile', uncaught: 'debug-text' } },
  'one whose profile breaks in JSON': { behaviour: { breaks: 'profile', uncaught: 'json' } },

  'one behind a path': { behaviour: { ...paged, prefix: '/shop', paging: 'page' }, address: '{origin}/shop' },
  'one behind a path, pasted with /api/ at its end': { behaviour: { prefix: '/shop/v1' }, address: '{origin}/shop/v1/api/' },
  'one typed with a slash at its end': { behaviour: {}, address: '{origin}/' },
  'one typed in upper case': { behaviour: {}, address: 'HTTP://LOCALHOST:{port}' },
  'one typed without a scheme': { behaviour: {}, address: '127.0.0.1:{port}/api' },
  'one pasted with an endpoint of the guide': { behaviour: {}, address: '{origin}/api/orders/1/?' },

  'one that shows only one’s own orders': { behaviour: { ownOnly: true } },

  'one that differs in everything': {
    behaviour: {
      ...{ orders: 130, paging: 'cursor', pageSize: 7, links: 'inner-host', decimals: 'number', quantities: 'decimal', dates: 'offset' },
      ...{ payments: 'one', paymentsName: 'payment_details', updateMethod: 'PUT-whole', readPayment: false, extraFields: true },
      ...{ authentication: 'session-first', rotate: false, profilePicture: 'none', logout: 'cookie-only', prefix: '/v2' },
      ...{ breaks: 'profile', uncaught: 'debug-page' },
    },
    address: '{origin}/v2/api/',
  },
};
