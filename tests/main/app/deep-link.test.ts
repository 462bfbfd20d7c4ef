// Links from anybody: one of exactly one kind is read, and none brings a switch with it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderLink, readLink, withoutLink } from '../../../src/main/app/deep-link.ts';

const started = (...rest: string[]) => ['/opt/paydesk/paydesk', ...rest];

it.each([
  ['paydesk://order/123', 123],
  ['paydesk://order/123/', 123],
  ['paydesk://order/1', 1],
  ['paydesk://order/007', 7],
  ['paydesk://order/999999999999999', 999_999_999_999_999],
])('%j leads to order %d', (link, order) => {
  expect(readLink(started(link))).toEqual({ kind: 'order', order });
});

it.each([
  ...['paydesk://order/123?x', 'paydesk://order/123#x', 'paydesk://order/123//', 'paydesk://order/0', 'paydesk://order/'],
  ...['paydesk://order/1234567890123456', 'paydesk://order/-1', 'paydesk://order/+1', 'paydesk://order/1e3', 'paydesk://order/0x10'],
  ...[
    'paydesk://order/%00',
    'paydesk://order/12%33',
    'paydesk://order/1\n',
    'paydesk://order/1 ',
    ' paydesk://order/1',
    '\npaydesk://order/1',
  ],
  ...['paydesk://order/../../123', 'paydesk://order/1/2', 'paydesk:///order/123', 'paydesk:order/123', 'paydesk:/order/123'],
  ...['paydesk://orders/123', 'paydesk://evil@order/123', 'paydesk://order:80/123', 'paydesk://order.evil.example/123'],
  ...['paydesk://mark/1/completed', 'PAYDESK://ORDER/123', 'paydesk://ORDER/123', 'paydesk://order/１２３', 'paydesk://order/١٢٣'],
  ...[
    'paydesk://order/123 --server=http://evil.example',
    'paydesk://order/123\u202e',
    'paydesk:',
    `paydesk://order/${'9'.repeat(100_000)}`,
  ],
])('%j is refused', (link) => {
  expect(readLink(started(link))).toEqual({ kind: 'refused' });
});

it('two links are none: nobody presses two at once', () => {
  expect(readLink(started('paydesk://order/1', 'paydesk://order/2'))).toEqual({ kind: 'refused' });
  expect(readLink(started('paydesk://order/1', 'paydesk:x'))).toEqual({ kind: 'refused' });
});

it('finds it among what Chromium puts beside it, and nothing where there is none', () => {
  expect(readLink(started('--allow-file-access-from-files', '--', 'paydesk://order/5'))).toEqual({ kind: 'order', order: 5 });
  expect(readLink(started('.', '--server=https://a.example', 'https://order/5', 'order/5'))).toEqual({ kind: 'none' });
  expect(readLink([])).toEqual({ kind: 'none' });
});

it('whatever it reads is a whole number above zero that the same link leads to', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789/%?#.-e: '), maxLength: 20 });
  fc.assert(
    fc.property(text, (rest) => {
      const read = readLink([`paydesk://order/${rest}`]);
      if (read.kind !== 'order') return;
      expect(Number.isSafeInteger(read.order) && read.order > 0).toBe(true);
      expect(readLink([orderLink(read.order)])).toEqual(read);
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  [started('--server=https://a.example', 'paydesk://order/1'), started('--server=https://a.example')],
  [started('paydesk://order/1', '--server=https://evil.example'), started()],
  [started('--', 'paydesk://order/1', '--server=https://evil.example'), started()],
  [started('PayDesk:x', '--server=https://evil.example'), started()],
  [started('.', '--server=https://a.example'), started('.', '--server=https://a.example')],
])('of %j only %j may hold switches', (argv, kept) => {
  expect(withoutLink(argv)).toEqual(kept);
});
