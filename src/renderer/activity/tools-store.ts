// What can be done with the whole journal: check it, take it along, count a day of it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { ExportInput, ShiftSheet, VerdictView } from '../../shared/ipc/activity-requests.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { counted } from '../ui/format-time.ts';

export interface ToolsState {
  readonly verifying: boolean;
  readonly verdict: VerdictView | null;
  /** The shift sheet that is open; null when none is. `sheet`: null until it has been counted. */
  readonly shift: { readonly day: string; readonly sheet: ShiftSheet | null; readonly problem: AppError | null } | null;
  verify(): Promise<void>;
  forgetVerdict(): void;
  /** @returns why nothing was saved; null when it was, or when the person closed the system's dialog. */
  save(what: ExportInput): Promise<string | null>;
  openShift(day: string): Promise<void>;
  closeShift(): void;
  print(): Promise<void>;
}

export type ToolsStore = StoreApi<ToolsState>;

export function createToolsStore(client: Client, announcements: Announcements): ToolsStore {
  return createStore<ToolsState>((set, get) => ({
    verifying: false,
    verdict: null,
    shift: null,
    async verify() {
      if (get().verifying) return;
      set({ verifying: true, verdict: null });
      const result = await client.request('activity.verify', null);
      set({ verifying: false, verdict: result.ok ? result.value : null });
      if (!result.ok) announcements.getState().fail(`The journal was not checked. ${describeError(result.error)}`);
    },
    forgetVerdict: () => set({ verdict: null }),
    async save(what) {
      const result = await client.request('operations.export', what);
      if (!result.ok) return describeError(result.error);
      const { saved, entries } = result.value;
      if (saved !== null) announcements.getState().announce(`${counted(entries, 'entry')} saved to ${saved}`);
      return null;
    },
    async openShift(day) {
      set({ shift: { day, sheet: get().shift?.day === day ? (get().shift?.sheet ?? null) : null, problem: null } });
      const result = await client.request('activity.shift', { day });
      if (get().shift?.day !== day) return;
      set({ shift: { day, sheet: result.ok ? result.value : null, problem: result.ok ? null : result.error } });
    },
    closeShift: () => set({ shift: null }),
    async print() {
      const result = await client.request('app.print', null);
      if (!result.ok) announcements.getState().fail(describeError(result.error));
    },
  }));
}
