// The tables of a shift sheet.
import type { ShiftSheet, Tally } from '../../shared/ipc/activity-requests.ts';
import { Amount } from '../ui/Amount.tsx';
import { counted, fullDay, fullTime, grouped } from '../ui/format-time.ts';
import { ServerText } from '../ui/ServerText.tsx';

export function ShiftTables({ sheet }: { readonly sheet: ShiftSheet }) {
  const { day, zone, server, madeAt, clerks } = sheet;
  return (
    <article className="sheet" aria-label={`Shift sheet of ${fullDay(day)}`}>
      <header>
        <h2>
          <span className="printed-only">Shift sheet, </span>
          {fullDay(day)}
        </h2>
        <p className="soft">
          Marks asked for at this desk, for <span className="copy">{server}</span>. The day runs from midnight to midnight in the time zone{' '}
          {zone}. Counted {fullTime(madeAt)}.
        </p>
      </header>
      <section aria-label="Marks by clerk and hour">
        <h3>Marks done, by clerk and hour</h3>
        {clerks.length === 0 ? <p className="soft">No mark was done on this day.</p> : <ByClerk sheet={sheet} />}
      </section>
      <section aria-label="Totals by status">
        <h3>Totals by status</h3>
        <Totals sheet={sheet} />
      </section>
      <p className="signature" aria-hidden="true">
        <span>Counted by</span>
        <span>Checked by</span>
      </p>
    </article>
  );
}

const two = (hour: number): string => String(hour).padStart(2, '0');

function ByClerk({ sheet: { hours, clerks } }: { readonly sheet: ShiftSheet }) {
  const sums = hours.map((_, index) => clerks.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  return (
    <div className="sheet-scroll">
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">Clerk</th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className="end number" title={`${two(hour)}:00 to ${two((hour + 1) % 24)}:00`}>
                {two(hour)}
              </th>
            ))}
            <th scope="col" className="end">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {clerks.map(({ clerk, account, counts, total }) => (
            <tr key={account}>
              <th scope="row">
                <ServerText text={clerk} whole />
                {clerk === account ? null : (
                  <span className="soft">
                    {' '}
                    <ServerText text={account} whole />
                  </span>
                )}
              </th>
              {hours.map((hour, index) => (
                <td key={hour} className="end number">
                  {counts[index] === 0 ? <span className="soft">·</span> : grouped(counts[index] ?? 0)}
                </td>
              ))}
              <td className="end number">{grouped(total)}</td>
            </tr>
          ))}
        </tbody>
        {clerks.length < 2 ? null : (
          <tfoot>
            <tr>
              <th scope="row">All</th>
              {sums.map((sum, index) => (
                <td key={hours[index]} className="end number">
                  {grouped(sum)}
                </td>
              ))}
              <td className="end number">{grouped(sums.reduce((all, sum) => all + sum, 0))}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Totals({ sheet }: { readonly sheet: ShiftSheet }) {
  return (
    <table className="sheet-table sheet-totals">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="end">
            Count
          </th>
          <th scope="col" className="end">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {sheet.marks.map(({ to, done }) => (
          <Line key={to} name={`Marked ${to}`} tally={done} />
        ))}
      </tbody>
      <Apart title="Corrections, not counted above">
        {sheet.marks.map(({ to, corrected }) => (
          <Line key={to} name={`Corrected to ${to}`} tally={corrected} />
        ))}
      </Apart>
      <Apart title="Not done">
        <Line name="Undone before they were sent" tally={sheet.undone} />
        <Line name="Refused by the server" tally={sheet.refused} />
        <Line name="Given up, or theirs was kept" tally={sheet.givenUp} />
        <Line name="Still waiting to be sent" tally={sheet.waiting} />
        <Line name="Not known or in conflict: to be decided" tally={sheet.undecided} />
      </Apart>
      <Apart title="Created">
        <Line name="New orders" tally={sheet.newOrders} />
        <Line name="New payments" tally={sheet.newPayments} />
      </Apart>
    </table>
  );
}

function Apart({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="apart">
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

function Line({ name, tally: { count, sum, unknown } }: { readonly name: string; readonly tally: Tally }) {
  return (
    <tr data-none={count === 0}>
      <th scope="row">{name}</th>
      <td className="end number">{grouped(count)}</td>
      <td className="end">
        {count === 0 ? '' : <Amount value={sum} copy />}
        {unknown === 0 ? null : <span className="soft"> and {counted(unknown, 'amount')} not known</span>}
      </td>
    </tr>
  );
}
