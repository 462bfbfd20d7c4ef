// Insights: what the history comes to by payment status and by day. Every bar has its row in a table.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { readMoney } from '../../shared/domain/money.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { Insights } from '../../shared/ipc/order-schemas.ts';
import { useTimeZone } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { STATE_WORDS } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Amount } from '../ui/Amount.tsx';
import { useNow } from '../ui/clock.ts';
import { asOfTime, dayName, grouped } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { partOf } from './insights-store.ts';
import './insights.css';

export function InsightsScreen({ desk }: { readonly desk: Desk }) {
  const { insights, problem, watch } = useStore(desk.insights);
  const now = useNow();
  const zone = useTimeZone();
  useEffect(() => watch(), [watch]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus.
    <section className="screen" aria-label="Insights" tabIndex={0}>
      <header className="screen-head">
        <div>
          <h1 className="screen-title">Insights</h1>
          <p className="soft">
            {insights?.asOf ? `From the history as of ${asOfTime(insights.asOf, now)}. ` : ''}Days begin at midnight in {zone}.
          </p>
        </div>
      </header>
      {problem === null ? null : <Note tone="bad">{describeError(problem)}</Note>}
      {insights === null ? <div className="insights-waiting bone" aria-hidden="true" /> : <Tables insights={insights} />}
    </section>
  );
}

const money = (text: string) => readMoney(text) ?? 0n;
const largest = (amounts: readonly bigint[]) => amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);

function Tables({ insights: { states, days } }: { readonly insights: Insights }) {
  const most = largest(states.map(({ total }) => money(total)));
  const mostDay = largest(days.map(({ total }) => money(total)));
  return (
    <div className="insights">
      <figure className="insight">
        <figcaption>
          <h2>By payment status</h2>
        </figcaption>
        <table className="figures-table">
          <TableHead row="Status" figures={['Orders', 'Total']} />
          <tbody>
            {states
              .filter(({ state, orders }) => orders > 0 || state !== 'not-told')
              .map(({ state, orders, total }) => (
                <tr key={state}>
                  <th scope="row">
                    <StatusMark status={STATE_WORDS[state]} />
                  </th>
                  <td className="end number">{grouped(orders)}</td>
                  <td className="end">
                    <Amount value={total} />
                  </td>
                  <td className="bar-cell" aria-hidden="true">
                    <span className="bar" data-look={STATE_WORDS[state].look} style={{ width: `${partOf(money(total), most)}%` }} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </figure>
      <figure className="insight">
        <figcaption>
          <h2>The last 14 days</h2>
          <p className="legend soft" aria-hidden="true">
            <span className="bar" /> ordered <span className="bar" data-look="good" /> paid of it
          </p>
        </figcaption>
        <table className="figures-table">
          <TableHead row="Day" figures={['Orders', 'Total', 'Paid']} />
          <tbody>
            {[...days].reverse().map(({ day, orders, total, paid }) => (
              <tr key={day} data-none={orders === 0}>
                <th scope="row">{dayName(day)}</th>
                <td className="end number">{grouped(orders)}</td>
                <td className="end">
                  <Amount value={total} />
                </td>
                <td className="end">
                  <Amount value={paid} />
                </td>
                <td className="bar-cell" aria-hidden="true">
                  <span className="bars">
                    <span className="bar" style={{ width: `${partOf(money(total), mostDay)}%` }} />
                    <span className="bar" data-look="good" style={{ width: `${partOf(money(paid), mostDay)}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </div>
  );
}

/** @param figures the columns of numbers; the bars that follow them need no name, the numbers say it. */
function TableHead({ row, figures }: { readonly row: string; readonly figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{row}</th>
        {figures.map((name) => (
          <th key={name} scope="col" className="end">
            {name}
          </th>
        ))}
        <td aria-hidden="true" />
      </tr>
    </thead>
  );
}
