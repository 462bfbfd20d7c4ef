// Counts and sums of the history, read again whenever it changes while somebody looks.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Insights } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';

interface InsightsState {
  readonly insights: Insights | null;
  readonly problem: AppError | null;
  /** Reads now, and again with every change. @returns the stop */
  watch(): () => void;
  renew(): Promise<void>;
}

export type InsightsStore = StoreApi<InsightsState>;

export function createInsightsStore(client: Client): InsightsStore {
  let watched = false;
  let reading = false;
  let again = false;
  return createStore<InsightsState>((set, get) => ({
    insights: null,
    problem: null,
    watch() {
      watched = true;
      void get().renew();
      return () => {
        watched = false;
      };
    },
    async renew() {
      if (!watched) return;
      // A pull changes the history many times a second: one reading at a time, and one more at the end.
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      const result = await client.request('insights.read', null);
      reading = false;
      set(result.ok ? { insights: result.value, problem: null } : { problem: result.error });
      if (again) {
        again = false;
        await get().renew();
      }
    },
  }));
}

/** How much of the longest bar an amount fills, in percent with one decimal. */
export function partOf(amount: bigint, most: bigint): number {
  return most <= 0n || amount <= 0n ? 0 : Number((amount * 1000n) / most) / 10;
}
