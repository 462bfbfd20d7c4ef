// A mistake is told and marked; what may still become right is a hint, as long as somebody types there.
import { expect, it } from 'vitest';
import { markedPieces, toldProblem } from '../../../src/renderer/query/query-problems.ts';
import { readQuery } from '../../../src/shared/domain/query/parse-query.ts';

/** The caret is where the bar stands; without one nobody types. */
function shown(marked: string): string {
  const text = marked.replace('|', '');
  const caret = marked.includes('|') ? marked.indexOf('|') : null;
  const { problems } = readQuery(text, { now: 0, zone: 'UTC' });
  const told = toldProblem(problems, caret);
  const pieces = markedPieces(text, problems, caret).map((piece) => (piece.wrong ? `[${piece.text}]` : piece.text));
  return `${pieces.join('')} ${told === null ? 'fine' : `${told.hint ? 'hint' : 'mistake'}: ${told.message.split('.')[0]}`}`;
}

it.each([
  ['lamp|', ' fine'],
  ['amount:>|', ' hint: Say an amount after amount:, like amount:>500'],
  ['amount:> |', '[amount:>]  mistake: Say an amount after amount:, like amount:>500'],
  ['amount:>', '[amount:>] mistake: Say an amount after amount:, like amount:>500'],
  ['amount:> status:fai|', '[amount:>] status:fai mistake: Say an amount after amount:, like amount:>500'],
  ['stauts:failed|', '[stauts]:failed mistake: There is no field "stauts"'],
  ['a stauts:x b date:soon|', 'a [stauts]:x b date:[soon] mistake: "soon" is not a date'],
  ['|a stauts:x b date:soon', 'a [stauts]:x b date:[soon] mistake: There is no field "stauts"'],
  ['"red la|', ' hint: Close the quotation mark: "red lamp"'],
])('%j is shown as %j', (marked, expected) => {
  expect(shown(marked)).toBe(expected);
});

it('leaves no letter of the text out', () => {
  const text = 'x stauts:1 y amount:z  date:';
  const { problems } = readQuery(text, { now: 0, zone: 'UTC' });
  const pieces = markedPieces(text, problems, null);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
