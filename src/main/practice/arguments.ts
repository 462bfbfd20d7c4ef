// The command line of the practice server: one flag for each behaviour, and one clear sentence for each mistake.
import { type PracticeBehaviour, usualBehaviour } from './behaviour.ts';

export type Arguments =
  | { readonly ok: true; readonly help: boolean; readonly port: number; readonly behaviour: Partial<PracticeBehaviour> }
  | { readonly ok: false; readonly problem: string };

type Value = string | number | boolean | { readonly retryAfter: number | null } | null;

interface Flag {
  readonly key: keyof PracticeBehaviour | 'port';
  /** What may stand after the flag, for people. */
  readonly takes: string;
  /** Undefined when the text will not do. */
  readonly read: (text: string) => Value | undefined;
}

const whole = (key: Flag['key'], min: number, max: number): Flag => ({
  key,
  takes: `a whole number from ${min} to ${max}`,
  read: (text) => (/^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined),
});

const oneOf = <K extends keyof PracticeBehaviour>(key: K, ...options: readonly (PracticeBehaviour[K] & string)[]): Flag => ({
  key,
  takes: options.join(', '),
  read: (text) => options.find((option) => option === text),
});

const onOff = (key: keyof PracticeBehaviour): Flag => ({
  key,
  takes: 'on, off',
  read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
});

const DEFAULT_PORT = 8000;

const flags: Readonly<Record<string, Flag>> = {
  // 0 takes any free one.
  '--port': whole('port', 0, 65_535),
  '--orders': whole('orders', 0, 5_000_000),
  '--paging': oneOf('paging', 'none', 'page', 'page-in-links', 'limit-offset', 'cursor'),
  '--page-size': whole('pageSize', 1, 1_000_000),
  '--pages': oneOf('pages', 'exact', 'repeat', 'skip'),
  '--links': oneOf('links', 'asked-host', 'inner-host', 'other-host'),
  '--etag': onOff('etag'),
  '--decimals': oneOf('decimals', 'text', 'number'),
  '--quantities': oneOf('quantities', 'integer', 'decimal'),
  '--dates': oneOf('dates', 'utc', 'offset', 'naive', 'whole-seconds', 'named', 'null', 'absent'),
  '--payments': oneOf('payments', 'many', 'one', 'none'),
  '--payments-name': oneOf('paymentsName', 'usual', 'payment_set', 'order_payments', 'payment_details', 'transactions'),
  '--update-method': oneOf('updateMethod', 'PATCH', 'PUT', 'PUT-whole', 'POST'),
  '--read-payment': onOff('readPayment'),
  '--access-seconds': whole('accessSeconds', 1, 999_999_999),
  '--refresh-seconds': whole('refreshSeconds', 1, 999_999_999),
  '--rotate': onOff('rotate'),
  '--blacklist': onOff('blacklist'),
  '--authentication': oneOf('authentication', 'bearer', 'session-first'),
  '--registration': oneOf('registration', 'key', 'tokens', 'verification', 'nothing'),
  '--profile-picture': oneOf('profilePicture', 'url', 'none'),
  '--latency': whole('latencyMs', 0, 600_000),
  '--extra-fields': onOff('extraFields'),
  '--own-only': onOff('ownOnly'),
  '--throttle': {
    key: 'throttle',
    takes: 'off, unknown, or the seconds to wait',
    read: (text) =>
      text === 'off' ? null : text === 'unknown' ? { retryAfter: null } : /^\d{1,6}$/.test(text) ? { retryAfter: Number(text) } : undefined,
  },
  '--uncaught': oneOf('uncaught', 'page', 'json', 'debug-page', 'debug-text'),
  '--breaks': oneOf('breaks', 'nothing', 'order', 'profile'),
  '--prefix': {
    key: 'prefix',
    takes: 'nothing, or a path like /shop',
    read: (text) => (/^(\/[\w-]+)*$/.test(text) ? text : undefined),
  },
  '--logout': oneOf('logout', 'blacklist', 'no-blacklist', 'cookie-only'),
};

/** Takes `--flag value` and `--flag=value`. */
export function readArguments(words: readonly string[]): Arguments {
  const read: Record<string, Value> = { port: DEFAULT_PORT };
  const rest = words.flatMap(splitAtEquals);
  while (rest.length > 0) {
    const name = rest.shift() ?? '';
    if (name === '--help') return { ok: true, help: true, port: DEFAULT_PORT, behaviour: {} };
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (flag === undefined) return mistake(`There is no ${JSON.stringify(name)} here; --help lists what there is.`);
    const text = rest.shift();
    if (text === undefined) return mistake(`${name} needs a value: ${flag.takes}.`);
    const value = flag.read(text);
    if (value === undefined) return mistake(`${name} cannot be ${JSON.stringify(text)}; it takes: ${flag.takes}.`);
    read[flag.key] = value;
  }
  const { port, ...behaviour } = read;
  return { ok: true, help: false, port: Number(port), behaviour };
}

const splitAtEquals = (word: string): readonly string[] => {
  const at = /^--[a-z-]+=/.exec(word)?.[0].length;
  return at === undefined ? [word] : [word.slice(0, at - 1), word.slice(at)];
};

const mistake = (problem: string): Arguments => ({ ok: false, problem });

export function usage(): string {
  const usual = (key: Flag['key']): string => {
    const value = key === 'port' ? DEFAULT_PORT : usualBehaviour[key];
    return typeof value === 'boolean' ? (value ? 'on' : 'off') : value === null ? 'off' : String(value);
  };
  const lines = Object.entries(flags).map(([name, { key, takes }]) => `  ${name.padEnd(18)} ${takes} (usually ${usual(key)})`);
  return ['The practice store over HTTP, on this machine only.', '', ...lines].join('\n');
}
