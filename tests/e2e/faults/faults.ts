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
