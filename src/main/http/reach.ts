// Whether the server can be reached, judged by every call that is made anyway: nothing is asked for the sake of knowing it.
import { NoAnswer } from './no-answer.ts';
import { type Fetch, PiecedResponse } from './transport.ts';

/** `offline`: this computer has no network. `down`: it has one, and the server does not answer on it. */
export type Reachability = 'online' | 'offline' | 'down';

/** @param tell is told after each call, and again where an answer breaks off while it comes in pieces. */
export function watchReach(send: Fetch, tell: (reach: Reachability) => void): Fetch {
  const broken = (thrown: unknown, { aborted }: AbortSignal): void => {
    // Somebody has thought better of it: that says nothing about the server.
    if (thrown instanceof NoAnswer && !aborted) tell(thrown.reason === 'offline' || thrown.reason === 'no-route' ? 'offline' : 'down');
  };
  return async (request) => {
    const { signal } = request;
    try {
      const response = await send(request);
      tell(isGatewayError(response.status) ? 'down' : 'online');
      return response instanceof PiecedResponse
        ? new PiecedResponse(
            watched(response.pieces, (thrown) => broken(thrown, signal)),
            response,
          )
        : response;
    } catch (thrown) {
      broken(thrown, signal);
      throw thrown;
    }
  };
}

async function* watched<T>(pieces: AsyncIterable<T>, broken: (thrown: unknown) => void): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (thrown) {
    broken(thrown);
    throw thrown;
  }
}

/** What stands before the server has answered in its place. */
function isGatewayError(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
