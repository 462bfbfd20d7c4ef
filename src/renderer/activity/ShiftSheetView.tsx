// The shift sheet on screen and on paper: marks by clerk and hour, totals by status, of one day.
import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { describeError } from '../../shared/errors/describe.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { ShiftTables } from './ShiftTables.tsx';
import type { ToolsState, ToolsStore } from './tools-store.ts';
import './shift.css';

interface ShiftSheetViewProps {
  readonly shift: NonNullable<ToolsState['shift']>;
  readonly tools: ToolsStore;
}

export function ShiftSheetView({ shift: { day, sheet, problem }, tools }: ShiftSheetViewProps) {
  const { openShift, closeShift, print } = tools.getState();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has to be able to.
    <section className="screen shift-screen" aria-label="Activity" tabIndex={0}>
      <header className="screen-head unprinted">
        <h1 className="screen-title" ref={heading} tabIndex={-1}>
          Shift sheet
        </h1>
        <div className="shift-acts">
          <label className="narrow-by">
            Day
            <input
              type="date"
              className="input"
              value={day}
              onChange={(event) => {
                if (event.target.value !== '') void openShift(event.target.value);
              }}
            />
          </label>
          <Button icon={<ArrowLeft size={15} aria-hidden="true" />} onPress={closeShift}>
            Back to Activity
          </Button>
          <Button kind="primary" icon={<Printer size={15} aria-hidden="true" />} unavailable={sheet === null} onPress={() => void print()}>
            Print
          </Button>
        </div>
      </header>
      {problem === null ? null : <Note tone="bad">{describeError(problem)}</Note>}
      {sheet === null ? null : <ShiftTables sheet={sheet} />}
    </section>
  );
}
