// The settings of marking: the seconds to undo, the amount that is confirmed, the letter keys, and notifications.
import type { Settings } from '../../shared/ipc/session-schemas.ts';
import { useCurrency } from '../app/context.ts';
import { Tick } from '../ui/Tick.tsx';
import { checkHold, checkLimit, holdMeaning, limitMeaning } from './marking-rules.ts';
import { ValueForm } from './ValueForm.tsx';

interface MarkingSettingsProps {
  readonly settings: Settings;
  /** @param said what is told when it is kept. */
  readonly onSave: (settings: Settings, said: string) => Promise<void>;
}

export function MarkingSettings({ settings, onSave }: MarkingSettingsProps) {
  const currency = useCurrency();
  const { hold, confirmAbove, letterKeys, notifications } = settings;
  return (
    <section className="setting setting-marking" aria-labelledby="marking-title">
      <h2 id="marking-title">Marking</h2>
      <ValueForm
        label="Seconds to undo"
        numeric
        save="Save seconds"
        kept={String(hold)}
        check={checkHold}
        meaning={holdMeaning}
        onSave={(value) => onSave({ ...settings, hold: value }, holdMeaning(value))}
      />
      <ValueForm
        label="Confirm above"
        numeric
        save="Save amount"
        kept={confirmAbove}
        check={checkLimit}
        meaning={(limit) => limitMeaning(limit, currency)}
        onSave={(value) => onSave({ ...settings, confirmAbove: value }, limitMeaning(value, currency))}
      />
      <Tick
        checked={letterKeys}
        onChange={(on) => void onSave({ ...settings, letterKeys: on }, on ? 'Letter keys are on.' : 'Letter keys are off.')}
      >
        Letter keys: C, F, Z, J, K, / and ? do something on their own. Switch them off if you speak to your computer.
      </Tick>
      <Tick
        checked={notifications}
        onChange={(on) => void onSave({ ...settings, notifications: on }, on ? 'Notifications are on.' : 'Notifications are off.')}
      >
        Notifications when new payments come in or something needs your decision, while Paydesk is not in front. Never in practice.
      </Tick>
    </section>
  );
}
