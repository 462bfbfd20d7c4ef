// When this computer's clock is so wrong that people should know.
import type { Connection } from '../http/connection.ts';

/** Milliseconds: less than this nobody notices, and no measuring is wrong by so much. */
const BEARABLE = 120_000;

/** @returns whole minutes that the server's clock is ahead; null while they agree, or it is not known. In practice both are one clock. */
export function clockTrouble(connection: Pick<Connection, 'clock' | 'practice'> | null): number | null {
  const ahead = connection === null || connection.practice ? null : connection.clock.ahead();
  return ahead === null || Math.abs(ahead) <= BEARABLE ? null : Math.round(ahead / 60_000);
}
