// A crash point: brings the app to one named place between a wish and its end, and says how it is to be killed there.
import type { Scene } from '../scene.ts';

/** What becomes of the calls that the shop keeps waiting: never carried out, at once, or only when the app is up again. */
export type Aftermath = 'dropped' | 'carried out' | 'carried out late';

export interface Kill {
  /** All processes at once, or the main process alone; null: either. */
  readonly whole: boolean | null;
  readonly aftermath: Aftermath;
}

export interface Point {
  readonly name: string;
  /** Wants a journal as it was made, not one that other rounds have used. */
  readonly ownDesk?: true;
  /** When it resolves, the app stands at the point and stays there. Rejects when it cannot be brought there. */
  reach(scene: Scene): Promise<Kill>;
}

/** The app had passed the point before it could be stopped: nothing is wrong, it has to be tried again. */
export class Overshot extends Error {}

export const anyhow: Kill = { whole: null, aftermath: 'dropped' };
