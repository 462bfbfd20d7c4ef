// The test's hands inside main: which certificates this computer trusts, which name server it asks, and how time passes there. Nothing in
// the product knows of it. Limits that last seconds never run by themselves: they end when the test says that the time has passed, so
// nothing depends on speed, and production's limits are those that count.
import type { ElectronApplication } from 'playwright/test';

export interface Hands {
  /** So many milliseconds pass for every timer of main that is longer than two seconds. */
  pass(milliseconds: number): Promise<void>;
  /** How many such timers have been begun so far: each piece of an answer that arrives begins one. */
  begun(): Promise<number>;
  /** Resolves when another one has been begun. */
  another(than: number): Promise<void>;
  /** What has been learned of names is asked anew. */
  forgetNames(): Promise<void>;
}

interface Held {
  readonly work: () => void;
  readonly milliseconds: number;
  due: number;
}

/** What main is given: known there by this name. */
interface Clock {
  readonly timers: Map<object, Held>;
  now: number;
  begun: number;
}

/** Partitions of the four lanes that writes go over (src/main/app/network.ts). */
const LANES = [0, 1, 2, 3].map((index) => `paydesk-write-${index}`);

/** What this computer knows of the network. */
export interface Computer {
  /** The shop's address. */
  readonly shop: string;
  /** Where names are asked for. */
  readonly names: string;
  /** Fingerprints of certificates, as Electron writes them. */
  readonly trusted: readonly string[];
}

export async function takeHold(app: ElectronApplication, { shop, names, trusted }: Computer): Promise<Hands> {
  await app.evaluate(
    async ({ app: electron, session }, told) => {
      const all = [session.defaultSession, ...told.lanes.map((lane) => session.fromPartition(lane, { cache: false }))];
      for (const own of all) {
        // The shop's own certificate is known on this computer; every other one is Chromium's to judge.
        own.setCertificateVerifyProc(({ certificate }, callback) => callback(told.trusted.includes(certificate.fingerprint) ? 0 : -3));
      }
      electron.configureHostResolver({ secureDnsMode: 'secure', secureDnsServers: [told.names] });
      // Both are changes of the network, which break off what is under way: they have settled when the shop answers.
      for (const own of all) {
        let answered = false;
        for (let tries = 0; !answered && tries < 200; tries += 1) {
          answered = await own.fetch(told.shop, { credentials: 'omit' }).then(
            () => true,
            () => false,
          );
        }
        if (!answered) throw new Error('the shop does not answer');
      }
    },
    { names, trusted: [...trusted], lanes: LANES, shop },
  );
  await app.evaluate(() => {
    const clock: Clock = { timers: new Map(), now: 0, begun: 0 };
    const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };
    const set = (work: () => void, milliseconds = 0, ...more: readonly unknown[]): unknown => {
      if (milliseconds < 2_000) return real.set(work, milliseconds, ...more);
      clock.begun += 1;
      const timer = {
        ref: () => timer,
        unref: () => timer,
        hasRef: () => true,
        refresh: () => {
          const held = clock.timers.get(timer);
          if (held !== undefined) held.due = clock.now + held.milliseconds;
          clock.begun += 1;
          return timer;
        },
      };
      clock.timers.set(timer, { work, milliseconds, due: clock.now + milliseconds });
      return timer;
    };
    const clear = (timer: unknown): void => {
      if (typeof timer === 'object' && timer !== null && clock.timers.delete(timer)) return;
      real.clear(timer as NodeJS.Timeout);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear, clockOfTheTest: clock });
  });
  return {
    pass: (milliseconds) =>
      app.evaluate((_electron, passed) => {
        const clock = Reflect.get(globalThis, 'clockOfTheTest') as Clock;
        const end = clock.now + passed;
        for (;;) {
          const [next] = [...clock.timers].filter(([, { due }]) => due <= end).toSorted(([, a], [, b]) => a.due - b.due);
          if (next === undefined) break;
          clock.timers.delete(next[0]);
          clock.now = Math.max(clock.now, next[1].due);
          next[1].work();
        }
        clock.now = end;
      }, milliseconds),
    begun: () => app.evaluate(() => (Reflect.get(globalThis, 'clockOfTheTest') as Clock).begun),
    another: (than) =>
      app.evaluate(async (_electron, count) => {
        const clock = Reflect.get(globalThis, 'clockOfTheTest') as Clock;
        while (clock.begun <= count) await new Promise((resolve) => setImmediate(resolve));
      }, than),
    forgetNames: () =>
      app.evaluate(async ({ session }, lanes) => {
        const all = [session.defaultSession, ...lanes.map((lane) => session.fromPartition(lane, { cache: false }))];
        await Promise.all(all.map((own) => own.clearHostResolverCache()));
      }, LANES),
  };
}
