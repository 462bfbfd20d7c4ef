// The connection check: its tests in their order, what each is called on screen and in the text to copy, and what can come of one.

export const CHECK_GROUPS = [
  { title: 'The way to the server', steps: ['address', 'name', 'connection', 'encryption'] },
  { title: 'The server', steps: ['api', 'sign-in', 'clock', 'speed'] },
  {
    title: 'What it offers',
    steps: ['profile', 'history', 'order', 'new-order', 'new-payment', 'payment', 'update', 'register', 'renew', 'sign-out'],
  },
  { title: 'How it answers', steps: ['paging', 'embedded'] },
] as const;

export type CheckStep = (typeof CHECK_GROUPS)[number]['steps'][number];

export const CHECK_STEPS: readonly CheckStep[] = CHECK_GROUPS.flatMap(({ steps }): readonly CheckStep[] => steps);

export const CHECK_TITLES: Readonly<Record<CheckStep, string>> = {
  address: 'Address',
  name: 'Name lookup',
  connection: 'Connection',
  encryption: 'Encryption',
  api: 'The shop’s API',
  'sign-in': 'Sign-in',
  clock: 'Clock',
  speed: 'Speed',
  profile: 'Profile',
  history: 'Order history',
  order: 'One order',
  'new-order': 'New order',
  'new-payment': 'Record payment',
  payment: 'One payment',
  update: 'Mark a payment',
  register: 'Create account',
  renew: 'Renew the sign-in',
  'sign-out': 'Sign out',
  paging: 'History in pages',
  embedded: 'Payments in the history',
};

/** `warning`: it works, and something about it should be known or mended. */
export const CHECK_STATES = ['waiting', 'running', 'passed', 'warning', 'failed', 'not-tested'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const STATE_WORDS: Readonly<Record<CheckState, string>> = {
  waiting: 'Not yet',
  running: 'Checking…',
  passed: 'Passed',
  warning: 'Warning',
  failed: 'Failed',
  'not-tested': 'Not tested',
};

/** `2 failed, 1 warning, 12 passed, 5 not tested`; what there is none of is left out. */
export function countedStates(states: readonly CheckState[]): string {
  const count = (state: CheckState): number => states.filter((each) => each === state).length;
  const warnings = count('warning');
  return [
    [count('failed'), 'failed'],
    [warnings, warnings === 1 ? 'warning' : 'warnings'],
    [count('passed'), 'passed'],
    [count('not-tested'), 'not tested'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}
