// Serves the page from the app's own files under app://paydesk, with a strict policy on every answer; the page can reach nothing else.
import { protocol, type Session } from 'electron';
import { answer } from './page-files.ts';

export const PAGE_ORIGIN = 'app://paydesk';
const SCHEME = 'app';

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** @param folder the built page. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request.url, folder));
}
