// What the page may know of the session, and what it may ask for. Strict schemas: a token cannot leave main by accident.
import * as v from 'valibot';
import { KEYCHAIN_PROBLEMS } from '../errors/app-error.ts';

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
/** The limits only stop nonsense: what is too long for an address, or for the server, is told in a sentence of its own. */
const address = text(100_000);
const credential = text(100_000);

const signedIn = {
  server: v.string(),
  username: v.string(),
  /** First and last name from the profile, or the user name. */
  name: v.string(),
  practice: v.boolean(),
  /** null: the sign-in is kept in the keychain. Otherwise it lasts until Paydesk closes, for this reason. */
  notKept: v.nullable(v.picklist(KEYCHAIN_PROBLEMS)),
};

export const sessionView = v.variant('state', [
  v.strictObject({ state: v.literal('restoring'), server: v.string() }),
  v.strictObject({
    state: v.literal('signed-out'),
    /** The address to offer in the form. */
    server: v.string(),
    username: v.string(),
    /** Why the person is here, where there is something to say. */
    notice: v.nullable(v.string()),
  }),
  v.strictObject({ state: v.literal('signed-in'), ...signedIn }),
  /** The server ended the session: the screen stays, the person signs in over it. */
  v.strictObject({ state: v.literal('expired'), ...signedIn }),
]);
export type SessionView = v.InferOutput<typeof sessionView>;

export const signInInput = v.strictObject({ server: address, username: credential, password: credential, acceptPlainHttp: v.boolean() });
export type SignInInput = v.InferOutput<typeof signInInput>;

export const registerInput = v.strictObject({
  server: address,
  acceptPlainHttp: v.boolean(),
  username: credential,
  email: credential,
  password: credential,
  repeatPassword: credential,
  firstName: credential,
  lastName: credential,
  phoneNumber: credential,
  address: credential,
});
export type RegisterInput = v.InferOutput<typeof registerInput>;

/**
 * `signed-in`: created, and the session is the new person's. `confirm-email`: created; `said` is the server's own sentence.
 * `created`: created, but signing in did not work right away.
 */
export const registerOutput = v.strictObject({
  outcome: v.picklist(['signed-in', 'confirm-email', 'created']),
  said: v.nullable(v.string()),
});
export type RegisterOutput = v.InferOutput<typeof registerOutput>;

/** Signing out here always works; this says what is known of the server's side. `said` is its own sentence. */
export const signOutOutput = v.strictObject({
  server: v.picklist(['confirmed', 'not-confirmed']),
  said: v.nullable(v.string()),
  /** The stored history was to be erased, and that failed: it is still on this computer. */
  historyStays: v.boolean(),
});
export type SignOutOutput = v.InferOutput<typeof signOutOutput>;

export const PROFILE_FIELDS = ['firstName', 'lastName', 'email', 'phoneNumber', 'address'] as const;
export const profileFields = v.strictObject({
  firstName: credential,
  lastName: credential,
  email: credential,
  phoneNumber: credential,
  address: credential,
});
export type ProfileFields = v.InferOutput<typeof profileFields>;
export const profileView = v.strictObject({ username: v.string(), fields: profileFields, hasPicture: v.boolean() });
export type ProfileView = v.InferOutput<typeof profileView>;
/** A `data:` URL made by main from the server's picture, or null where there is none. */
export const profilePicture = v.nullable(v.pipe(v.string(), v.startsWith('data:image/')));

/** @returns true also for '': this computer's own. */
export function isTimeZone(name: string): boolean {
  if (name === '') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const settings = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  /** ISO 4217, or '' to show bare numbers: the API names no currency. */
  currency: v.pipe(v.string(), v.regex(/^([A-Z]{3})?$/, 'A currency is three capital letters, like EUR, or nothing.')),
  /** Seconds in which a mark can be undone before it is sent. */
  hold: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10)),
  /** Canonical decimal text: marks of more than this want a second confirmation; '' for none. */
  confirmAbove: v.pipe(v.string(), v.regex(/^(\d{1,15}(\.\d{1,4})?)?$/, 'A limit is an amount, like 500.00, or nothing.')),
  /** Keys that are a single letter or sign: C, F, Z, J, K, / and ?. */
  letterKeys: v.boolean(),
  notifications: v.boolean(),
  /** The stored order history stays on this computer when somebody signs out. */
  keepHistory: v.boolean(),
  /** IANA name of the time zone in which days begin and end; '' for this computer's. */
  timeZone: v.pipe(v.string(), v.maxLength(100), v.check(isTimeZone, 'A time zone is a name like Europe/Vienna, or nothing.')),
});
export type Settings = v.InferOutput<typeof settings>;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  currency: '',
  hold: 4,
  confirmAbove: '',
  letterKeys: true,
  notifications: true,
  keepHistory: false,
  timeZone: '',
};
