// One setting that is typed: what it means stands under it while it can be read, otherwise what is wrong with it.
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useOnce } from '../ui/use-once.ts';

interface ValueFormProps<T> {
  readonly label: string;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly longest?: number;
  readonly save: string;
  readonly kept: string;
  readonly check: (typed: string) => { readonly value: T } | { readonly problem: string };
  readonly meaning: (value: T) => string;
  readonly onSave: (value: T) => Promise<void>;
}

export function ValueForm<T extends string | number>({
  label,
  numeric = false,
  placeholder = '',
  longest = 20,
  save,
  kept,
  check,
  meaning,
  onSave,
}: ValueFormProps<T>) {
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
        numeric={numeric}
        placeholder={placeholder}
        value={typed}
        maxLength={longest}
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
