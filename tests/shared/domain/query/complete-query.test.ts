// What is offered where somebody types, and what becomes of the text when an offer is taken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed, completions } from '../../../../src/shared/domain/query/complete-query.ts';
import { readQuery } from '../../../../src/shared/domain/query/parse-query.ts';

/** The caret is where the bar stands. */
function at(marked: string): { readonly text: string; readonly caret: number } {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') };
}

function offered(marked: string): readonly string[] {
  const { text, caret } = at(marked);
  return completions(text, caret).options.map(({ label }) => label);
}

function taken(marked: string, label: string): string {
  const { text, caret } = at(marked);
  const found = completions(text, caret);
  const option = found.options.find((each) => each.label === label);
  if (option === undefined) throw new Error(`${label} is not offered`);
  const after = completed(text, found, option);
  return `${after.text.slice(0, after.caret)}|${after.text.slice(after.caret)}`;
}

it.each([
  ['|', []],
  ['s|', []],
  ['st|', ['status:']],
  ['lamp st|', ['status:']],
  ['-st|', ['status:']],
  ['ST|', ['status:']],
  ['pr|', ['product:', 'price:']],
  ['qt|', ['quantity:']],
  ['cr|', ['date:']],
  ['lamp|', []],
  ['12|', []],
  ['"st|', []],
  ['"st|"', []],
  ['"red lamp" st|', ['status:']],
  ['status:|', ['pending', 'completed', 'failed', 'partly', 'none', 'unknown']],
  ['status:p|', ['pending', 'completed', 'partly']],
  ['status:fa|', ['failed']],
  ['status:failed|', []],
  ['status:failed,|', ['pending', 'completed', 'partly', 'none', 'unknown']],
  ['status:failed,pe|', ['pending']],
  ['status:fa|,pending', ['failed']],
  ['status:x|', []],
  ['stauts:|', []],
  ['product:|', []],
  ['amount:|', ['>500', '>=500', '<500', '<=500', '~500']],
  ['amount:>|', []],
  ['amount:5|', []],
  ['amount:|5', []],
  ['date:t|', ['today', 'this-week', 'this-month', 'this-year']],
  ['date:today|', []],
  ['date:2026-11-01..t|', ['today', 'this-week', 'this-month', 'this-year']],
  ['date:>y|', ['yesterday']],
  ['date:2026|', []],
  ['age:|', ['>1d', '>2d', '>1w', '<1h', '<1d']],
  ['age:<|', ['<1h', '<1d']],
  ['age:>3|', ['>3m', '>3h', '>3d', '>3w']],
  ['age:>3d|', []],
])('at %s it offers %j', (marked, labels) => {
  expect(offered(marked)).toEqual(labels);
});

it.each([
  ['st|', 'status:', 'status:|'],
  ['lamp st|', 'status:', 'lamp status:|'],
  ['-st| lamp', 'status:', '-status:| lamp'],
  ['status:fa|', 'failed', 'status:failed |'],
  ['status:fa| lamp', 'failed', 'status:failed |lamp'],
  ['status:fa|,pending', 'failed', 'status:failed|,pending'],
  ['status:|', 'pending', 'status:pending |'],
  ['amount:|', '>500', 'amount:>|'],
  ['date:2026-11-01..t|', 'today', 'date:2026-11-01..today |'],
  ['age:>3|', '>3d', 'age:>3d |'],
])('at %s, %s makes %s', (marked, label, after) => {
  expect(taken(marked, label)).toBe(after);
});

describe('any text and place', () => {
  const piece = fc.constantFrom('status:', 'amount:', 'date:', 'age:', 'st', 'fa', '>', '"', ',', ' ', '-', '3', 't', '😀', '\u202e');
  const anything = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

  it('is offered something inside the text around the caret, or nothing', () => {
    fc.assert(
      fc.property(anything, fc.nat(60), (text, place) => {
        const caret = Math.min(place, text.length);
        const { from, to, options } = completions(text, caret);
        expect(from <= caret && caret <= to && to <= text.length).toBe(true);
        for (const option of options) {
          const after = completed(text, { from, to }, option);
          expect(after.caret).toBeLessThanOrEqual(after.text.length);
        }
      }),
    );
  });

  it('gets a value that means something: what is complete leaves no problem behind', () => {
    for (const typed of ['status:', 'date:', 'age:', 'age:>12']) {
      const found = completions(typed, typed.length);
      expect(found.options.length).toBeGreaterThan(0);
      for (const option of found.options)
        expect(readQuery(completed(typed, found, option).text, { now: 0, zone: 'UTC' }).problems).toEqual([]);
    }
  });
});
