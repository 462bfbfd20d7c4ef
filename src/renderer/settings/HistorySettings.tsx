// The settings of the order history: in which time zone its days begin, and whether it stays on this computer after signing out.
import type { Settings } from '../../shared/ipc/session-schemas.ts';
import { Tick } from '../ui/Tick.tsx';
import { checkTimeZone, timeZoneMeaning } from './time-zone-rules.ts';
import { ValueForm } from './ValueForm.tsx';

interface HistorySettingsProps {
  readonly settings: Settings;
  /** @param said what is told when it is kept. */
  readonly onSave: (settings: Settings, said: string) => Promise<void>;
}

export function HistorySettings({ settings, onSave }: HistorySettingsProps) {
  const { keepHistory, timeZone } = settings;
  return (
    <section className="setting setting-marking" aria-labelledby="history-title">
      <h2 id="history-title">Order history</h2>
      <ValueForm
        key={timeZone}
        label="Time zone"
        save="Save time zone"
        placeholder="As this computer"
        longest={100}
        kept={timeZone}
        check={checkTimeZone}
        meaning={timeZoneMeaning}
        onSave={(value) => onSave({ ...settings, timeZone: value }, timeZoneMeaning(value))}
      />
      <div>
        <Tick
          checked={keepHistory}
          onChange={(on) =>
            void onSave(
              { ...settings, keepHistory: on },
              on
                ? 'The order history stays on this computer after signing out.'
                : 'Signing out erases the order history from this computer.',
            )
          }
        >
          Keep the order history on this computer after signing out
        </Tick>
        <p className="soft">Not on a shared computer: whoever can read your files here could read your orders and customers.</p>
      </div>
    </section>
  );
}
