// The files of the page: what of them is served, as what, and under which policy. The protocol around it is page-protocol.ts.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** Scripts and styles from our own files only; pictures also as `data:` from main; no network of any kind. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** @returns 404 for whatever is not a file of the page; nothing outside the folder is ever read. */
export async function answer(address: string, folder: string): Promise<Response> {
  const url = URL.parse(address);
  if (url?.host !== 'paydesk') return new Response(null, { status: 404 });
  const name = decode(url.pathname);
  if (name === null) return new Response(null, { status: 404 });
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  const type = TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || type === undefined) return new Response(null, { status: 404 });
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  const headers = {
    'content-type': type,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return new Response(new Uint8Array(bytes), { headers });
}

/** null for what is no percent-encoded text. */
function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
