// Where a refused sign-in is said: under the address, under a field, or above the button.
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { SignInInput } from '../../shared/ipc/session-schemas.ts';
import { type FieldErrors, sortError } from '../ui/field-errors.ts';

export type SignInField = 'server' | 'username' | 'password';

export interface SignInErrors {
  readonly fields: FieldErrors<SignInField>;
  readonly summary: string | null;
  /** The address is plain http beyond this computer: the person may say yes to it. */
  readonly insecure: boolean;
}

export const NO_ERRORS: SignInErrors = { fields: {}, summary: null, insecure: false };

export const SIGN_IN_NAMES: Readonly<Record<string, SignInField>> = { username: 'username', password: 'password' };

export function checkSignIn(draft: SignInInput): SignInErrors {
  const fields: Partial<Record<SignInField, string>> = {};
  if (draft.server.trim() === '') fields.server = 'Type the address of your shop’s server.';
  if (draft.username.trim() === '') fields.username = 'Type your user name.';
  if (draft.password === '') fields.password = 'Type your password.';
  return { ...NO_ERRORS, fields };
}

export function signInErrors(error: AppError): SignInErrors {
  const text = describeError(error);
  if (error.kind === 'insecure-address') return { fields: { server: text }, summary: text, insecure: true };
  if (error.kind === 'bad-address') return { fields: { server: text }, summary: text, insecure: false };
  return { ...sortError(error, SIGN_IN_NAMES), insecure: false };
}
