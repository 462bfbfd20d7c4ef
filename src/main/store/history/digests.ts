// The digests of the rows as the last pull told them: by them the next pull knows a row without parsing it. In memory during a pull only.

/** Of every row of one complete pull, in columns. */
export interface Digests {
  readonly ids: Float64Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** 1: says that it is the signed-in person's own. */
  readonly own: Uint8Array;
}

export interface DigestTable {
  /** To be done first; lazily, as a million rows take their time. */
  fill(): Iterable<void>;
  /** @returns the row's place in the columns; -1 for a row that has not been told just so. */
  find(high: number, low: number): number;
}

/** Rows entered at a stretch: some milliseconds. */
const STEP = 50_000;

/** @param isVoid what is kept of this order is something else by now. */
export function createDigestTable({ ids, high, low }: Digests, isVoid: (id: number) => boolean): DigestTable {
  let capacity = 16;
  while (capacity < ids.length * 2) capacity *= 2;
  const mask = capacity - 1;
  /** One more than the place; 0: free. */
  const slots = new Int32Array(capacity);
  return {
    *fill() {
      for (let place = 0; place < ids.length; place += 1) {
        if (place % STEP === STEP - 1) yield;
        if (isVoid(ids[place] ?? 0)) continue;
        let slot = (low[place] ?? 0) & mask;
        while (slots[slot] !== 0) slot = (slot + 1) & mask;
        slots[slot] = place + 1;
      }
    },
    find: (wantedHigh, wantedLow) => {
      let slot = wantedLow & mask;
      for (;;) {
        const place = (slots[slot] ?? 0) - 1;
        if (place === -1) return -1;
        if (low[place] === wantedLow && high[place] === wantedHigh) return place;
        slot = (slot + 1) & mask;
      }
    },
  };
}

export interface GrowingDigests {
  add(id: number, high: number, low: number, own: boolean): void;
  /** @param repeated an order may have been told more than once: its last telling counts. */
  columns(repeated: boolean): Digests;
}

export function createGrowingDigests(): GrowingDigests {
  let size = 0;
  let ids = new Float64Array(1_024);
  let high = new Uint32Array(1_024);
  let low = new Uint32Array(1_024);
  let own = new Uint8Array(1_024);

  const grow = (): void => {
    const [formerIds, formerHigh, formerLow, formerOwn] = [ids, high, low, own];
    ids = new Float64Array(size * 2);
    high = new Uint32Array(size * 2);
    low = new Uint32Array(size * 2);
    own = new Uint8Array(size * 2);
    ids.set(formerIds);
    high.set(formerHigh);
    low.set(formerLow);
    own.set(formerOwn);
  };

  return {
    add: (id, ownHigh, ownLow, isOwn) => {
      if (size === ids.length) grow();
      ids[size] = id;
      high[size] = ownHigh;
      low[size] = ownLow;
      own[size] = isOwn ? 1 : 0;
      size += 1;
    },
    columns: (repeated) => {
      const all = { ids: ids.subarray(0, size), high: high.subarray(0, size), low: low.subarray(0, size), own: own.subarray(0, size) };
      return repeated ? lastOfEach(all) : all;
    },
  };
}

function lastOfEach(all: Digests): Digests {
  const last = new Map<number, number>();
  for (let place = 0; place < all.ids.length; place += 1) last.set(all.ids[place] ?? 0, place);
  const places = [...last.values()];
  return {
    ids: Float64Array.from(places, (place) => all.ids[place] ?? 0),
    high: Uint32Array.from(places, (place) => all.high[place] ?? 0),
    low: Uint32Array.from(places, (place) => all.low[place] ?? 0),
    own: Uint8Array.from(places, (place) => all.own[place] ?? 0),
  };
}

export function digestBytes({ ids, high, low, own }: Digests): Uint8Array[] {
  return [ids, high, low, own].map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
}

/** null: these are none. @param parts each in a buffer of its own. */
export function readDigests(parts: readonly Uint8Array<ArrayBuffer>[]): Digests | null {
  const [ids, high, low, own] = parts;
  if (ids === undefined || high === undefined || low === undefined || own === undefined || parts.length !== 4) return null;
  const count = own.length;
  if (ids.length !== count * 8 || high.length !== count * 4 || low.length !== count * 4) return null;
  return { ids: new Float64Array(ids.buffer), high: new Uint32Array(high.buffer), low: new Uint32Array(low.buffer), own };
}
