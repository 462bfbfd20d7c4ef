// Rules that help before an account is sent to the server. The server has the last word; keys are its field names, as its own errors have.

interface Typed {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly repeatPassword: string;
}

export type RegistrationProblems = Record<string, string[]>;

export function checkRegistration(typed: Typed): RegistrationProblems {
  const problems: RegistrationProblems = {};
  if (typed.username.trim() === '') problems['username'] = ['Type a user name.'];
  if (!isEmailShaped(typed.email.trim())) problems['email'] = ['Type an e-mail address, like name@example.com.'];
  if (typed.password === '') problems['password1'] = ['Type a password.'];
  if (typed.password !== typed.repeatPassword) problems['password2'] = ['The two passwords are not the same.'];
  return problems;
}

/** Something, an @, something with a dot inside: catches slips, never refuses an odd but working address. */
function isEmailShaped(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}
