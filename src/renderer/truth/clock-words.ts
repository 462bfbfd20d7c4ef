// A computer's clock that is wrong, in words. Pure.
import { counted } from '../ui/format-time.ts';

/** @param ahead minutes that the server's clock is ahead; negative: behind. */
export function clockWords(ahead: number): string {
  const off = amountWords(Math.abs(ahead));
  return `This computer’s clock is ${off} ${ahead > 0 ? 'slow' : 'fast'}: “as of” and Activity go by it, the times of orders by the server’s. Set it right.`;
}

function amountWords(minutes: number): string {
  if (minutes < 120) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.round(hours / 24), 'day');
}
