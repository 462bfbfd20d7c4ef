// What a fault is: what is done to the call, and its nature, from which alone `expected.ts` tells what must come of it.
import type { Call, Whole } from './call.ts';
import type { ConnectionFault, Strike } from './front.ts';

/** `right`: what the shop answered, whole. `json`: JSON that says nothing of what was asked. `page`: markup. */
export type Body = 'right' | 'json' | 'page' | 'cut' | 'empty';

export interface Nature {
  /** Provably no byte of the request has left this computer for the shop's server. */
  readonly neverLeft: boolean;
  /** The shop has done what was asked. */
  readonly carriedOut: boolean;
  /** What came back, complete; null: nothing that is an answer. `token`: the access token has run out. `person`: the account is shut. */
  readonly answer: { readonly status: number; readonly body: Body; readonly about?: 'token' | 'person' } | null;
}

/** What a fault may need to strike. */
export interface Tools {
  /** The server's name for the field that the person fills in. */
  readonly field: string;
  /** An address that belongs to somebody else. */
  readonly elsewhere: string;
  serverTime(): number;
  pass(milliseconds: number): Promise<void>;
  /** Sends one piece of an answer and waits until it has arrived, where that can be seen. */
  arrive(call: Call, piece: Buffer | string): Promise<void>;
}

export interface Fault {
  readonly name: string;
  readonly nature: Nature;
  /** What the person reads where it was not done. */
  readonly words?: RegExp;
  /** It ends by a time limit alone. */
  readonly hangs?: true;
  /** The server's clock is ahead by so many milliseconds, and has always been. */
  readonly clock?: number;
  strike(tools: Tools): Strike;
}

export const NOTHING_LEFT: Nature = { neverLeft: true, carriedOut: false, answer: null };
export const NO_ANSWER: Nature = { neverLeft: false, carriedOut: false, answer: null };
export const LOST_ANSWER: Nature = { neverLeft: false, carriedOut: true, answer: null };
export const answered = (status: number, body: Body, carriedOut = false): Nature => ({
  neverLeft: false,
  carriedOut,
  answer: { status, body },
});
export const RIGHT = answered(200, 'right', true);

type Suffer = (call: Call, tools: Tools) => Promise<void>;
export const call = (name: string, nature: Nature, suffer: Suffer, more: Partial<Fault> & { readonly once?: true } = {}): Fault => {
  const { once = false, ...rest } = more;
  return { name, nature, ...rest, strike: (tools) => ({ at: 'call', once, suffer: (each) => suffer(each, tools) }) };
};
export const connection = (name: string, how: ConnectionFault, nature: Nature, more: Partial<Fault> = {}): Fault => ({
  ...{ name, nature, ...more },
  strike: () => ({ at: 'connection', how }),
});

/** An answer in the shop's place. */
export const told = (name: string, whole: Whole, body: Body, more: Parameters<typeof call>[3] = {}, carriedOut = false): Fault =>
  call(
    name,
    answered(whole.status, body, carriedOut),
    async (each) => {
      if (carriedOut) await each.carryOut();
      each.answer(whole);
    },
    more,
  );
