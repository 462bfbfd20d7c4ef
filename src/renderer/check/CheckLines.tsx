// The lines of a connection check in their groups, and below them what the server cannot do.
import { CHECK_GROUPS, CHECK_TITLES, STATE_WORDS } from '../../shared/domain/connection-check.ts';
import type { CheckReport } from '../../shared/ipc/check-requests.ts';
import { CheckMark } from './CheckMark.tsx';
import type { ShownLine } from './check-words.ts';

export function CheckLines({ lines }: { readonly lines: readonly ShownLine[] }) {
  return CHECK_GROUPS.map(({ title, steps }) => (
    <section key={title} className="check-group" aria-label={title}>
      <h3 className="check-group-title">{title}</h3>
      <ul>
        {steps.flatMap((step) => {
          const line = lines.find((each) => each.step === step);
          return line === undefined ? [] : [<Line key={step} line={line} />];
        })}
      </ul>
    </section>
  ));
}

function Line({ line }: { readonly line: ShownLine }) {
  const { step, state, found, advice, hint, earlier, pending } = line;
  return (
    <li className="check-line" data-state={state} data-earlier={earlier} aria-busy={pending === 'running'}>
      <span className="check-mark">
        <CheckMark state={pending ?? state} />
      </span>
      <span className="check-name">{CHECK_TITLES[step]}</span>
      <div className="check-words copy">
        {found === '' ? null : <p>{earlier ? `Last time, ${STATE_WORDS[state].toLowerCase()}: ${found}` : found}</p>}
        {advice === null ? null : <p className="check-advice">{advice}</p>}
        {hint === null ? null : <p className="check-hint">For the administrator: {hint}</p>}
      </div>
    </li>
  );
}

export function CheckLimits({ limits }: Pick<CheckReport, 'limits'>) {
  if (limits.length === 0) return null;
  return (
    <section className="check-group" aria-label="What this server cannot do">
      <h3 className="check-group-title">What this server cannot do, and how Paydesk copes</h3>
      <ul className="check-limits copy">
        {limits.map(({ cannot, copes }) => (
          <li key={cannot}>
            <p>{cannot}</p>
            <p className="soft">{copes}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
