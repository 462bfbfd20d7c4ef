// A refusal is read where it helps: under its field, or in one sentence that loses nothing.
import { describe, expect, it } from 'vitest';
import { sortError, withoutField } from '../../../src/renderer/ui/field-errors.ts';

const NAMES = { product_name: 'product', price: 'price' } as const;

describe('a refused form', () => {
  it('puts each line under its field', () => {
    const sorted = sortError({ kind: 'refused', summary: [], fields: { price: ['Too large.', 'Too precise.'] } }, NAMES);
    expect(sorted).toEqual({ fields: { price: 'Too large. Too precise.' }, summary: null });
  });

  it('says in the summary what belongs to no field of the form', () => {
    const sorted = sortError({ kind: 'refused', summary: ['Closed today.'], fields: { captcha: ['Missing.'] } }, NAMES);
    expect(sorted.summary).toBe('The server did not accept this: Closed today. Captcha: Missing.');
  });

  it('admits that nothing was said', () => {
    expect(sortError({ kind: 'refused', summary: [], fields: {} }, NAMES).summary).toContain('did not say why');
  });

  it('is not fooled by a field called like a property of every object', () => {
    const sorted = sortError({ kind: 'refused', summary: [], fields: { constructor: ['Odd.'] } }, NAMES);
    expect(sorted).toEqual({ fields: {}, summary: 'The server did not accept this: Constructor: Odd.' });
  });
});

describe('any other failure', () => {
  it('is a sentence', () => {
    expect(sortError({ kind: 'unreachable', reason: 'offline' }, NAMES)).toEqual({
      fields: {},
      summary: expect.stringContaining('offline'),
    });
  });
});

it('what is being mended is no longer called wrong', () => {
  expect(withoutField<'product' | 'price'>({ product: 'a', price: 'b' }, 'price')).toEqual({ product: 'a' });
});
