// One call for a person's eyes.
import type { ShowPlace } from '../../shared/ipc/shell-requests.ts';

export interface Alert {
  readonly title: string;
  readonly body: string;
  /** Where a click leads. */
  readonly show: ShowPlace;
  /** Whether it is worth saying inside the window as well; a single mark that needs a decision is told there anyway. */
  readonly inside: boolean;
}
