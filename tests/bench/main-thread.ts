// The app's main process as its own inspector shows it (`--inspect`): how long its thread was blocked, and its garbage collected.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';

export interface MainThread {
  /** From now on the longest block is looked for: Node's own monitor, a timer of 2 ms in the event loop. */
  watchBlocks(): Promise<void>;
  /** @returns the longest time between two of its ticks since then, in milliseconds: the block and up to 2 ms. Ends the watch: it costs a little. */
  longestBlock(): Promise<number>;
  collectGarbage(): Promise<void>;
  close(): void;
}

/** A free port of this machine, for `--inspect=127.0.0.1:PORT`. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

export async function inspectMain(port: number): Promise<MainThread> {
  const socket = new WebSocket(await addressOf(port));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the main process does not let itself be inspected'));
  });
  const open = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    open.get(answer.id ?? 0)?.(answer);
    open.delete(answer.id ?? 0);
  };
  const call = (method: string, params: object): Promise<Answer> => {
    last += 1;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    open.set(last, resolve);
    socket.send(JSON.stringify({ id: last, method, params }));
    return promise;
  };
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await call('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (result?.exceptionDetails !== undefined) throw new Error(`main threw: ${JSON.stringify(result.exceptionDetails)}`);
    return result?.result?.value;
  };

  const longest = async (): Promise<number> => Number(await evaluate('benchBlocks.disable(), benchBlocks.max')) / 1_000_000;
  const watchBlocks = async (): Promise<void> => {
    await evaluate(`globalThis.benchBlocks = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 2 });
      globalThis.benchBlocks.enable()`);
  };
  return {
    watchBlocks: async () => {
      // The ruler first: a block of known length has to be seen.
      await watchBlocks();
      await evaluate(`new Promise((resolve) => setTimeout(() => {
        for (const until = performance.now() + ${KNOWN}; performance.now() < until; );
        setTimeout(resolve, 10);
      }, 20))`);
      const seen = await longest();
      if (seen < KNOWN * 0.9) throw new Error(`a block of ${KNOWN} ms was seen as ${seen.toFixed(1)} ms`);
      await watchBlocks();
    },
    longestBlock: longest,
    collectGarbage: async () => {
      await call('HeapProfiler.collectGarbage', {});
    },
    close: () => socket.close(),
  };
}

/** Milliseconds. */
const KNOWN = 60;

async function addressOf(port: number): Promise<string> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await rest(20)) {
    const list = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    if (list === null) continue;
    const [target] = (await list.json()) as { readonly webSocketDebuggerUrl: string }[];
    if (target !== undefined) return target.webSocketDebuggerUrl;
  }
  throw new Error('the main process offers no inspector');
}
