// Text from a server cannot turn, hide or break what stands around it.
import { describe, expect, it } from 'vitest';
import { quantityText } from '../../../src/renderer/ui/quantity.ts';
import { readableText } from '../../../src/renderer/ui/server-text.ts';

describe('text from the server', () => {
  it('keeps names in any script', () => {
    expect(readableText('كتاب 🧶 नेपाल Ærø')).toBe('كتاب 🧶 नेपाल Ærø');
  });

  it('loses the characters that would turn its neighbours round', () => {
    expect(readableText('invoice\u202Etxt.exe\u2066!')).toBe('invoicetxt.exe!');
  });

  it('shows control characters instead of obeying them', () => {
    expect(readableText('a\u0000b\u001b[31mc\u007fd')).toBe('a␀b␛[31mc␡d');
  });

  it('stays on one line', () => {
    expect(readableText('Line one\r\n\tline two')).toBe('Line one line two');
  });
});

describe('a quantity', () => {
  it.each([
    ['5', '5'],
    ['5.00', '5'],
    ['2.50', '2.5'],
    ['100', '100'],
    ['many', 'many'],
    [null, '—'],
  ])('%s is shown as %s', (told, shown) => {
    expect(quantityText(told)).toBe(shown);
  });
});
