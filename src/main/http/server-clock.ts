// The server's clock, measured by every answer that comes anyway: the quickest of the last few is believed.
import { clockDifference } from './clock-difference.ts';
import type { Fetch } from './transport.ts';

export interface ServerClock {
  /** Milliseconds that the server is ahead of this computer; null while that is not known. */
  ahead(): number | null;
  /** What the server's clock shows now, in milliseconds since 1970; null while that is not known. */
  time(): number | null;
}

/** This computer's two clocks: one that people set, and one that only runs. */
export interface OwnClocks {
  /** Milliseconds since 1970. */
  wall(): number;
  /** Milliseconds, monotonic. */
  now(): number;
}

interface Sample {
  readonly ahead: number;
  /** How long the answer took: the quicker, the surer. */
  readonly took: number;
  /** What lay between the two clocks of this computer then. */
  readonly apart: number;
}

const KEPT = 8;
/** The computer's clock was set, or the computer slept, when its clocks have come apart by more than this: what was measured before is void. */
const SET = 1_000;

export function createServerClock({ wall, now }: OwnClocks): ServerClock & { watch(send: Fetch): Fetch } {
  let samples: readonly Sample[] = [];
  const apart = (): number => wall() - now();

  const valid = (): readonly Sample[] => {
    const today = apart();
    return samples.filter((sample) => Math.abs(sample.apart - today) <= SET);
  };
  const ahead = (): number | null => {
    const best = valid().reduce<Sample | null>((least, each) => (least === null || each.took < least.took ? each : least), null);
    return best?.ahead ?? null;
  };
  const note = ({ headers }: Response, sent: number): void => {
    if (!isFresh(headers)) return;
    const received = now();
    // Both by the same offset, so that setting the clock meanwhile cannot spoil the middle.
    const measured = clockDifference(headers.get('date'), sent + apart(), received + apart());
    if (measured !== null) samples = [...valid(), { ahead: measured, took: received - sent, apart: apart() }].slice(-KEPT);
  };

  return {
    ahead,
    time: () => {
      const difference = ahead();
      return difference === null ? null : wall() + difference;
    },
    watch: (send) => async (request) => {
      const sent = now();
      const response = await send(request);
      note(response, sent);
      return response;
    },
  };
}

/** By the API itself, and now: a cache's answer is as old as it says, and a proxy's or a guest Wi-Fi's page has a clock of its own. */
function isFresh(headers: Headers): boolean {
  const age = headers.get('age')?.trim() ?? '0';
  return /^0+$/.test(age) && /\bjson\b/i.test(headers.get('content-type') ?? 'json');
}
