// How far the server's clock is ahead of this computer's, by the `Date` header of one answer (RFC 9110 §6.6.1).

/** The form that every server has to write; the two obsolete ones are nobody's any more. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The header has whole seconds and was cut down to them: on average half a second is missing. */
const HALF_A_SECOND = 500;

/**
 * The answer was made somewhere between sending and receiving: the middle is taken, so it is wrong by half of the time in between at most,
 * and by half a second.
 * @param sentAt this computer's clock when the call left, in milliseconds since 1970.
 * @param receivedAt the same clock when the answer's headers came.
 * @returns milliseconds that the server is ahead; negative: behind. null: the header says nothing, or nonsense.
 */
export function clockDifference(dateHeader: string | null, sentAt: number, receivedAt: number): number | null {
  if (dateHeader === null || !HTTP_DATE.test(dateHeader.trim())) return null;
  const told = Date.parse(dateHeader);
  const took = receivedAt - sentAt;
  if (!Number.isFinite(told) || !Number.isFinite(took) || took < 0) return null;
  return Math.round(told + HALF_A_SECOND - (sentAt + took / 2));
}
