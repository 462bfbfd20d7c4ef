// The two Electron channels under the whole contract, and the shape of `window.paydesk`. No schema library here: the preload imports this.

/** Carries every request: (name, input) → Result. */
export const REQUEST_CHANNEL = 'paydesk:request';
/** Carries every event: (name, payload). */
export const EVENT_CHANNEL = 'paydesk:event';

/** Untyped on purpose: names and payloads are checked in main, and given their types again by the page's one bridge file. */
export interface Bridge {
  request(name: string, input: unknown): Promise<unknown>;
  /** @returns the stop */
  listen(listener: (name: string, payload: unknown) => void): () => void;
}
