// The connection check as the page follows it: line by line while it goes on, the one before it behind it, the text of the last.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { describeError } from '../../shared/errors/describe.ts';
import type { CheckInput, CheckReport } from '../../shared/ipc/check-requests.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { outcomeWords } from './check-words.ts';

export interface CheckState {
  readonly running: boolean;
  /** null until main has told the first line. */
  readonly report: CheckReport | null;
  /** The one before, as long as a new one runs. */
  readonly earlier: CheckReport | null;
  /** Of the text of this check; null: not asked for. */
  readonly copied: 'yes' | 'no' | null;
  /** Why there is no check at all; null where there is one. */
  readonly problem: string | null;
  /** Hears what main tells. @returns the stop, which gives up a check that is under way */
  follow(): () => void;
  start(input: CheckInput): Promise<void>;
  cancel(): void;
  copy(): Promise<void>;
}

/** Stands beside the button: a message in the corner would lie over what can be done next. */
export const COPIED = {
  yes: 'Copied to the clipboard.',
  no: 'Not copied: this computer’s clipboard did not take it.',
} as const;

export type CheckStore = StoreApi<CheckState>;

export function createCheckStore(client: Client, announcements: Announcements): CheckStore {
  return createStore<CheckState>((set, get) => {
    /** Of a check that this page has asked for, and no older one. */
    const heard = (report: CheckReport): void => {
      const { running, earlier } = get();
      if (running && report.run > (earlier?.run ?? 0)) set({ report });
    };
    return {
      running: false,
      report: null,
      earlier: null,
      copied: null,
      problem: null,
      follow() {
        const stop = client.subscribe('check.changed', heard);
        return () => {
          stop();
          if (get().running) get().cancel();
        };
      },
      async start(input) {
        if (get().running) return;
        set(({ report }) => ({ running: true, earlier: report, problem: null, copied: null }));
        const result = await client.request('check.start', input);
        if (!result.ok) return set({ running: false, earlier: null, problem: describeError(result.error) });
        set({ running: false, report: result.value, earlier: null });
        announcements.getState().murmur(`Connection check. ${outcomeWords(result.value)}`);
      },
      cancel: () => void client.request('check.cancel', null),
      async copy() {
        const result = await client.request('check.copy', null);
        const copied = result.ok && result.value ? 'yes' : 'no';
        set({ copied });
        announcements.getState().murmur(COPIED[copied]);
      },
    };
  });
}
