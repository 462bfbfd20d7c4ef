// What the counts of a batch say. Pure.

interface Counts {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly decisions: number;
}

/** How many will go on without anybody doing anything. */
export function waitingIn({ total, done, failed, cancelled, decisions }: Counts): number {
  return Math.max(0, total - done - failed - cancelled - decisions);
}

export function isUnderWay(batch: Counts): boolean {
  return waitingIn(batch) > 0;
}
