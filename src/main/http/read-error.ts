// Reads the bodies that Django REST framework sends with a refusal, whatever their nesting: lists, texts, objects, indexed objects.

export interface ServerWords {
  /** Sentences that belong to no field. */
  readonly summary: readonly string[];
  /** Sentences by the server's field name; a nested field has its path: `items.0.quantity`. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** SimpleJWT's `code`, where there is one. */
  readonly code: string | null;
}

/** Keys whose sentences belong to no field. The name of the second can be configured on the server; this is its default. */
const SUMMARY_KEYS = new Set(['detail', 'non_field_errors', 'error', 'message', '__all__']);
const MOST_LINES = 20;
const LONGEST_LINE = 300;
const DEEPEST = 6;

export function readServerWords(body: unknown): ServerWords {
  const summary: string[] = [];
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let lines = 0;
  const put = (path: readonly string[], value: unknown): void => {
    const sentence = readSentence(value);
    if (sentence === null || lines >= MOST_LINES) return;
    lines += 1;
    const name = path.join('.');
    if (name === '') summary.push(sentence);
    else fields[name] = [...(fields[name] ?? []), sentence];
  };
  const walk = (value: unknown, path: readonly string[]): void => {
    if (path.length > DEEPEST || lines >= MOST_LINES) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, isRecord(item) ? [...path, String(index)] : path);
      });
    } else if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (path.length === 0 && (key === 'code' || key === 'messages')) continue;
        walk(inner, SUMMARY_KEYS.has(key) ? path : [...path, key.slice(0, 60)]);
      }
    } else put(path, value);
  };
  walk(body, []);
  return { summary, fields: { ...fields }, code: isRecord(body) && typeof body['code'] === 'string' ? body['code'] : null };
}

/** Text fit to be shown: no markup, no stack, one line, not endless. */
function readSentence(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).replace(/\s+/g, ' ').trim();
  if (text === '' || /<[a-z!/]/i.test(text) || /Traceback \(most recent call last\)/.test(text)) return null;
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
