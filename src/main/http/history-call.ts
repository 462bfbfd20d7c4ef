// The one call of the history, whole or in pieces: where its typed address stands.
import { type Api, asText } from './api.ts';
import { ask, type Evidence } from './evidence.ts';
import { gathered } from './gathered.ts';
import { PiecedResponse } from './transport.ts';

export interface HistoryCall {
  /** The query string without `?`; '' for the first page. The server's own `next` goes back as it came: its names may be any. */
  readonly search: string;
  /** What this desk has already, as the server named it: it may answer 304 with nothing. */
  readonly etag?: string | null;
  readonly signal?: AbortSignal;
}

export type HistoryPieces =
  | { readonly kind: 'pieces'; readonly headers: Headers; readonly pieces: AsyncIterable<Uint8Array<ArrayBuffer>> }
  | Evidence;

/** @param api over a transport that reads answers whole. Rejects only for bugs. */
export async function askHistory(api: Api, call: HistoryCall): Promise<Evidence> {
  return await ask(send(api, call));
}

/** @param api over the transport of pieces: a success is told as such, anything else as evidence. The pieces reject with `NoAnswer` only. */
export async function streamHistory(api: Api, call: HistoryCall): Promise<HistoryPieces> {
  const sent = send(api, call);
  const response = await sent.then(
    (answer) => answer.response,
    // Told below.
    () => null,
  );
  if (!(response instanceof PiecedResponse)) return await ask(sent);
  return { kind: 'pieces', headers: response.headers, pieces: gathered(response.pieces) };
}

function send(api: Api, { search, etag = null, signal }: HistoryCall): Promise<{ readonly response: Response }> {
  return api.GET('/api/orders/history/', {
    params: { query: {}, ...(etag === null ? {} : { header: { 'If-None-Match': etag } }) },
    querySerializer: () => search,
    ...(signal === undefined ? {} : { signal }),
    ...asText,
  });
}
