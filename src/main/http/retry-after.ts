// `Retry-After` as servers and proxies write it (RFC 9110 §10.2.3): whole seconds or an HTTP date.

const LONGEST = 3_600;

/** @returns seconds to wait, 1 to 3,600; null when the header is absent, says nothing useful, or is garbage. */
export function readRetryAfter(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, headers.get('date'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST) : null;
}

/** Measured against the server's own clock, which sent both: this computer's may be wrong. */
function secondsUntil(text: string, serverDate: string | null): number {
  return serverDate === null ? Number.NaN : (Date.parse(text) - Date.parse(serverDate)) / 1_000;
}
