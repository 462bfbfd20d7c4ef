// Saving the history as a file: goes on while its dialog is closed, and tells how it ended either there or in the corner.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { describeError } from '../../shared/errors/describe.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { ExportHistoryInput, ExportHistoryOutput } from '../../shared/ipc/out-requests.ts';
import type { Result } from '../../shared/result.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { counted, grouped } from '../ui/format-time.ts';

type ExportPhase =
  | { readonly kind: 'choosing'; readonly problem: string | null; readonly cancelled: boolean }
  | { readonly kind: 'running'; readonly progress: EventPayload<'history.exporting'> | null; readonly cancelling: boolean }
  | { readonly kind: 'saved'; readonly words: string; readonly path: string };

export interface ExportState {
  readonly phase: ExportPhase;
  /** Somebody looks at it. @returns the stop; what has ended until then is forgotten */
  watch(): () => void;
  /** @param shown how many orders the screen says */
  start(input: ExportHistoryInput, shown: number): Promise<void>;
  cancel(): void;
}

export type ExportStore = StoreApi<ExportState>;

const CHOOSING: ExportPhase = { kind: 'choosing', problem: null, cancelled: false };

export function createExportStore(client: Client, announcements: Announcements): ExportStore {
  let watched = 0;
  return createStore<ExportState>((set, get) => {
    const tell = ({ phase, murmured, said, how }: End): void => {
      const seen = watched > 0;
      set({ phase: seen ? phase : CHOOSING });
      const words = seen ? murmured : said;
      if (words !== null) announcements.getState()[seen ? 'murmur' : how](words);
    };
    const isCancelling = (): boolean => {
      const { phase } = get();
      return phase.kind === 'running' && phase.cancelling;
    };
    return {
      phase: CHOOSING,
      watch() {
        watched += 1;
        return () => {
          watched -= 1;
          if (watched === 0 && get().phase.kind !== 'running') set({ phase: CHOOSING });
        };
      },
      async start(input, shown) {
        if (get().phase.kind === 'running') return;
        set({ phase: { kind: 'running', progress: null, cancelling: false } });
        const stop = client.subscribe('history.exporting', (progress) => {
          const { phase } = get();
          if (phase.kind === 'running') set({ phase: { ...phase, progress } });
        });
        const result = await client.request('history.export', input);
        stop();
        tell(endOf(result, shown, isCancelling()));
      },
      cancel() {
        const { phase } = get();
        if (phase.kind !== 'running') return;
        set({ phase: { ...phase, cancelling: true } });
        void client.request('history.cancelExport', null);
      },
    };
  });
}

interface End {
  readonly phase: ExportPhase;
  /** Beside what stands in the dialog. The note of a problem is spoken by itself. */
  readonly murmured: string | null;
  /** To who has closed the dialog; null: nothing that they did not do themselves. */
  readonly said: string | null;
  readonly how: 'announce' | 'fail';
}

function endOf(result: Result<ExportHistoryOutput>, shown: number, cancelled: boolean): End {
  if (!result.ok) {
    const problem = `Nothing was exported. ${describeError(result.error)}`;
    return { phase: { kind: 'choosing', problem, cancelled: false }, murmured: null, said: problem, how: 'fail' };
  }
  const { saved, orders } = result.value;
  if (saved === null)
    return { phase: { kind: 'choosing', problem: null, cancelled }, murmured: cancelled ? CANCELLED : null, said: null, how: 'fail' };
  const words = savedWords(orders, shown);
  return { phase: { kind: 'saved', words, path: saved }, murmured: `${words} ${saved}`, said: `${words} ${saved}`, how: 'announce' };
}

export const CANCELLED = 'Cancelled. Nothing was saved.';

/** The screen's number and the file's may differ where the server has dropped orders meanwhile: then that is said. */
function savedWords(orders: number, shown: number): string {
  const gone = shown - orders;
  return gone > 0
    ? `${counted(orders, 'order')} saved; ${grouped(gone)} had gone from the history meanwhile. The file:`
    : `${counted(orders, 'order')} saved to`;
}
