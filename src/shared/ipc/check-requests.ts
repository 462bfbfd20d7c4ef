// What the page asks of the connection check, and what it is told while the check goes on.
import * as v from 'valibot';
import { CHECK_STATES, CHECK_STEPS } from '../domain/connection-check.ts';

export const LONGEST_WORDS = 600;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const typed = v.pipe(v.string(), v.maxLength(100_000));
/** Sentences for people; what a server says of itself in them is short and without markup. */
const words = v.pipe(v.string(), v.maxLength(LONGEST_WORDS));

/** `session`: the server of who is signed in. `address`: one that is typed; `signIn` only when the person asked for it to be tried. */
export const checkInput = v.variant('of', [
  v.strictObject({ of: v.literal('session') }),
  v.strictObject({
    of: v.literal('address'),
    server: typed,
    acceptPlainHttp: v.boolean(),
    signIn: v.nullable(v.strictObject({ username: typed, password: typed })),
  }),
]);
export type CheckInput = v.InferOutput<typeof checkInput>;

const checkLine = v.strictObject({
  step: v.picklist(CHECK_STEPS),
  state: v.picklist(CHECK_STATES),
  /** '' until it is known. */
  found: words,
  /** What to do about it. */
  advice: v.nullable(words),
  /** For whoever runs the server, in their words. */
  hint: v.nullable(words),
});
export type CheckLine = v.InferOutput<typeof checkLine>;

export const checkReport = v.strictObject({
  /** Grows with every check. */
  run: count,
  state: v.picklist(['running', 'done', 'cancelled']),
  /** Base address; '' where what was typed is none. */
  server: v.string(),
  practice: v.boolean(),
  /** ISO 8601 */
  startedAt: v.string(),
  /** Milliseconds; null while it runs. */
  took: v.nullable(count),
  /** All of them, in order. */
  lines: v.array(checkLine),
  /** What this server cannot do, and how Paydesk copes. */
  limits: v.array(v.strictObject({ cannot: words, copes: words })),
});
export type CheckReport = v.InferOutput<typeof checkReport>;
