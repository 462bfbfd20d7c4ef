// The settings of marking: the seconds to undo, the amount that is confirmed, the letter keys, and notifications.
import { type FormEvent, useState } from 'react';
import type { Settings } from '../../shared/ipc/session-schemas.ts';
import { useCurrency } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Tick } from '../ui/Tick.tsx';
import { useOnce } from '../ui/use-once.ts';
import { checkHold, checkLimit, holdMeaning, limitMeaning } from './marking-rules.ts';

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
        save="Save seconds"
        kept={String(hold)}
        check={checkHold}
        meaning={holdMeaning}
        onSave={(value) => onSave({ ...settings, hold: value }, holdMeaning(value))}
      />
      <ValueForm
        label="Confirm above"
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

interface ValueFormProps<T> {
  readonly label: string;
  readonly save: string;
  readonly kept: string;
  readonly check: (typed: string) => { readonly value: T } | { readonly problem: string };
  readonly meaning: (value: T) => string;
  readonly onSave: (value: T) => Promise<void>;
}

function ValueForm<T extends string | number>({ label, save, kept, check, meaning, onSave }: ValueFormProps<T>) {
  const [typed, setTyped] = useState(kept);
  const [error, setError] = useState<string | undefined>(undefined);
  const [pending, run] = useOnce();
  const checked = check(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('problem' in checked) return setError(checked.problem);
    if (String(checked.value) !== kept) run(() => onSave(checked.value));
  };
  return (
    <form className="setting-value" onSubmit={submit} noValidate aria-label={label}>
      <Field
        label={label}
        numeric
        value={typed}
        maxLength={20}
        help={'value' in checked ? meaning(checked.value) : undefined}
        error={error}
        onChange={(value) => {
          setTyped(value);
          setError(undefined);
        }}
      />
      <Button type="submit" pending={pending} unavailable={'value' in checked && String(checked.value) === kept}>
        {save}
      </Button>
    </form>
  );
}
