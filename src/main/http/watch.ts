// The clock of one call: how long it may take until the next thing comes, and who may give it up.
import { NoAnswer } from './no-answer.ts';

export interface Watch {
  readonly signal: AbortSignal;
  /** Starts the count anew, with another limit in milliseconds. */
  rewind(limit: number): void;
  /** Nothing is waited for just now. */
  pause(): void;
  /** Settles with the promise, or rejects when the time is up: a fetch that ignores its signal cannot hang the app. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Ends the call itself, so that nobody goes on receiving what is no longer waited for. */
  abort(): void;
  stop(): void;
}

/** @param given by whoever made the call: they may give it up. */
export function startWatch(limit: number, given: AbortSignal): Watch {
  const controller = new AbortController();
  const expired = Promise.withResolvers<never>();
  // Nobody may be racing at the moment it rejects.
  expired.promise.catch(() => controller.signal.aborted);
  const expire = (): void => {
    expired.reject(new NoAnswer('timeout', false));
    controller.abort();
  };
  const giveUp = (): void => {
    expired.reject(new NoAnswer('other', false));
    controller.abort();
  };
  if (given.aborted) giveUp();
  given.addEventListener('abort', giveUp, { once: true });
  let timer = setTimeout(expire, limit);
  return {
    signal: controller.signal,
    rewind: (next) => {
      clearTimeout(timer);
      timer = setTimeout(expire, next);
    },
    pause: () => clearTimeout(timer),
    race: (promise) => Promise.race([promise, expired.promise]),
    abort: () => controller.abort(),
    stop: () => {
      clearTimeout(timer);
      given.removeEventListener('abort', giveUp);
    },
  };
}
