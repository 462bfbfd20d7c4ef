// The thread's side: each call that comes in is made in its turn, and its answer goes back.
import type { Call, Reply } from './thread-calls.ts';

export interface Port {
  on(event: 'message', listener: (message: Call) => void): unknown;
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  close(): void;
}

type Method = (...input: readonly unknown[]) => Promise<unknown>;

/**
 * @param methods those that the other side calls: both ends are built from the same sources.
 * @param last the methods after which nothing more comes
 */
export function serveCalls(port: Port, methods: object, last: readonly string[]): void {
  port.on('message', ({ id, name, input }) => {
    const method = (methods as Readonly<Record<string, Method>>)[name];
    const answered = (reply: Reply, transfer: readonly ArrayBuffer[] = []): void => {
      port.postMessage(reply, transfer);
      if (last.includes(name)) port.close();
    };
    if (method === undefined) return answered({ id, thrown: `no such call: ${name}` });
    void method(...input).then(
      (answer) => answered({ id, answer }, bytesOf(answer)),
      (thrown: unknown) => answered({ id, thrown: String(thrown) }),
    );
  });
}

/** Handed over without being copied. */
function bytesOf(answer: unknown): readonly ArrayBuffer[] {
  const isWhole = answer instanceof Uint8Array && answer.buffer instanceof ArrayBuffer && answer.byteLength === answer.buffer.byteLength;
  return isWhole ? [answer.buffer as ArrayBuffer] : [];
}
