// Puts faults between the app and a shop's server: what a bad network, a proxy or a broken server does to one call.

/** `before`: the server never sees the request. `after`: it has carried it out, and its answer is lost. */
export type Fault =
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** `carriedOut`: the server has done what was asked before this is answered in its place. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly carriedOut?: true;
    }
  /** The answer's headers promise more than comes. */
  | { readonly kind: 'half' }
  /** Answers only when `release` is called; with `carriedOut` the server has done it by then. */
  | { readonly kind: 'hold'; readonly carriedOut?: true }
  /** None: for the second call to meet one, the first is let pass. */
  | { readonly kind: 'pass' };

export interface Faults {
  /** The next call with this method whose path matches meets the fault, once. */
  next(method: string, path: RegExp, fault: Fault): void;
  /** Every call from now on is answered with this, until `clear`. */
  always(fault: Extract<Fault, { kind: 'answer' }>): void;
  clear(): void;
  /** Lets every held call go on. */
  release(): void;
  /** How many calls wait for `release`. */
  held(): number;
}

/** Thrown inside the server to make it drop the connection without an answer. */
export class Cut extends Error {}

type Serve = (request: Request) => Promise<Response>;

export function withFaults(serve: Serve): { serve: Serve; faults: Faults } {
  let planned: { method: string; path: RegExp; fault: Fault }[] = [];
  let standing: Fault | null = null;
  let waiting: (() => void)[] = [];

  const take = (request: Request): Fault | null => {
    const { pathname } = new URL(request.url);
    const found = planned.find(({ method, path }) => method === request.method && path.test(pathname));
    planned = planned.filter((each) => each !== found);
    return found?.fault ?? standing;
  };

  const suffer = async (fault: Fault, request: Request): Promise<Response> => {
    switch (fault.kind) {
      case 'answer':
        if (fault.carriedOut) await serve(request);
        return new Response(fault.body, { status: fault.status, headers: { ...fault.headers, 'content-type': fault.type } });
      case 'half': {
        const whole = await serve(request);
        const text = await whole.text();
        return new Response(text.slice(0, Math.floor(text.length / 2)), { status: whole.status, headers: whole.headers });
      }
      case 'hold': {
        const done = fault.carriedOut ? await serve(request) : null;
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
        return done ?? (await serve(request));
      }
      case 'pass':
        return await serve(request);
      case 'cut':
        if (fault.when === 'after') await serve(request);
        throw new Cut('the connection is cut');
    }
  };

  return {
    serve: async (request) => {
      const fault = take(request);
      return fault === null ? await serve(request) : await suffer(fault, request);
    },
    faults: {
      next: (method, path, fault) => {
        planned.push({ method, path, fault });
      },
      always: (fault) => {
        standing = fault;
      },
      clear: () => {
        standing = null;
        planned = [];
      },
      release: () => {
        const go = waiting;
        waiting = [];
        for (const each of go) each();
      },
      held: () => waiting.length,
    },
  };
}
