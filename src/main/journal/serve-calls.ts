// The thread's side of the journal's door: each call that comes in is made on the file, in order.
import type { JournalDoor } from './door.ts';
import type { Call, Reply } from './thread.ts';

export interface Port {
  on(event: 'message', listener: (message: Call) => void): unknown;
  postMessage(message: unknown): void;
  close(): void;
}

/** @param door all of it, or the part that this thread's callers use. */
export function serveCalls(port: Port, door: Partial<JournalDoor>): void {
  port.on('message', ({ id, name, input }) => {
    // Both ends are built from the same sources: names and inputs are those of `openInThread`.
    const method = door[name] as (...given: readonly unknown[]) => Promise<unknown>;
    void method(...input).then((answer) => {
      port.postMessage({ id, answer } satisfies Reply);
      if (name === 'close') port.close();
    });
  });
}
