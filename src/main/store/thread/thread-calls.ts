// Calls to a thread of its own, so that a slow disk never stops the window: this side sends them and waits for their answers.

/** What is used of a Worker of node:worker_threads. */
export interface Thread {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: Reply) => void): unknown;
  on(event: 'error' | 'exit', listener: () => void): unknown;
}

export interface Call {
  readonly id: number;
  readonly name: string;
  readonly input: readonly unknown[];
}

/** An answer, what went wrong in its place, or something that was not asked for. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly thrown: string }
  | { readonly topic: string; readonly told: unknown };

/** The thread has been closed, or has ended by itself. */
export class ThreadOver extends Error {}

export interface ThreadCalls {
  /** @param transfer handed over, and of no use here any more. @throws ThreadOver, or an Error with what the thread says */
  call(name: string, input: readonly unknown[], transfer?: readonly ArrayBuffer[]): Promise<unknown>;
  /** Waits for the last call; the thread's end is no loss any more. */
  close(last: string): Promise<void>;
}

export interface ThreadEvents {
  /** The thread has ended by itself: every call from now on rejects. */
  lost(): void;
  told?(topic: string, told: unknown): void;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(thrown: Error): void;
}

export function callThread(thread: Thread, { lost, told }: ThreadEvents): ThreadCalls {
  const open = new Map<number, Waiting>();
  let last = 0;
  let over = false;
  let closing = false;

  const end = (): void => {
    if (over) return;
    over = true;
    // Its last answer and its end may come in one go: whoever has closed it has lost nothing.
    const isExpected = closing && open.size === 0;
    for (const { reject } of open.values()) reject(new ThreadOver('the thread has ended'));
    open.clear();
    if (!isExpected) lost();
  };
  thread.on('message', (reply) => {
    if ('topic' in reply) return told?.(reply.topic, reply.told);
    const waiting = open.get(reply.id);
    open.delete(reply.id);
    if ('thrown' in reply) waiting?.reject(new Error(reply.thrown));
    else waiting?.resolve(reply.answer);
  });
  thread.on('error', end);
  thread.on('exit', end);

  const call: ThreadCalls['call'] = (name, input, transfer = []) =>
    new Promise((resolve, reject) => {
      if (over) return reject(new ThreadOver('the thread is closed'));
      last += 1;
      open.set(last, { resolve, reject });
      thread.postMessage({ id: last, name, input } satisfies Call, transfer);
    });
  return {
    call,
    close: async (name) => {
      if (over) return;
      closing = true;
      await call(name, []);
      over = true;
    },
  };
}
