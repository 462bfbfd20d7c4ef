// Which columns the history shows, in which order, and how dense its rows stand. What is changed here is seen at once.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { FIRST_LOOK } from '../../shared/domain/built-in-views.ts';
import { DENSITIES, type Density, type Look } from '../../shared/ipc/view-requests.ts';
import { COLUMNS, columnChoices, movedColumn, toggledColumn } from '../orders/columns.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Tick } from '../ui/Tick.tsx';
import './views.css';

interface ColumnsDialogProps {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly onClose: () => void;
}

const DENSITY_WORDS: Readonly<Record<Density, string>> = { comfortable: 'Comfortable', compact: 'Compact' };

export function ColumnsDialog({ look, onLook, onClose }: ColumnsDialogProps) {
  const { columns } = look;
  return (
    <FormDialog
      title="Columns"
      lead="Where the window is too narrow for all of them, the least needed give way."
      open
      onClose={onClose}
      onSubmit={onClose}
    >
      <ul className="column-choices" aria-label="Columns">
        {columnChoices(columns).map(({ id, on }) => {
          const { label } = COLUMNS[id];
          const at = columns.indexOf(id);
          const move = (by: -1 | 1) => onLook({ ...look, columns: movedColumn(columns, id, by) });
          return (
            <li key={id}>
              <Tick checked={on} onChange={() => onLook({ ...look, columns: toggledColumn(columns, id) })}>
                {label}
              </Tick>
              {on ? (
                <span className="view-acts">
                  <Button
                    kind="quiet"
                    iconOnly
                    icon={<ArrowUp size={14} aria-hidden="true" />}
                    aria-label={`Move ${label} to the front`}
                    title="Further to the front"
                    unavailable={at === 0}
                    onPress={() => move(-1)}
                  />
                  <Button
                    kind="quiet"
                    iconOnly
                    icon={<ArrowDown size={14} aria-hidden="true" />}
                    aria-label={`Move ${label} to the back`}
                    title="Further to the back"
                    unavailable={at === columns.length - 1}
                    onPress={() => move(1)}
                  />
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <fieldset className="densities">
        <legend>Rows</legend>
        {DENSITIES.map((density) => (
          <label key={density}>
            <input type="radio" name="density" checked={look.density === density} onChange={() => onLook({ ...look, density })} />
            {DENSITY_WORDS[density]}
          </label>
        ))}
      </fieldset>
      <div className="dialog-actions">
        <Button onPress={() => onLook(FIRST_LOOK)}>Reset</Button>
        <Button type="submit" kind="primary">
          Done
        </Button>
      </div>
    </FormDialog>
  );
}
