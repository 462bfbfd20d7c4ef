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

const gesture = fc.oneof(
  fc.record({ kind: fc.constant('only' as const), id: fc.nat(20) }),
  fc.record({ kind: fc.constant('tick' as const), id: fc.nat(20) }),
  fc.record({ kind: fc.constant('range' as const), id: fc.nat(20), add: fc.boolean() }),
);

it('in any order: a tick changes one row, a range holds both of its ends, and the old choice is never touched', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 30 }), (gestures) => {
      let choice = NOTHING_CHOSEN;
      for (const { kind, id, ...rest } of gestures) {
        const before = new Set(choice.ids);
        const was = choice;
        if (kind === 'only') choice = only(id);
        else if (kind === 'tick') {
          choice = toggled(choice, id, null);
          expect(choice.ids.has(id)).toBe(!before.has(id));
        expect(choice.ids.size).toBe(before.size + (before.has(id) ? -1 : 1));
        } else {
          const from = choice.anchor ?? id;
          const [first, last] = [Math.min(from, id), Math.max(from, id)];
          const range = Array.from({ length: last - first + 1 }, (_, place) => first + place);
          const add = 'add' in rest && rest.add;
          choice = ranged(choice, range, from, add);
          expect(choice.ids).toEqual(new Set(add ? [...before, ...range] : range));
          expect(choice.anchor).toBe(from);
        }
        expect(was.ids).toEqual(before);
      }
    }),
  );
});
