// `Retry-After` as servers and proxies write it.
import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../../src/main/http/retry-after.ts';

describe('Retry-After', () => {
  it.each([
    ['42', 42],
    [' 7 ', 7],
    ['1', 1],
    ['3600', 3_600],
    ['86400', 3_600],
    ['99999999999999999999999', 3_600],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
  ])('%j means %s', (text, seconds) => {
    expect(readRetryAfter(new Headers({ 'retry-after': text }))).toBe(seconds);
  });

  it('that is absent means nothing', () => {
    expect(readRetryAfter(new Headers())).toBeNull();
  });

  it.each([
    ['Fri, 06 Nov 2026 08:00:30 GMT', 30],
    ['Fri, 06 Nov 2026 09:30:00 GMT', 3_600],
    ['Fri, 06 Nov 2026 08:00:00 GMT', null],
    ['Fri, 06 Nov 2026 07:00:00 GMT', null],
  ])('as the date %s is measured by the server’s own clock', (text, seconds) => {
    expect(readRetryAfter(new Headers({ 'retry-after': text, date: 'Fri, 06 Nov 2026 08:00:00 GMT' }))).toBe(seconds);
  });

  it('as a date means nothing where the server does not tell its own', () => {
    expect(readRetryAfter(new Headers({ 'retry-after': 'Fri, 06 Nov 2099 08:00:00 GMT' }))).toBeNull();
    expect(readRetryAfter(new Headers({ 'retry-after': 'Fri, 06 Nov 2099 08:00:00 GMT', date: 'today' }))).toBeNull();
  });
});
