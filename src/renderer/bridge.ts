// The page's one door: reads `window.paydesk` and gives its requests and events the types of the contract.
import type { Bridge } from '../shared/ipc/bridge.ts';
import type { EventName, EventPayload, Input, Output, RequestName } from '../shared/ipc/contract.ts';
import { fail, type Result } from '../shared/result.ts';

declare global {
  interface Window {
    readonly paydesk: Bridge;
  }
}

export interface Client {
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** @returns the stop */
  subscribe<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

/** Main parses whatever crosses in either direction, so the types of the contract hold here without a second parse. */
export function connect(bridge: Bridge = window.paydesk): Client {
  return {
    async request<N extends RequestName>(name: N, input: Input<N>) {
      try {
        return (await bridge.request(name, input)) as Result<Output<N>>;
      } catch {
        // Main answers expected failures as values; a rejection is a bug of ours, and must still end in a sentence.
        return fail({ kind: 'internal', reference: `page:${name}` });
      }
    },
    subscribe<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      return bridge.listen((event, payload) => {
        if (event === name) listener(payload as EventPayload<N>);
      });
    },
  };
}
