// Servers in processes of their own: the practice server, as `npm run practice-server` starts it, and the one that serves bytes.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ServerProcess {
  readonly url: string;
  stop(): void;
}

export function startPracticeServer(orders: number): Promise<ServerProcess> {
  return start(['src/main/practice/serve.ts', '--port', '0', '--orders', String(orders), '--latency', '0']);
}

/** @param file the history's bytes. */
export function startByteServer(file: string): Promise<ServerProcess> {
  return start(['--disable-warning=ExperimentalWarning', 'tests/bench/byte-server.ts', file]);
}

async function start(args: readonly string[]): Promise<ServerProcess> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = (): void => {
    process.off('exit', stop);
    child.kill('SIGKILL');
  };
  process.once('exit', stop);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /at (http:\S+)/.exec(line)?.[1];
    if (url !== undefined) return { url, stop };
  }
  throw new Error('the server has ended');
}
