// Where the refresh token is kept between starts: a port, and the guard around it (time limit, size, reading back, order of calls).
import type { KeychainProblem } from '../../shared/errors/app-error.ts';

/** What a keychain offers. `place` names the server's origin, `account` the user. keytar has just this shape. */
export interface Keychain {
  read(place: string, account: string): Promise<string | null>;
  write(place: string, account: string, secret: string): Promise<void>;
  remove(place: string, account: string): Promise<void>;
}

export type SecretAnswer<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'problem'; readonly problem: KeychainProblem };

export interface SecretStore {
  read(place: string, account: string): Promise<SecretAnswer<string | null>>;
  /** Done only when the same secret can be read back. */
  write(place: string, account: string, secret: string): Promise<SecretAnswer<null>>;
  remove(place: string, account: string): Promise<SecretAnswer<null>>;
}

/** Windows keeps at most 2,560 bytes in one credential. */
const LARGEST_SECRET = 2_000;

/**
 * @param timeLimit milliseconds for each call of the keychain: a locked one may wait for a prompt that nobody sees.
 */
export function createSecretStore(keychain: Keychain, timeLimit: number): SecretStore {
  // One call at a time: a removal must never be overtaken by a write that was asked for earlier.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<SecretAnswer<T>>): Promise<SecretAnswer<T>> => {
    const turn = last.then(work);
    last = turn;
    return turn;
  };

  const call = async <T>(work: () => Promise<T>): Promise<SecretAnswer<T>> => {
    const { promise: late, resolve } = Promise.withResolvers<SecretAnswer<T>>();
    const timer = setTimeout(() => resolve({ kind: 'problem', problem: 'slow' }), timeLimit);
    const settled = async (): Promise<SecretAnswer<T>> => ({ kind: 'ok', value: await work() });
    const failed = (thrown: unknown): SecretAnswer<T> => ({ kind: 'problem', problem: readProblem(thrown) });
    const answer = await Promise.race([settled().catch(failed), late]);
    clearTimeout(timer);
    return answer;
  };

  const write = async (place: string, account: string, secret: string): Promise<SecretAnswer<null>> => {
    if (Buffer.byteLength(secret) > LARGEST_SECRET) return { kind: 'problem', problem: 'too-large' };
    const writing = (async () => await keychain.write(place, account, secret))();
    const written = await call(() => writing);
    if (written.kind === 'problem') {
      // Told as not kept, so it must not be there later either, should the slow write succeed after all.
      if (written.problem === 'slow') writing.then(() => keychain.remove(place, account)).catch(readProblem);
      return written;
    }
    const back = await call(() => keychain.read(place, account));
    if (back.kind === 'ok' && back.value === secret) return { kind: 'ok', value: null };
    // Told as not kept here, too.
    await call(() => keychain.remove(place, account));
    return back.kind === 'problem' ? back : { kind: 'problem', problem: 'corrupt' };
  };

  return {
    read: (place, account) => inTurn(() => call(() => keychain.read(place, account))),
    write: (place, account, secret) => inTurn(() => write(place, account, secret)),
    remove: (place, account) => inTurn(() => call(() => keychain.remove(place, account).then(() => null))),
  };
}

/** keytar passes on the platform's own words; these are libsecret's, macOS's and Windows's. */
export function readProblem(thrown: unknown): KeychainProblem {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (/locked/i.test(text)) return 'locked';
  if (/denied|dismissed|cancel|not allowed|authoriz/i.test(text)) return 'denied';
  if (/stub received bad data|too (large|long)/i.test(text)) return 'too-large';
  return 'missing';
}
