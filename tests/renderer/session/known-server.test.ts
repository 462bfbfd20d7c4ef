// How a server is found by its address, called on screen and in the window's title.
import { describe, expect, it } from 'vitest';
import { faceOf, findServer, windowTitle } from '../../../src/renderer/session/known-server.ts';
import type { RememberedServer } from '../../../src/shared/ipc/server-schemas.ts';

const staging: RememberedServer = {
  ...{ address: 'https://try.example/shop', name: 'Staging', colour: 'amber', kind: 'test', username: 'ram', acceptPlainHttp: false },
};

describe('an address', () => {
  it.each(['https://try.example/shop', 'https://try.example/shop/', 'HTTPS://Try.Example:443/shop/api/', '  https://try.example/shop  '])(
    '%j is the remembered one',
    (typed) => {
      expect(findServer([staging], typed)).toBe(staging);
    },
  );

  it.each([
    '',
    'try.example/shop',
    'http://try.example/shop',
    'https://try.example',
    'https://try.example/Shop',
    'https://try.example:8443/shop',
  ])('%j is another', (typed) => {
    expect(findServer([staging], typed)).toBeNull();
  });

  it('is none before main has told the list', () => {
    expect(findServer(null, staging.address)).toBeNull();
  });
});

it('a server that is not remembered counts as production, and is called by its host', () => {
  expect(faceOf(null, 'https://a.example:8443')).toEqual({ name: 'a.example:8443', colour: 'slate', kind: 'production' });
  expect(faceOf([staging], staging.address)).toBe(staging);
});

it.each([
  ['the shop', false, { name: 'Himal', kind: 'production' }, 'Orders – Himal – Paydesk'],
  ['a test server', false, { name: 'Staging', kind: 'test' }, 'TEST – Orders – Staging – Paydesk'],
  ['the practice store', true, { name: 'Practice store', kind: 'production' }, 'PRACTICE – Orders – Paydesk'],
] as const)('the window’s title names %s', (_what, practice, server, title) => {
  expect(windowTitle('Orders', practice, server)).toBe(title);
});
