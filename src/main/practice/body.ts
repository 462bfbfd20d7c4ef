// Reading a request's body as DRF's three stock parsers do: JSON, form, multipart.
import { type Answer, detail } from './answers.ts';

export type Body = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly answer: Answer };

/** What view code is handed as `request.data`. Forms become objects; files in them stay `File`s. */
export async function readBody(contentType: string | null, bytes: Uint8Array<ArrayBuffer>): Promise<Body> {
  const media = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  // DRF looks at the media type of a body only where there is a body.
  if (bytes.byteLength === 0) return { ok: true, data: {} };
  if (media === 'application/json') return readJson(bytes);
  if (media === 'application/x-www-form-urlencoded' || media === 'multipart/form-data') return readForm(contentType ?? '', bytes);
  return { ok: false, answer: detail(415, `Unsupported media type "${contentType ?? ''}" in request.`) };
}

const malformed = (reason: string): Body => ({ ok: false, answer: detail(400, `JSON parse error - ${reason}`) });

function readJson(bytes: Uint8Array<ArrayBuffer>): Body {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return malformed("'utf-8' codec can't decode byte: invalid start byte");
  }
  try {
    return { ok: true, data: JSON.parse(text) };
  } catch (error) {
    return malformed(`Expecting value: ${whereItStopped(text, error)}`);
  }
}

// Python names line, column and character; V8 tells the character alone, and only where something stands that should not.
function whereItStopped(text: string, error: unknown): string {
  const said = /position (\d+)/.exec(error instanceof Error ? error.message : '');
  const at = said ? Number(said[1]) : text.trim() === '' ? 0 : text.length;
  const before = text.slice(0, at);
  return `line ${before.split('\n').length} column ${at - before.lastIndexOf('\n')} (char ${at})`;
}

async function readForm(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<Body> {
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    return { ok: true, data: Object.fromEntries(form.entries()) };
  } catch {
    return { ok: false, answer: detail(400, 'Multipart form parse error - Invalid boundary in multipart: None') };
  }
}
