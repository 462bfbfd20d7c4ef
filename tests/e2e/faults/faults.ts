// Every fault of the matrix, in the order of the table.
import { BREAKDOWNS, REFUSALS, STRANGE_ANSWERS } from './answer-faults.ts';
import { type Fault, RIGHT } from './fault.ts';
import { NETWORK_FAULTS } from './network-faults.ts';

const DAY = 86_400_000;
const clocks: readonly Fault[] = [
  { name: 'server a day ahead', nature: RIGHT, clock: DAY, strike: () => ({ at: 'nothing' }) },
  { name: 'server a day behind', nature: RIGHT, clock: -DAY, strike: () => ({ at: 'nothing' }) },
];

export const FAULTS: readonly Fault[] = [...NETWORK_FAULTS, ...STRANGE_ANSWERS, ...REFUSALS, ...BREAKDOWNS, ...clocks];

/** Close relatives of others, which stand for them in the short form. */
const RELATIVES: ReadonlySet<string> = new Set([
  'certificate of another host',
  'closed in the body',
  'answered, slow to close',
  'in bursts, seconds apart',
  'in slices of 40 bytes',
  '200 with nothing',
  '400 with nested fields',
  '401, account shut',
  '403, CSRF',
  '404 page',
  '408',
  '415',
  '500 with nothing, carried out',
  '502',
]);

/** What the whole suite plays; `npm run faults` plays all of them. */
export const SHORT_FORM: readonly Fault[] = FAULTS.filter(({ name }) => !RELATIVES.has(name));
