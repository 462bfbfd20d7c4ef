// Reads the bodies that Django REST framework sends with a refusal, whatever their nesting: lists, texts, objects, indexed objects.
import { readableText } from '../../shared/readable-text.ts';

export interface ServerWords {
  /** Sentences that belong to no field. */
  readonly summary: readonly string[];
  /** Sentences by the server's field name; a nested field has its path: `items.0.quantity`. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** SimpleJWT's `code`, where there is one. */
  readonly code: string | null;
}

/** Keys whose sentences belong to no field. NON_FIELD_ERRORS_KEY can be configured on the server; this is its default. */
const SUMMARY_KEYS = new Set(['detail', 'non_field_errors', 'nonFieldErrors', 'error', 'errors', 'message', '__all__']);
/** What hand-written answers and RFC 9457 put around the sentences, for programs. */
const ENVELOPE_KEYS = new Set(['status', 'status_code', 'statusCode', 'success', 'ok', 'type', 'title', 'instance', 'timestamp', 'path']);
/** An object of these is one sentence: DRF's get_full_details(), and the lists of drf-standardized-errors, where `attr` names the field. */
const SENTENCE_KEYS = new Set(['message', 'detail', 'code', 'attr', 'field', 'type']);

const MOST_LINES = 20;
const LONGEST_LINE = 300;
/** Levels of lists and objects, and values in them, so that a body without end cannot make the reading of it endless. */
const DEEPEST = 12;
const MOST_VALUES = 5_000;
/** Names in the path of a field; what stands deeper is told of the sixth. */
const LONGEST_PATH = 6;

/** Markup, a stack in the ways of Python, JavaScript and Java, a token: nothing that contains them is shown, not even in part. */
const FOR_PROGRAMS =
  /<[a-z!/?]|&lt;[a-z!/?]|Traceback \(most recent|File "[^"]*", line \d|\bat [^\s(]+ ?\([^)]*:\d+\)|\bat \S+:\d+:\d+|\beyJ[\w-]{8,}/i;

type Path = readonly string[];

export function readServerWords(body: unknown): ServerWords {
  const reading: Reading = { summary: [], fields: new Map(), lines: 0, values: 0 };
  if (isRecord(body)) readEnvelope(body, reading);
  else readValue(body, [], 0, reading);
  const { summary, fields } = reading;
  return { summary, fields: Object.fromEntries(fields), code: isRecord(body) && typeof body['code'] === 'string' ? body['code'] : null };
}

interface Reading {
  readonly summary: string[];
  readonly fields: Map<string, string[]>;
  lines: number;
  values: number;
}

/** The outermost object, where SimpleJWT puts `code` and `messages`, which are for programs, and hand-written views whatever they like. */
function readEnvelope(body: Fields, reading: Reading): void {
  const isEnvelope = [...SUMMARY_KEYS].some((key) => Object.hasOwn(body, key)) || isRecord(body['data']);
  for (const [key, inner] of Object.entries(body)) {
    if (key === 'code' || key === 'messages') continue;
    if (isEnvelope && ENVELOPE_KEYS.has(key) && typeof inner !== 'object') continue;
    readValue(inner, key === 'data' && isRecord(inner) ? [] : pathWith([], key), 1, reading);
  }
}

function readValue(value: unknown, path: Path, depth: number, reading: Reading): void {
  reading.values += 1;
  if (depth > DEEPEST || reading.values > MOST_VALUES || reading.lines >= MOST_LINES) return;
  if (Array.isArray(value)) readList(value, path, depth, reading);
  else if (isSentence(value)) {
    const field = value['attr'] ?? value['field'];
    note(value['message'] ?? value['detail'], typeof field === 'string' ? field.split('.').reduce(pathWith, path) : path, reading);
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) readValue(inner, pathWith(path, key), depth + 1, reading);
  } else {
    note(value, path, reading);
  }
}

/** Objects in a list are told apart by their places; sentences are not. */
function readList(list: readonly unknown[], path: Path, depth: number, reading: Reading): void {
  for (const [index, item] of list.slice(0, MOST_VALUES).entries()) {
    const isPlace = isRecord(item) && !isSentence(item);
    readValue(item, isPlace ? pathWith(path, String(index)) : path, depth + 1, reading);
  }
}

function isSentence(value: unknown): value is Fields {
  if (!isRecord(value) || typeof (value['message'] ?? value['detail']) !== 'string') return false;
  return Object.keys(value).every((key) => SENTENCE_KEYS.has(key));
}

function note(value: unknown, path: Path, reading: Reading): void {
  const text = readSentence(value);
  if (text === null) return;
  reading.lines += 1;
  const name = path.join('.');
  if (name === '') reading.summary.push(text);
  else reading.fields.set(name, [...(reading.fields.get(name) ?? []), text]);
}

/** Whatever else stands there as a key, its sentences belong to no field: names are shown, and used as keys again. */
function pathWith(path: Path, key: string): Path {
  const isName = path.length < LONGEST_PATH && !SUMMARY_KEYS.has(key) && key !== '__proto__' && /^[\p{L}\p{N}_.[\] -]{1,60}$/u.test(key);
  return isName ? [...path, key] : path;
}

/** Text fit to be shown: no markup, no stack, one line, not endless, and nothing in it that moves what stands around it. */
function readSentence(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  // What is cut off is never looked at: a sentence may be a megabyte.
  const text = readableText(
    String(value)
      .slice(0, 4 * LONGEST_LINE)
      .toWellFormed(),
  )
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || FOR_PROGRAMS.test(text)) return null;
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
