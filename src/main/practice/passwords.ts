// Django's four stock password rules, in the order of its settings template. django.contrib.auth.password_validation

// A few of the 20,000 that Django knows.
const common = new Set(
  'password password1 password123 12345678 123456789 1234567890 qwerty123 qwertyuiop iloveyou sunshine princess football baseball letmein1 welcome1 admin123 superman trustno1 abcd1234'.split(
    ' ',
  ),
);

/** The rules that look at the password alone; they come back under `password1`. */
export function plainProblems(password: string): readonly string[] {
  const problems: string[] = [];
  if ([...password].length < 8) problems.push('This password is too short. It must contain at least 8 characters.');
  if (common.has(password.toLowerCase())) problems.push('This password is too common.');
  if (/^\d+$/.test(password)) problems.push('This password is entirely numeric.');
  return problems;
}

/** The rule that needs the account: it is checked on saving, hence comes back under `non_field_errors`. `attributes` by their labels. */
export function similarityProblem(password: string, attributes: Readonly<Record<string, string>>): string | undefined {
  const wanted = password.toLowerCase();
  for (const [label, value] of Object.entries(attributes)) {
    const whole = value.toLowerCase();
    if (whole === '') continue;
    const parts = [...whole.split(/[^\p{L}\p{N}_]+/u), whole];
    if (parts.some((part) => !outgrows(wanted, part) && likeness(wanted, part) >= 0.7))
      return `The password is too similar to the ${label}.`;
  }
  return undefined;
}

// Django leaves out parts that are far too short to matter.
const outgrows = (password: string, part: string): boolean => password.length >= 10 * part.length && part.length < 0.35 * password.length;

// Python's SequenceMatcher.quick_ratio: twice the characters in common, in any order, over all characters.
function likeness(a: string, b: string): number {
  const left = [...a];
  let matches = 0;
  for (const character of b) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    matches += 1;
  }
  return a.length + b.length === 0 ? 1 : (2 * matches) / (a.length + b.length);
}
