// How long a call may take: the usual limits, which a development or test run may replace by shorter ones.
import { type TimeLimits, USUAL_LIMITS } from '../http/transport.ts';

/**
 * @param given `connect,firstByte,idle` in whole milliseconds, from the environment; anything else is ignored.
 * @param packaged an installed Paydesk takes no limits from its surroundings.
 */
export function chooseTimeLimits(given: string | undefined, packaged: boolean): TimeLimits {
  if (packaged || given === undefined || !/^[1-9]\d*(,[1-9]\d*){2}$/.test(given)) return USUAL_LIMITS;
  const [connect, firstByte, idle] = given.split(',').map(Number);
  return { connect: connect ?? 0, firstByte: firstByte ?? 0, idle: idle ?? 0 };
}
