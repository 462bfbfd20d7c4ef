// Speaks to the app's page over Chromium's own debugging pipe: no port, and no test code in the product.
import type { Readable, Writable } from 'node:stream';

export interface DevTools {
  /** Evaluates in the page and waits for its promise. Rejects when the page throws, or is gone. */
  evaluate(expression: string): Promise<unknown>;
  /** A command for the page's target. */
  send(method: string, params?: object): Promise<unknown>;
  /** As somebody does who quits the program: it may ask first, so there is no answer to wait for. */
  quit(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly targetInfo?: { readonly type?: string } };
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text?: string } };
  readonly error?: { readonly message?: string };
}

/** Ends each message on the pipe. */
const END = '\0';

/** Resolves when there is a page to speak to. */
export async function openDevTools(to: Writable, from: Readable): Promise<DevTools> {
  const open = new Map<number, PromiseWithResolvers<Message>>();
  const page = Promise.withResolvers<string>();
  let last = 0;
  let rest = '';

  const hear = (message: Message): void => {
    if (message.id !== undefined) {
      open.get(message.id)?.resolve(message);
      open.delete(message.id);
    }
    const { sessionId, targetInfo } = message.params ?? {};
    if (message.method === 'Target.attachedToTarget' && targetInfo?.type === 'page') page.resolve(sessionId ?? '');
  };
  const end = (): void => {
    for (const { reject } of open.values()) reject(new Error('the app is gone'));
    open.clear();
  };
  from.setEncoding('utf8');
  from.on('data', (text: string) => {
    const pieces = (rest + text).split(END);
    rest = pieces.pop() ?? '';
    for (const piece of pieces) hear(JSON.parse(piece) as Message);
  });
  from.on('close', end);
  // Written to after the app was killed: the closing of the other pipe tells.
  to.on('error', end);

  const call = async (method: string, params: object, sessionId?: string): Promise<Message> => {
    last += 1;
    const answer = Promise.withResolvers<Message>();
    open.set(last, answer);
    to.write(JSON.stringify({ id: last, method, params, sessionId }) + END);
    const message = await answer.promise;
    if (message.error !== undefined) throw new Error(`${method}: ${message.error.message ?? ''}`);
    return message;
  };

  await call('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const own = await page.promise;
  return {
    evaluate: async (expression) => {
      const { result } = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, own);
      if (result?.exceptionDetails !== undefined) throw new Error(`the page threw: ${result.exceptionDetails.text ?? ''}`);
      return result?.result?.value;
    },
    send: async (method, params = {}) => (await call(method, params, own)).result,
    quit: () => {
      void call('Browser.close', {}).catch(() => undefined);
    },
  };
}
