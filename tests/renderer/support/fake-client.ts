// A bridge client whose answers a test writes down: what was asked is remembered, events are sent by hand.
import type { Client } from '../../../src/renderer/bridge.ts';
import type { EventName, EventPayload, Input, Output, RequestName } from '../../../src/shared/ipc/contract.ts';
import { fail, type Result } from '../../../src/shared/result.ts';

type Answers = { [N in RequestName]?: (input: Input<N>) => Result<Output<N>> | Promise<Result<Output<N>>> };

export interface FakeClient extends Client {
  readonly asked: { readonly name: RequestName; readonly input: unknown }[];
  send<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

export function createFakeClient(answers: Answers): FakeClient {
  const asked: { name: RequestName; input: unknown }[] = [];
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  return {
    asked,
    async request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
      asked.push({ name, input });
      const answer = answers[name];
      return answer === undefined ? fail({ kind: 'internal', reference: `no answer to ${name}` }) : answer(input);
    },
    subscribe<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      const heard = (event: EventName, payload: unknown) => {
        if (event === name) listener(payload as EventPayload<N>);
      };
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    send(name, payload) {
      for (const listener of listeners) listener(name, payload);
    },
  };
}
