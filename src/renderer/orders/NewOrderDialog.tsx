// A new order: three fields, the total while typing, and a second step when the answer to a first try was lost.
import { useState } from 'react';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { withoutField } from '../ui/field-errors.ts';
import { Problem } from '../ui/Problem.tsx';
import { Tick } from '../ui/Tick.tsx';
import { useOnce } from '../ui/use-once.ts';
import { type DraftProblem, NO_PROBLEM } from './drafts-store.ts';
import { checkNewOrder, EMPTY_ORDER, isTouched, liveTotal, type OrderDraft, type OrderField } from './new-order-form.ts';

interface NewOrderDialogProps {
  readonly open: boolean;
  readonly draft: OrderDraft;
  readonly problem: DraftProblem<OrderField>;
  readonly onChange: (draft: OrderDraft, problem?: DraftProblem<OrderField>) => void;
  readonly onCreate: () => Promise<void>;
  readonly onClose: () => void;
}

export function NewOrderDialog({ open, draft, problem, onChange, onCreate, onClose }: NewOrderDialogProps) {
  const [looked, setLooked] = useState(false);
  const [pending, run] = useOnce();
  const bind = (field: OrderField) => ({
    value: draft[field],
    error: problem.fields[field],
    onChange: (value: string) => onChange({ ...draft, [field]: value }, { ...problem, fields: withoutField(problem.fields, field) }),
  });
  const held = problem.lost !== null && !looked;
  const submit = () => {
    if (held) return;
    const fields = checkNewOrder(draft);
    onChange(draft, { ...problem, fields });
    if (Object.keys(fields).length > 0) return;
    run(async () => {
      setLooked(false);
      await onCreate();
    });
  };
  const total = liveTotal(draft);
  return (
    <FormDialog title="New order" open={open} invalid={problem.fields} onClose={onClose} onSubmit={submit}>
      <Field label="Product name" autoFocus {...bind('product')} />
      <div className="form-pair">
        <Field label="Quantity" numeric {...bind('quantity')} />
        <Field label="Price" numeric help="For one, like 1200.50" {...bind('price')} />
      </div>
      <p className="live-total">
        <span className="soft">Total</span>
        <output className="number">{total === null ? '—' : <Amount value={total} copy />}</output>
      </p>
      <Problem text={problem.summary} />
      {problem.lost !== null ? (
        <Tick checked={looked} onChange={setLooked}>
          I looked in the history; it is not there. Create it again.
        </Tick>
      ) : null}
      <div className="dialog-actions">
        {isTouched(draft) ? (
          <Button kind="quiet" unavailable={pending} onPress={() => onChange(EMPTY_ORDER, NO_PROBLEM)}>
            Clear
          </Button>
        ) : null}
        <Button onPress={onClose}>Close</Button>
        <Button type="submit" kind="primary" pending={pending} unavailable={held}>
          Create order
        </Button>
      </div>
    </FormDialog>
  );
}
