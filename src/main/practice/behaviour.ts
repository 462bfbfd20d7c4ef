// How servers differ from one another: every knob of the practice store, and what a usual installation does.

export interface PracticeBehaviour {
  /** How many orders the store starts with. Read once, when the store is made. */
  orders: number;
  /** How the history is paged: DRF's default is not at all. `page-in-links`: the example of a paging by hand in DRF's documentation. */
  paging: 'none' | 'page' | 'page-in-links' | 'limit-offset' | 'cursor';
  pageSize: number;
  /** Whether pages fit together. Without an order the database chooses anew for each page: rows come twice, or never. */
  pages: 'exact' | 'repeat' | 'skip';
  /** What host the addresses of other pages name: the one that was asked, the one behind a proxy that tells nobody what was asked, somebody else's. */
  links: 'asked-host' | 'inner-host' | 'other-host';
  /** Whether the history carries an ETag, and is answered with 304 while it would be the same (Django's ConditionalGetMiddleware). */
  etag: boolean;
  /** Decimals as text (DRF's COERCE_DECIMAL_TO_STRING) or as JSON numbers. */
  decimals: 'text' | 'number';
  /** Quantities as integers, or as decimals with three places in the way of `decimals`: shops that sell by weight. */
  quantities: 'integer' | 'decimal';
  /** `utc`, `offset` (another zone), `naive` (USE_TZ off), `whole-seconds`; `named`: a DATETIME_FORMAT of the shop's own; null, or no field at all. */
  dates: 'utc' | 'offset' | 'naive' | 'whole-seconds' | 'named' | 'null' | 'absent';
  /** What an order embeds: `payments: [...]`, `payment: {...} | null` (at most one for each order), or nothing. */
  payments: 'many' | 'one' | 'none';
  /** The field that they stand in; `usual` is `payments` for many and `payment` for one. */
  paymentsName: 'usual' | 'payment_set' | 'order_payments' | 'payment_details' | 'transactions';
  /** `PATCH` is DRF's generic view, which also takes a whole PUT; `PUT` and `POST` are hand-written views that take `{status}` alone. */
  updateMethod: 'PATCH' | 'PUT' | 'PUT-whole' | 'POST';
  /** Whether one payment can be read by its number. */
  readPayment: boolean;
  accessSeconds: number;
  refreshSeconds: number;
  /** Whether a refresh answers with a new refresh token, too. */
  rotate: boolean;
  /** Whether the refresh token just used is refused from then on. Matters with `rotate` only. */
  blacklist: boolean;
  /** `session-first`: SessionAuthentication stands before JWT, so 401 turns into 403 without a challenge, and cookies count. */
  authentication: 'bearer' | 'session-first';
  /** What a registration answers with. */
  registration: 'key' | 'tokens' | 'verification' | 'nothing';
  profilePicture: 'url' | 'none';
  /** Time before a request is taken up, in milliseconds. */
  latencyMs: number;
  /** Orders carry more than the guide tells of. */
  extraFields: boolean;
  /** People see the orders that they made themselves and no others. */
  ownOnly: boolean;
  /** Refuse everything with 429; `retryAfter` in seconds, null when the server does not know. */
  throttle: null | { retryAfter: number | null };
  /** How an error looks that nothing caught: Django's page, its JSON, its debug page, or that as text, as newer versions write it for clients like ours. */
  uncaught: 'page' | 'json' | 'debug-page' | 'debug-text';
  /** Reading one order, or the profile, raises such an error each time. */
  breaks: 'nothing' | 'order' | 'profile';
  /** Where the API begins, like `/shop`: '' for the root. Read once, when the store is made. */
  prefix: string;
  /** What logout looks at: the token in the body, nothing at all, or a cookie that no client of ours has. */
  logout: 'blacklist' | 'no-blacklist' | 'cookie-only';
}

/**
 * DRF and SimpleJWT as installed, plus what a shop with dj-rest-auth and JWT usually turns on: rotation, the blacklist, tokens in the
 * registration's answer, logout by the token in the body (JWT_AUTH_HTTPONLY off, as an API for apps has it).
 */
export const usualBehaviour: Readonly<PracticeBehaviour> = {
  orders: 240,
  paging: 'none',
  pageSize: 100,
  pages: 'exact',
  links: 'asked-host',
  etag: false,
  decimals: 'text',
  quantities: 'integer',
  dates: 'utc',
  payments: 'many',
  paymentsName: 'usual',
  updateMethod: 'PATCH',
  readPayment: true,
  accessSeconds: 300,
  refreshSeconds: 86_400,
  rotate: true,
  blacklist: true,
  authentication: 'bearer',
  registration: 'tokens',
  profilePicture: 'url',
  latencyMs: 0,
  extraFields: false,
  ownOnly: false,
  throttle: null,
  uncaught: 'page',
  breaks: 'nothing',
  prefix: '',
  logout: 'blacklist',
};
