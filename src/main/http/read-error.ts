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
/** Levels of lists and objects, so that a body nested without end cannot break the reading of it. */
const DEEPEST = 12;

export function readServerWords(body: unknown): ServerWords {
  const summary: string[] = [];
  const fields = new Map<string, string[]>();
  for (const { path, text } of flatten(body, [], 0)) {
    if (path.length === 0) summary.push(text);
    else fields.set(path.join('.'), [...(fields.get(path.join('.')) ?? []), text]);
  }
  return { summary, fields: Object.fromEntries(fields), code: isRecord(body) && typeof body['code'] === 'string' ? body['code'] : null };
}

interface Line {
  readonly path: readonly string[];
  readonly text: string;
}

/** @param depth 0 is outermost, where SimpleJWT puts `code` and `messages`, which are for programs. */
function flatten(value: unknown, path: readonly string[], depth: number): readonly Line[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    const lines = value.slice(0, MOST_LINES).flatMap((item, index) => {
      return flatten(item, isRecord(item) ? [...path, String(index)] : path, depth + 1);
    });
    return lines.slice(0, MOST_LINES);
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(([key]) => !(depth === 0 && (key === 'code' || key === 'messages')));
    const lines = entries
      .slice(0, MOST_LINES)
      .flatMap(([key, inner]) => flatten(inner, isFieldName(key) ? [...path, key] : path, depth + 1));
    return lines.slice(0, MOST_LINES);
  }
  const text = readSentence(value);
  return text === null ? [] : [{ path, text }];
}

/** Whatever else stands there as a key, its sentences belong to no field: names are shown, and used as keys again. */
function isFieldName(key: string): boolean {
  return !SUMMARY_KEYS.has(key) && key !== '__proto__' && /^[\p{L}\p{N}_.[\] -]{1,60}$/u.test(key);
}

/** Text fit to be shown: no markup, no stack, one line, not endless. */
function readSentence(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).replace(/\s+/g, ' ').trim();
  if (text === '' || /<[a-z!/?]/i.test(text) || /Traceback \(most recent call last\)/.test(text)) return null;
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
