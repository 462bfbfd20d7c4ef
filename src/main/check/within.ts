// Waits for something only so long: nothing hangs.

/** @param limit milliseconds; after it `late` is the answer, and what comes then is dropped. */
export async function within<T>(limit: number, work: Promise<T>, late: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(late), limit);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
