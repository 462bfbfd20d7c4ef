// What the search understands, on one card: each line an example that can be taken over into the search.
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

const LINES = [
  ['lamp red', 'Both words, anywhere in number, product, customer or amounts'],
  ['"red lamp"', 'These words side by side'],
  ['-lamp', 'Not this word; a minus works before every line here'],
  ['status:pending,failed', 'One of these; also completed, partly, none, unknown'],
  ['product:lamp', 'In the product only; also customer:, number:, payment:'],
  ['amount:>500', 'More than 500; also total:, price:, paid:, due:, quantity:'],
  ['amount:100..200', 'From 100 to 200; 100.. is 100 or more'],
  ['amount:~500', 'Near 500: within 5 percent, at least 1'],
  ['date:this-week', 'Also today, yesterday, last-week, this-month, last-month, 7d'],
  ['date:2026-11-01..2026-11-15', 'Days from and to; also 2026-11 and 2026'],
  ['age:>2d', 'Older than two days; <3h: younger than three hours; m, h, d, w'],
] as const;

interface QueryHelpProps {
  readonly open: boolean;
  readonly zone: string;
  readonly onClose: () => void;
  readonly onExample: (example: string) => void;
}

export function QueryHelp({ open, zone, onClose, onExample }: QueryHelpProps) {
  return (
    <FormDialog title="Search help" lead="Press an example to add it to the search." open={open} wide onClose={onClose} onSubmit={onClose}>
      <dl className="query-help">
        {LINES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <button type="button" className="query-example" onClick={() => onExample(example)}>
                {example}
              </button>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="field-help">
        Days begin and end in {zone}; weeks begin on Monday. 1,234.50 and 1.234,50 are the same amount; 1,234 is a thousand and more, 1.234
        is less than two.
      </p>
      <div className="dialog-actions">
        <Button type="submit" autoFocus>
          Close
        </Button>
      </div>
    </FormDialog>
  );
}
