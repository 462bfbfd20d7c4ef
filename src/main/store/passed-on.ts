// Every call of the history's door but those that open and end it, each handed to somebody else.
import type { HistoryDoor } from './door.ts';

type Ends = 'open' | 'close' | 'erase';
type Through = <N extends Exclude<keyof HistoryDoor, Ends>>(name: N) => HistoryDoor[N];

export function passedOn(through: Through): Omit<HistoryDoor, Ends> {
  return {
    putOrder: through('putOrder'),
    putPayment: through('putPayment'),
    remember: through('remember'),
    beginPull: through('beginPull'),
    pageBytes: through('pageBytes'),
    endPage: through('endPage'),
    finishPull: through('finishPull'),
    dropPull: through('dropPull'),
    confirm: through('confirm'),
    window: through('window'),
    position: through('position'),
    numbers: through('numbers'),
    counts: through('counts'),
    row: through('row'),
    orders: through('orders'),
    payments: through('payments'),
    pending: through('pending'),
    pendingNumbers: through('pendingNumbers'),
    pendingRow: through('pendingRow'),
    arrivals: through('arrivals'),
    insights: through('insights'),
    unreadable: through('unreadable'),
    csv: through('csv'),
  };
}
