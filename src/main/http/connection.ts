// A signed-in person's way to their server: what the features are handed instead of tokens.
import type { Api } from './api.ts';
import type { HistoryCall, HistoryPieces } from './history-call.ts';
import type { ServerAddress } from './server-address.ts';
import type { ServerClock } from './server-clock.ts';
import type { AnswerLimits, Fetch } from './transport.ts';

export interface Connection {
  /** Server and person: what has been read for one identity is never shown to, or sent for, another. */
  readonly identity: string;
  readonly server: ServerAddress;
  readonly username: string;
  readonly practice: boolean;
  /** The typed client; puts the token on and renews it. */
  readonly api: Api;
  /** The history in pieces as they come, by the same tokens and limits: it may be too large to be held here. */
  stream(call: HistoryCall): Promise<HistoryPieces>;
  /** The same server without a token, for what stands outside the API: pictures. */
  readonly plain: Fetch;
  /** For looking at the server itself: only the beginning of an answer is read, and what comes of it tells nobody whether it is reached. */
  look(signal: AbortSignal, limits: AnswerLimits): { readonly plain: Fetch; readonly authorised: Fetch };
  /** Measured by this connection's own calls. */
  readonly clock: ServerClock;
  /** The user's number from the access token, where it carries one. */
  userId(): number | null;
}
