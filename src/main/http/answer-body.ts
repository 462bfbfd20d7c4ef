// Reads the body of any answer, whatever its label says: JSON where it is JSON, otherwise nothing that anybody could show.
import { decodeText } from './decode-text.ts';
import { WholeResponse } from './transport.ts';

/** `other`: not JSON: a page, plain text, or JSON that was cut off. Its text is dropped here, so nobody can show it. */
export type AnswerBody = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'empty' } | { readonly kind: 'other' };

/** A response whose body has been read: the client of the API finds none left in it, and parses nothing a second time. */
export class Answer extends Response {
  readonly said: AnswerBody;

  constructor({ status, statusText, headers }: Response, said: AnswerBody) {
    super(null, { status, statusText, headers });
    this.said = said;
  }
}

export async function readAnswer(response: Response): Promise<Answer> {
  return new Answer(response, await bodyOf(response));
}

export async function bodyOf(response: Response): Promise<AnswerBody> {
  const bytes = response instanceof WholeResponse ? response.whole : new Uint8Array(await response.arrayBuffer());
  return readBody(bytes, response.headers.get('content-type'), response.ok ? Number.POSITIVE_INFINITY : MOST_OF_A_REFUSAL);
}

/**
 * In bytes. At most 20 sentences of a refusal are shown, so a longer one is told by its shape alone: parsing a megabyte of hostile JSON takes 40 ms
 * (nested lists), reading the sentences of a debug page none.
 */
const MOST_OF_A_REFUSAL = 64 * 1024;

function readBody(bytes: Uint8Array, contentType: string | null, most: number): AnswerBody {
  if (bytes.byteLength > most) return hasShapeOfJson(bytes) ? { kind: 'json', value: null } : { kind: 'other' };
  const text = decodeText(bytes, contentType);
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'other' };
  }
}

/** An object or a list from its first byte to its last, blanks aside. */
function hasShapeOfJson(bytes: Uint8Array): boolean {
  const first = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().charAt(0);
  const last = new TextDecoder().decode(bytes.subarray(-64)).trimEnd().at(-1) ?? '';
  return ['{}', '[]'].includes(first + last);
}
