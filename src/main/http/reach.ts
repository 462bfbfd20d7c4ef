// Whether the server can be reached, judged by every call that is made anyway: nothing is asked for the sake of knowing it.
import { NoAnswer } from './no-answer.ts';
import type { Fetch } from './transport.ts';

/** `offline`: this computer has no network. `down`: it has one, and the server does not answer on it. */
export type Reachability = 'online' | 'offline' | 'down';

/** @param tell is told after each call. */
export function watchReach(send: Fetch, tell: (reach: Reachability) => void): Fetch {
  return async (request) => {
    try {
      const response = await send(request);
      tell(isGatewayError(response.status) ? 'down' : 'online');
      return response;
    } catch (thrown) {
      // Somebody has thought better of it: that says nothing about the server.
      if (thrown instanceof NoAnswer && !request.signal.aborted)
        tell(thrown.reason === 'offline' || thrown.reason === 'no-route' ? 'offline' : 'down');
      throw thrown;
    }
  };
}

/** What stands before the server has answered in its place. */
function isGatewayError(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
