// No spell checker: for its dictionary Chromium would ask a server elsewhere at every start, and this app talks to its shop alone.
import type { Session } from 'electron';

/** To be called as soon as there is the session. Without a language nothing is fetched; switching it off alone comes too late for that. */
export function checkNoSpelling(own: Session): void {
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
}
