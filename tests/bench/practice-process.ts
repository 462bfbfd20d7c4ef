// The practice server in a process of its own, as `npm run practice-server` starts it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface PracticeProcess {
  readonly url: string;
  stop(): void;
}

export async function startPracticeServer(orders: number): Promise<PracticeProcess> {
  const args = ['src/main/practice/serve.ts', '--port', '0', '--orders', String(orders), '--latency', '0'];
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
  throw new Error('the practice server has ended');
}
