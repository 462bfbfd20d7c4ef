// Every expected failure of the app, once: a closed union. `describe.ts` turns each into a sentence for a clerk.
import * as v from 'valibot';

/** Why a server could not be talked to. `offline`: this computer has no network at all. */
export const UNREACHABLE_REASONS = [
  'offline',
  'name-not-found',
  'refused',
  'no-route',
  /** No connection came about in time: switched off, or behind a wall that drops what it is sent. Nothing was sent. */
  'not-connected',
  'timeout',
  'cut-off',
  'certificate',
  /** No encrypted connection came about, usually because the server speaks plain http there. */
  'not-https',
  'unsafe-port',
  /** The access token had run out and the server could not be asked for another; the call itself was not sent. */
  'not-renewed',
  'other',
] as const;

/** What is wrong with the operating system's keychain. */
export const KEYCHAIN_PROBLEMS = ['missing', 'locked', 'denied', 'slow', 'too-large', 'corrupt'] as const;
export type KeychainProblem = (typeof KEYCHAIN_PROBLEMS)[number];

/** What is wrong with the journal's file. `newer`: written by a later version of Paydesk, and left untouched. */
export const JOURNAL_PROBLEMS = ['full', 'read-only', 'in-use', 'damaged', 'newer', 'closed', 'unwritable'] as const;
export type JournalProblem = (typeof JOURNAL_PROBLEMS)[number];

/** Why a file that somebody wanted to save is not there. `busy`: another one is still being written. */
export const FILE_PROBLEMS = ['full', 'not-allowed', 'busy', 'other'] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Why a file of views was not taken in. `not-views`: it is something else. `newer`: of a newer Paydesk. */
export const VIEWS_PROBLEMS = ['unreadable', 'not-views', 'newer', 'damaged', 'too-many'] as const;
export type ViewsProblem = (typeof VIEWS_PROBLEMS)[number];

/** What a person asked for, as far as an error message needs to name it. */
export const THINGS = ['order', 'payment', 'profile', 'history', 'account', 'sign-in'] as const;

const lines = v.array(v.string());

export const appError = v.variant('kind', [
  /** The typed server address cannot be used as one. */
  v.strictObject({ kind: v.literal('bad-address'), address: v.string() }),
  /** Plain http beyond this computer, without the person's explicit yes. */
  v.strictObject({ kind: v.literal('insecure-address'), address: v.string() }),
  /** No answer. For a write, only sent where it is certain that nothing reached the server. */
  v.strictObject({ kind: v.literal('unreachable'), reason: v.picklist(UNREACHABLE_REASONS) }),
  /** Something answered, but not a server of this kind: HTML, a login page of the Wi-Fi, a redirect, an empty or broken body. */
  v.strictObject({ kind: v.literal('not-the-api'), status: v.number() }),
  v.strictObject({ kind: v.literal('wrong-credentials') }),
  /** The session is over; the person has to sign in again. Nothing was done. */
  v.strictObject({ kind: v.literal('session-ended') }),
  /** The server refused what was typed. `fields` are keyed by the server's field names; `summary` belongs to no single field. */
  v.strictObject({ kind: v.literal('refused'), summary: lines, fields: v.record(v.string(), lines) }),
  v.strictObject({ kind: v.literal('forbidden'), said: v.nullable(v.string()) }),
  v.strictObject({ kind: v.literal('not-found'), thing: v.picklist(THINGS), id: v.nullable(v.number()) }),
  /** The server has no such function, or not by any method that this console knows. */
  v.strictObject({ kind: v.literal('not-offered'), thing: v.picklist(THINGS) }),
  v.strictObject({ kind: v.literal('too-many-requests'), /** seconds to wait, where the server says so */ wait: v.nullable(v.number()) }),
  /** The server broke (5xx) while reading. For writes it is `outcome-unknown`. */
  v.strictObject({ kind: v.literal('server-error'), status: v.number() }),
  /** A write was sent and it is not known whether the server carried it out. */
  v.strictObject({ kind: v.literal('outcome-unknown'), thing: v.picklist(THINGS), status: v.nullable(v.number()) }),
  v.strictObject({ kind: v.literal('busy'), thing: v.picklist(THINGS) }),
  v.strictObject({ kind: v.literal('keychain'), problem: v.picklist(KEYCHAIN_PROBLEMS) }),
  /** The journal could not be written, so what was asked for was not taken on and nothing was sent. */
  v.strictObject({ kind: v.literal('journal'), problem: v.picklist(JOURNAL_PROBLEMS) }),
  /** A file was not saved; nothing of it is left. */
  v.strictObject({ kind: v.literal('not-saved'), problem: v.picklist(FILE_PROBLEMS) }),
  /** Nothing of a file of views was taken in. */
  v.strictObject({ kind: v.literal('not-taken-in'), problem: v.picklist(VIEWS_PROBLEMS) }),
  /** The system's printing did not take it. */
  v.strictObject({ kind: v.literal('not-printed') }),
  /** Signing out is refused while marks and creations of this person are still to be sent. */
  v.strictObject({ kind: v.literal('marks-waiting'), count: v.number() }),
  /** A server is not forgotten while somebody is signed in there, or while entries of the journal wait for it (`count`). */
  v.strictObject({ kind: v.literal('server-needed'), why: v.picklist(['signed-in', 'waiting', 'not-known']), count: v.number() }),
  /** What was to be changed has gone on meanwhile: an undo after the sending, a decision on what is already decided. */
  v.strictObject({ kind: v.literal('moved-on'), thing: v.picklist(THINGS) }),
  /** The page sent something that main does not accept: a bug, told by a reference in the log. */
  v.strictObject({ kind: v.literal('internal'), reference: v.string() }),
]);

export type AppError = v.InferOutput<typeof appError>;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];
export type Thing = (typeof THINGS)[number];
