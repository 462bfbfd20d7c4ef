// What a query means, and what is said where it means nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../../src/shared/domain/query/parse-query.ts';
import type { Term } from '../../../../src/shared/domain/query/terms.ts';

const ASKING = { now: Date.UTC(2026, 10, 22, 12), zone: 'UTC' };
const read = (text: string) => readQuery(text, ASKING);

function term(text: string): Term {
  const { terms, problems } = read(text);
  expect(problems).toEqual([]);
  expect(terms).toHaveLength(1);
  return terms[0] as Term;
}

/** The message, and the part of the text that it points at. */
function fault(text: string): { readonly message: string; readonly at: string; readonly unfinished: boolean } {
  const { terms, problems } = read(text);
  expect(terms).toEqual([]);
  const [problem] = problems;
  if (problem === undefined || problems.length > 1) throw new Error(`${text}: ${problems.length} problems`);
  return { message: problem.message, at: text.slice(problem.from, problem.to), unfinished: problem.unfinished };
}

const words = (text: string): readonly string[] =>
  read(text).terms.map((each) => (each.kind === 'word' ? `${each.not ? 'not ' : ''}${each.text}` : each.kind));

describe('words', () => {
  it.each([
    ['', []],
    ['   \t\n ', []],
    ['lamp', ['lamp']],
    ['red  lamp', ['red', 'lamp']],
    ['"red lamp" desk', ['red lamp', 'desk']],
    ['“red lamp”', ['red lamp']],
    ['„rote Lampe“ x', ['rote Lampe', 'x']],
    ['"24"" monitor"', ['24" monitor']],
    ['24" monitor', ['24"', 'monitor']],
    ['""', []],
    ['-lamp', ['not lamp']],
    ['-"red lamp"', ['not red lamp']],
    ['Lamp - red', ['Lamp', 'red']],
    ['-2024', ['not 2024']],
    ['-12.50', ['-12.50']],
    ['-1,234.50', ['-1,234.50']],
    ['Acer, Inc', ['Acer,', 'Inc']],
    ['#123', ['123']],
    ['"#123"', ['#123']],
    ['#x', ['#x']],
    ['12:30', ['12:30']],
    ['http://shop.example', ['http://shop.example']],
    ['größe:XL', ['größe:XL']],
    [':lamp', [':lamp']],
    ['"status:failed"', ['status:failed']],
    ['ランプ 灯', ['ランプ', '灯']],
    ['\u200e1234\u202c', ['1234']],
    ['red\u0000lamp', ['red', 'lamp']],
  ])('%j looks for %j', (text, expected) => {
    expect(read(text).problems).toEqual([]);
    expect(words(text)).toEqual(expected);
  });

  it('goes on after a problem', () => {
    expect(words('lamp amount:> red')).toEqual(['lamp']);
    expect(words('lamp stauts:x red')).toEqual(['lamp', 'red']);
  });
});

describe('text fields', () => {
  it.each([
    ['product:acer', { kind: 'text', field: 'product', any: ['acer'], not: false }],
    ['PRODUCT:Acer', { kind: 'text', field: 'product', any: ['Acer'], not: false }],
    ['product：acer', { kind: 'text', field: 'product', any: ['acer'], not: false }],
    ['product:acer,dell', { kind: 'text', field: 'product', any: ['acer', 'dell'], not: false }],
    ['product:acer, dell', { kind: 'text', field: 'product', any: ['acer', 'dell'], not: false }],
    ['product: acer', { kind: 'text', field: 'product', any: ['acer'], not: false }],
    ['product:acer,', { kind: 'text', field: 'product', any: ['acer'], not: false }],
    ['product:"a, b","c"', { kind: 'text', field: 'product', any: ['a, b', 'c'], not: false }],
    ['product:12:30', { kind: 'text', field: 'product', any: ['12:30'], not: false }],
    ['-customer:"Ann Lee"', { kind: 'text', field: 'customer', any: ['Ann Lee'], not: true }],
    ['number:123', { kind: 'text', field: 'number', any: ['123'], not: false }],
    ['order:#123', { kind: 'text', field: 'number', any: ['123'], not: false }],
    ['payment:45,46', { kind: 'text', field: 'payment', any: ['45', '46'], not: false }],
  ])('%j', (text, expected) => {
    expect(term(text)).toEqual(expected);
  });

  it('takes no word that begins something of its own for a value', () => {
    expect(read('product:acer, status:failed').terms.map(({ kind }) => kind)).toEqual(['text', 'status']);
    expect(read('product:acer, -status:failed').terms).toMatchObject([{ kind: 'text' }, { kind: 'status', not: true }]);
    expect(read('product: -lamp')).toMatchObject({ terms: [{ kind: 'word', not: true }], problems: [{ from: 0, to: 8 }] });
  });
});

describe('statuses', () => {
  it.each([
    ['status:pending', ['pending']],
    ['status:failed', ['failed']],
    ['status:FAILED', ['failed']],
    ['status:paid', ['completed']],
    ['status:none', ['no-payment']],
    ['status:partly', ['partly-paid']],
    ['status:unknown', ['not-told']],
    ['status:Pending', ['pending']],
    ['status:Partly paid', ['partly-paid']],
    ['status:"Partly paid"', ['partly-paid']],
    ['status:partly-paid', ['partly-paid']],
    ['status:Completed', ['completed']],
    ['status:No payment', ['no-payment']],
    ['status:no_payment', ['no-payment']],
    ['status:Not told', ['not-told']],
    ['status:failed,pending', ['failed', 'pending']],
    ['status:failed, no payment', ['failed', 'no-payment']],
    ['status:paid,completed', ['completed']],
  ])('%j', (text, any) => {
    expect(term(text)).toEqual({ kind: 'status', any, not: false });
  });

  it('leaves a word after a finished status alone', () => {
    expect(words('status:failed paid')).toEqual(['status', 'paid']);
    expect(words('status:none payment')).toEqual(['status', 'payment']);
  });

  it('is turned round by a minus', () => {
    expect(term('-status:failed')).toEqual({ kind: 'status', any: ['failed'], not: true });
  });
});

describe('what is said where nothing is meant', () => {
  it.each([
    ['stauts:failed', 'There is no field "stauts". Did you mean status?', 'stauts'],
    ['lamp', null, null],
    ['ammount:5', 'There is no field "ammount". Did you mean amount?', 'ammount'],
    ['kit:deluxe', 'There is no field "kit". To find these very letters, put them in quotes: "kit:deluxe".', 'kit'],
    ['constructor:x', 'There is no field "constructor". To find these very letters, put them in quotes: "constructor:x".', 'constructor'],
    ['status:faild', 'There is no status "faild". Did you mean failed?', 'faild'],
    ['status:constructor', 'There is no status "constructor". Use pending, completed, failed, partly, none or unknown.', 'constructor'],
    ['status:failed,xyzzy', 'There is no status "xyzzy". Use pending, completed, failed, partly, none or unknown.', 'xyzzy'],
    ['number:abc', '"abc" is not an order number. Write digits, like number:123.', 'abc'],
    ['payment:1,x', '"x" is not a payment number. Write digits, like payment:45.', 'x'],
    ['amount:abc', '"abc" is not an amount. Write it like 500, >500, 100..200 or ~500.', 'abc'],
    ['amount:>5x', '">5x" is not an amount. Write it like 500, >500, 100..200 or ~500.', '>5x'],
    ['date:tomorrow', '"tomorrow" is not a date. Write it like 2026-11-22, 2026-11, today, last-week or 7d.', 'tomorrow'],
    ['date:2026-02-30', '"2026-02-30" is not in the calendar.', '2026-02-30'],
    ['age:2d', 'Say older or younger: age:>2d or age:<2d.', '2d'],
    ['age:>2y', '">2y" is not an age. Write it like >2d or <3h, with m, h, d or w.', '>2y'],
  ])('%j', (text, message, at) => {
    if (message === null) expect(read(text).problems).toEqual([]);
    else expect(fault(text)).toEqual({ message, at, unfinished: false });
  });

  it.each([
    ['amount:', 'Say an amount after amount:, like amount:>500.', 'amount:'],
    ['amount:>', 'Say an amount after amount:, like amount:>500.', 'amount:>'],
    ['amount:..', 'Say an amount after amount:, like amount:>500.', 'amount:..'],
    ['quantity:', 'Say a quantity after quantity:, like quantity:>500.', 'quantity:'],
    ['status:', 'Say a status after status:, like status:failed.', 'status:'],
    ['-status:,', 'Say a status after status:, like status:failed.', '-status:,'],
    ['status:fai', 'There is no status "fai". Use pending, completed, failed, partly, none or unknown.', 'fai'],
    ['status:no', 'There is no status "no". Use pending, completed, failed, partly, none or unknown.', 'no'],
    ['product:', 'Say what to look for after product:, like product:lamp.', 'product:'],
    ['product:""', 'Say what to look for after product:, like product:lamp.', 'product:""'],
    ['"red la', 'Close the quotation mark: "red lamp".', '"red la'],
    ['product:"red la', 'Close the quotation mark: "red lamp".', '"red la'],
    ['"', 'Close the quotation mark: "red lamp".', '"'],
    ['date:', 'Say a day after date:, like date:today or date:2026-11-22.', 'date:'],
    ['date:2026-1', '"2026-1" is not a date. Write it like 2026-11-22, 2026-11, today, last-week or 7d.', '2026-1'],
    ['date:last', '"last" is not a date. Write it like 2026-11-22, 2026-11, today, last-week or 7d.', 'last'],
    ['age:>', 'Say an age after age:, like age:>2d for older than two days.', 'age:>'],
    ['age:>2', '">2" is not an age. Write it like >2d or <3h, with m, h, d or w.', '>2'],
    ['amount:200..100', '"200..100" ends before it begins. Write the smaller one first.', '200..100'],
    ['date:2026..2025', '"2026..2025" ends before it begins. Write the earlier day first.', '2026..2025'],
  ])('%j is unfinished', (text, message, at) => {
    expect(fault(text)).toEqual({ message, at, unfinished: true });
  });

  it('shows no control or direction characters of what was typed', () => {
    expect(fault('status:fa\u202eled').message).toBe('There is no status "faled". Did you mean failed?');
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'status:',
      'amount:',
      'date:',
      'age:',
      'product:',
      '"',
      '“',
      ',',
      '-',
      '..',
      '>',
      '<=',
      '~',
      ' ',
      ':',
      '\u202e',
      '\u0000',
    ),
    fc.constantFrom('failed', '2026-11', '500', '1,234.50', '7d', 'last', 'week', 'partly', 'paid', '\ud83d', '\ude00', '😀', 'https://'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 500));

  it('is read without a throw, and every problem points into it with one sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { problems } = read(text);
        for (const { from, to, message } of problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^.{10,200}[.]$|^.{10,200}\?$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('means the same with spaces around it, and twice the same when asked twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toEqual(read(text));
        if (!/["“”„]/.test(text)) expect(read(`  ${text} `).terms).toEqual(read(text).terms);
      }),
    );
  });

  it('finds every plain word of it', () => {
    const plain = fc.array(fc.stringMatching(/^[a-zà-ž0-9]{1,8}$/), { maxLength: 20 });
    fc.assert(
      fc.property(plain, (typed) => {
        expect(words(typed.join(' '))).toEqual(typed);
      }),
    );
  });
});
