// How the console looks on this desk: theme and currency.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/ipc/session-schemas.ts';
import type { Result } from '../../shared/result.ts';
import type { Client } from '../bridge.ts';

interface SettingsState {
  readonly settings: Settings;
  read(): Promise<void>;
  save(settings: Settings): Promise<Result<Settings>>;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(client: Client): SettingsStore {
  return createStore<SettingsState>((set) => ({
    settings: DEFAULT_SETTINGS,
    async read() {
      const result = await client.request('settings.read', null);
      if (result.ok) set({ settings: result.value });
    },
    async save(settings) {
      const result = await client.request('settings.save', settings);
      if (result.ok) set({ settings: result.value });
      return result;
    },
  }));
}

/** @returns the code to save, or the sentence that stands under the field. */
export function checkCurrency(typed: string): { readonly value: string } | { readonly problem: string } {
  const code = typed.trim().toUpperCase();
  return /^([A-Z]{3})?$/.test(code) ? { value: code } : { problem: 'A currency is three letters, like EUR, or nothing.' };
}
