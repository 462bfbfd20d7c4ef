// Whatever a server sends as an error: reading it never fails, and what comes out may be shown.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readServerWords } from '../../../src/main/http/read-error.ts';

const snippet = fc.constantFrom(
  '<h1>Server Error</h1>',
  '<script>alert(1)</script>',
  '<?php',
  '</p>',
  '<!doctype html>',
  'Traceback (most recent call last):\n  File "x"',
  '__proto__',
  'detail',
  'non_field_errors',
  'code',
  'messages',
  '🧾',
  '\u202e',
  '\u0000',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  snippet,
  fc.tuple(snippet, fc.string(), snippet).map((parts) => parts.join('')),
);
const body = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 8, withCrossShrink: true }, text, fc.double(), fc.boolean(), fc.constant(null), tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 30 }),
  record: fc.dictionary(text, tie('value'), { maxKeys: 30 }),
})).value;

it('the words of any body are short, few, whole and free of markup', () => {
  fc.assert(
    fc.property(body, (value) => {
      const { summary, fields } = readServerWords(value);
      const lines = [...summary, ...Object.values(fields).flat()];
      const names = Object.keys(fields);
      expect(lines.length).toBeLessThanOrEqual(20);
      for (const line of [...lines, ...names]) {
        expect(line).not.toMatch(/<[a-z!/?]/i);
        expect(line).not.toContain('Traceback (most');
        expect([...line].length).toBeLessThanOrEqual(1_000);
      }
      for (const line of lines) {
        expect(line.trim()).not.toBe('');
        expect(line.length).toBeLessThanOrEqual(301);
      }
      expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    }),
    { numRuns: 2_000 },
  );
});
