// One answer of a server, byte for byte, and what the console makes of it: the shape of the golden fixtures.
import type { AppError } from '../../../../src/shared/errors/app-error.ts';
import type { Doing } from './production-path.ts';

export interface WireAnswer {
  readonly status: number;
  /** null: without the header. */
  readonly type: string | null;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Golden {
  readonly what: string;
  readonly doing: Doing;
  readonly answer: WireAnswer;
  readonly error: AppError;
  readonly sentence: string;
  /** What stands under the form's boxes, and above its button; where the fixture is a form's. */
  readonly form?: { readonly under: Readonly<Record<string, string>>; readonly above: string | null };
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const latin1 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));
export const utf16 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, type: 'application/json', body: utf8(JSON.stringify(value)), headers };
}

export function text(status: number, type: string | null, body: string, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, type, body: utf8(body), headers };
}

export const html = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): WireAnswer =>
  text(status, 'text/html; charset=utf-8', body, headers);

export const refused = (...summary: string[]): AppError => ({ kind: 'refused', summary, fields: {} });
export const refusedFields = (fields: Record<string, string[]>, ...summary: string[]): AppError => ({ kind: 'refused', summary, fields });

export const NOT_API =
  'What answers at that address is not a Paydesk server. Check the address; on a guest Wi-Fi, open a browser and log in to the Wi-Fi first.';
export const ENDED = 'Your session had ended, so nothing was done. Sign in, then try again; nothing on this screen is lost.';
export const NOT_SAID = 'The server did not accept this and did not say why.';
export const NOT_ALLOWED = 'Your account is not allowed to do this.';
export const CREDENTIALS = 'The user name or the password is not right, or the account is not active. Check both and try again.';
export const broke = (status: number): string =>
  `The server had an error of its own (${status}). Try again; if it stays, tell the person who runs the server.`;
export const LOST_MARK =
  'It is not known whether the server carried this out: its answer was lost. Look at the payment again before repeating it.';
export const LOST_ORDER =
  'It is not known whether the order was created: the server’s answer was lost. Refresh the history and look for it before creating it again.';
