// Which dialog of the window's frame is open: the details of the truth bar, the connection check, an export, signing out, closing.
import { createStore, type StoreApi } from 'zustand/vanilla';

export type Asking = 'server' | 'user' | 'connection' | 'check' | 'data' | 'unreadable' | 'marks' | 'export' | 'sign-out' | 'closing';

export interface AskingState {
  readonly at: Asking | null;
  /** Grows with every asking: closing is asked for again while its dialog is open. */
  readonly turn: number;
  ask(at: Asking | null): void;
}

export type AskingStore = StoreApi<AskingState>;

export function createAskingStore(): AskingStore {
  return createStore<AskingState>((set) => ({
    at: null,
    turn: 0,
    ask: (at) => set(({ turn }) => ({ at, turn: turn + 1 })),
  }));
}
