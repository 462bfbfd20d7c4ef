// The rules for a new account that help before anything is sent, and whose field is whose at the server.
import type { RegisterInput } from '../../shared/ipc/session-schemas.ts';
import type { FieldErrors } from '../ui/field-errors.ts';

export type AccountField = Exclude<keyof RegisterInput, 'server' | 'acceptPlainHttp'>;
export type AccountDraft = Readonly<Record<AccountField, string>>;

export const EMPTY_ACCOUNT: AccountDraft = {
  username: '',
  email: '',
  password: '',
  repeatPassword: '',
  firstName: '',
  lastName: '',
  phoneNumber: '',
  address: '',
};

/** The server's names as the guide gives them; `password` and `phone_number` are seen on servers of the same kind. */
export const ACCOUNT_NAMES: Readonly<Record<string, AccountField>> = {
  username: 'username',
  email: 'email',
  password: 'password',
  password1: 'password',
  password2: 'repeatPassword',
  first_name: 'firstName',
  last_name: 'lastName',
  phone_no: 'phoneNumber',
  phone_number: 'phoneNumber',
  phone: 'phoneNumber',
  address: 'address',
};

/** Only the shape: something, one @, something with a point. The server has the last word. */
const EMAIL_SHAPE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function checkAccount(draft: AccountDraft): FieldErrors<AccountField> {
  const errors: Partial<Record<AccountField, string>> = {};
  if (draft.username.trim() === '') errors.username = 'Choose a user name.';
  if (draft.email.trim() === '') errors.email = 'Type an e-mail address.';
  else if (!EMAIL_SHAPE.test(draft.email.trim())) errors.email = 'An e-mail address looks like name@example.com.';
  if (draft.password === '') errors.password = 'Choose a password.';
  if (draft.repeatPassword === '') errors.repeatPassword = 'Type the password again.';
  else if (draft.repeatPassword !== draft.password) errors.repeatPassword = 'The two passwords are not the same.';
  return errors;
}
