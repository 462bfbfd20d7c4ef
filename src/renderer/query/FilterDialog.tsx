// Days and amounts to pick instead of typing them: what is picked is written into the search, where it can be read and changed.
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { changed, DAY_CHOICES, draftOf, type FilterDraft, type FilterField, filterErrors, NO_FILTER, textWith } from './filter-form.ts';

interface FilterDialogProps {
  readonly text: string;
  readonly zone: string;
  readonly now: () => number;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Mounted while it is open, so that it begins with what the search says. */
export function FilterDialog({ text, zone, now, onText, onClose }: FilterDialogProps) {
  const [before] = useState(() => draftOf(text));
  const [draft, setDraft] = useState(before);
  const [errors, setErrors] = useState<Readonly<Partial<Record<FilterField, string>>>>({});
  const set = (field: FilterField, value: string) => {
    setDraft(changed(draft, field, value));
    setErrors({});
  };
  const bind = (field: FilterField) => ({
    value: draft[field],
    error: errors[field],
    maxLength: 40,
    onChange: (value: string) => set(field, value),
  });
  const write = (next: FilterDraft) => {
    onText(textWith(text, before, next));
    onClose();
  };
  const submit = () => {
    const found = filterErrors(draft, { now: now(), zone });
    setErrors(found);
    if (Object.keys(found).length === 0) write(draft);
  };
  return (
    <FormDialog title="Filter" open invalid={errors} onClose={onClose} onSubmit={submit}>
      <fieldset className="filter-group">
        <legend>
          Created <span>Days in {zone}</span>
        </legend>
        <div className="chips">
          {DAY_CHOICES.map(([word, label]) => (
            <button
              key={word}
              type="button"
              className="chip"
              aria-pressed={draft.days === word}
              onClick={() => set('days', draft.days === word ? '' : word)}
            >
              {label}
            </button>
          ))}
        </div>
        <div className="form-pair">
          <Field label="From day" autoFocus placeholder="2026-11-01" {...bind('from')} />
          <Field label="To day" placeholder="2026-11-15" {...bind('to')} />
        </div>
      </fieldset>
      <fieldset className="filter-group">
        <legend>
          Amount <span>Total, or one of its payments</span>
        </legend>
        <div className="filter-amounts">
          <Field label="At least" numeric {...bind('least')} />
          <Field label="At most" numeric {...bind('most')} />
          <Field label="Near" numeric {...bind('near')} />
        </div>
        <p className="field-help">Near is within 5 percent, at least 1.</p>
      </fieldset>
      <div className="dialog-actions">
        {Object.values(before).some((value) => value !== '') ? (
          <Button kind="quiet" onPress={() => write(NO_FILTER)}>
            Clear
          </Button>
        ) : null}
        <Button onPress={onClose}>Close</Button>
        <Button type="submit" kind="primary">
          Show orders
        </Button>
      </div>
    </FormDialog>
  );
}
