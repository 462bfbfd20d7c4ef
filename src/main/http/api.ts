// The typed client over the server's contract. Every call of the app goes through it; `...asText`, because the answer's body is read by us.
import createClient, { type Client } from 'openapi-fetch';
import { readAnswer } from './answer-body.ts';
import type { paths } from './api.gen.ts';
import type { ServerAddress } from './server-address.ts';
import { type Fetch, PiecedResponse } from './transport.ts';

export type Api = Client<paths>;

export const asText = { parseAs: 'text' } as const;

export function createApi(server: ServerAddress, send: Fetch): Api {
  return createClient<paths>({
    baseUrl: server.base,
    fetch: async (request) => {
      const response = await send(request);
      return response instanceof PiecedResponse ? response : await readAnswer(response);
    },
    redirect: 'error',
    // English, so that stock sentences are the ones our users' helpers know; nothing is ever matched by them.
    headers: { accept: 'application/json', 'accept-language': 'en' },
  });
}
