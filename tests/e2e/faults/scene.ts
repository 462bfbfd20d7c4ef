// One operation as a person does it: where they go, what they type, what they press, and what the screen can show then.
import type { Locator, Page } from 'playwright/test';
import type { OperationName, Outcome } from './expected.ts';
import type { Calls } from './front.ts';
import { newest, type Stage, signInAgain } from './stage.ts';

export interface Operation {
  readonly name: OperationName;
  readonly calls: Calls;
  /** The server's name for a field that the person fills in. */
  readonly field: string;
  /** Whether somebody is signed in before it. */
  readonly signedIn: boolean;
  /** To the place where it is done: once, and again after somebody has signed in anew. */
  goThere(stage: Stage): Promise<void>;
  /** Everything up to the press. @param number another one in each scene. */
  begin(stage: Stage, number: number): Promise<Scene>;
}

export interface Scene {
  press(): Promise<void>;
  /** What stands on the screen for each outcome; what the operation cannot come to is left out. */
  readonly shows: Partial<Record<Outcome, Locator>>;
  /** Asked for once more, as the screen offers it; by default the same press. */
  readonly pressAgain?: () => Promise<void>;
  /** The journal's word, for what stands in it. */
  readonly journal?: () => Promise<Outcome>;
  /** What was typed, meant or known stands where it stood. */
  kept(): Promise<void>;
  /** How often the shop has carried it out; null where that leaves no trace. */
  carriedOut(): number | null;
  /** Back to where the next scene begins. */
  end(): Promise<void>;
}

const REFUSED = /did not accept this|password is not right/;
const UNKNOWN = /not known whether/;

/** What a form says under its fields and above its button. */
export function formShows(page: Page, form: Locator): Partial<Record<Outcome, Locator>> {
  const note = form.locator('.note[data-tone=bad]');
  return {
    ended: signInAgain(page),
    refused: note.filter({ hasText: REFUSED }).or(form.locator('[aria-invalid=true]')),
    unknown: note.filter({ hasText: UNKNOWN }),
    'not done': note.filter({ hasNotText: REFUSED }).filter({ hasNotText: UNKNOWN }),
  };
}

/** What the newest operation in the journal has come to. */
export async function journalSays(stage: Stage): Promise<Outcome> {
  const state = (await newest(stage))?.state;
  switch (state?.name) {
    case 'done':
      return 'done';
    case 'unknown':
      return 'unknown';
    case 'waiting':
      return 'waits';
    case 'refused':
      return state.problem.kind === 'refused' ? 'refused' : 'not done';
    case 'undone':
      return 'not done';
    default:
      throw new Error(`the journal says ${state?.name ?? 'nothing'}`);
  }
}
