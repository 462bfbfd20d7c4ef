// The choice of rows: what each gesture makes of it, alone and in any order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, isMany, NOTHING_CHOSEN, only, ranged, toggled } from '../../../src/renderer/rows/choice.ts';

const ids = ({ ids: chosen }: Choice) => [...chosen];

describe('a click', () => {
  it('alone chooses nothing: the row is selected, which is enough for one', () => {
    expect(only(4)).toEqual({ ids: new Set(), anchor: 4 });
  });

  it('with Ctrl takes the row that was selected before along, the first time', () => {
    const first = toggled(only(4), 7, 4);
    expect(ids(first)).toEqual([4, 7]);
    expect(ids(toggled(first, 9, 7))).toEqual([4, 7, 9]);
    expect(ids(toggled(first, 4, 7))).toEqual([7]);
  });

  it('on the tick concerns that row alone', () => {
    expect(ids(toggled(only(4), 7, null))).toEqual([7]);
  });

  it('with Shift takes the range and nothing else; with Ctrl as well, the range beside what is chosen', () => {
    const some = toggled(NOTHING_CHOSEN, 99, null);
    expect(ids(ranged(some, [3, 4, 5], 3, false))).toEqual([3, 4, 5]);
    expect(ids(ranged(some, [3, 4, 5], 3, true))).toEqual([99, 3, 4, 5]);
  });
});

describe('marks concern the choice', () => {
  it('when several rows are chosen, or one that is not the selected one', () => {
    expect(isMany(NOTHING_CHOSEN, 4)).toBe(false);
    expect(isMany({ ids: new Set([4]), anchor: 4 }, 4)).toBe(false);
    expect(isMany({ ids: new Set([4]), anchor: 4 }, 5)).toBe(true);
    expect(isMany({ ids: new Set([4]), anchor: 4 }, null)).toBe(true);
    expect(isMany({ ids: new Set([4, 5]), anchor: 4 }, 4)).toBe(true);
  });
});

type Act = { readonly kind: 'only' | 'tick' | 'range' | 'add'; readonly id: number };
const act: fc.Arbitrary<Act> = fc.record({ kind: fc.constantFrom('only', 'tick', 'range', 'add'), id: fc.nat(20) });

/** Rows numbered by their places. */
function rowsBetween(a: number, b: number): readonly number[] {
  const first = Math.min(a, b);
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, place) => first + place);
}

/** What a person would say is chosen then. */
function expected({ ids: before, anchor }: Choice, { kind, id }: Act): ReadonlySet<number> {
  if (kind === 'only') return new Set();
  if (kind === 'tick') return new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]);
  return new Set([...(kind === 'add' ? before : []), ...rowsBetween(anchor ?? id, id)]);
}

function after(choice: Choice, { kind, id }: Act): Choice {
  if (kind === 'only') return only(id);
  if (kind === 'tick') return toggled(choice, id, null);
  const from = choice.anchor ?? id;
  return ranged(choice, rowsBetween(from, id), from, kind === 'add');
}

it('in any order: a tick changes one row, a range holds both of its ends, and the old choice is never touched', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let choice = NOTHING_CHOSEN;
      for (const each of acts) {
        const kept = [...choice.ids];
        const next = after(choice, each);
        expect(next.ids).toEqual(expected(choice, each));
        expect([...choice.ids]).toEqual(kept);
        choice = next;
      }
    }),
  );
});
