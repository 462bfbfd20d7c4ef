// The bare loop: for each payment the reading and the write that delivery makes, four at once, over the same network lanes. No journal, no
// machine, no judging of answers: what a program would do that forgets everything when it ends.
import { openNetwork } from '../../src/main/app/network.ts';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';

const AT_ONCE = 4;

/** @returns milliseconds for all of them. */
export async function bareLoop(url: string, ids: readonly number[]): Promise<number> {
  const fetch = openNetwork();
  const send = async (method: string, path: string, token: string | null, body: object | null): Promise<unknown> => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== null) headers['content-type'] = 'application/json';
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    const response = await fetch(new Request(url + path, { method, headers, body: body === null ? null : JSON.stringify(body) }));
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return (await response.json()) as unknown;
  };
  const tokens = await send('POST', '/api/token/', null, PRACTICE_ACCOUNT);
  const { access } = tokens as { readonly access: string };

  const left = [...ids];
  const work = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const path = `/api/orders/payments/${id}/`;
      await send('GET', path, access, null);
      await send('PATCH', path, access, { status: 'completed' });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return performance.now() - began;
}
