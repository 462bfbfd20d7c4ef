// The list of remembered servers: what a sign-in, an edit and a forgetting make of it.
import { describe, expect, it } from 'vitest';
import { forgetServer, rememberSignIn, saveServer } from '../../../src/main/settings/servers.ts';
import type { RememberedServer } from '../../../src/shared/ipc/server-schemas.ts';

const himal: RememberedServer = {
  ...{ address: 'https://himal.example', name: 'Himal', colour: 'green', kind: 'production', username: 'ram', acceptPlainHttp: false },
};
const till: RememberedServer = {
  ...{ address: 'http://till.lan:8000', name: 'Till', colour: 'violet', kind: 'test', username: 'sita', acceptPlainHttp: true },
};

describe('signing in', () => {
  it('for the first time remembers the server by its host, as production', () => {
    const last = { server: 'https://new.example:8443/shop', username: 'ram', acceptPlainHttp: false };
    expect(rememberSignIn([himal], last)).toEqual([
      himal,
      { address: last.server, name: 'new.example:8443', colour: 'slate', kind: 'production', username: 'ram', acceptPlainHttp: false },
    ]);
  });

  it('again changes who was there last and the yes to plain http, and nothing else', () => {
    const last = { server: till.address, username: 'ram', acceptPlainHttp: false };
    expect(rememberSignIn([himal, till], last)).toEqual([himal, { ...till, username: 'ram', acceptPlainHttp: false }]);
  });

  it('that leaves nobody keeps the last name', () => {
    expect(rememberSignIn([till], { server: till.address, username: '', acceptPlainHttp: true })).toEqual([till]);
  });

  it('nowhere remembers nothing', () => {
    expect(rememberSignIn([himal], { server: '', username: '', acceptPlainHttp: false })).toEqual([himal]);
  });
});

describe('saving', () => {
  const input = { name: ' Back room ', colour: 'red', kind: 'test', acceptPlainHttp: false } as const;

  it('changes the one with that address, in its place, and keeps who was there', () => {
    expect(saveServer([himal, till], himal.address, input)).toEqual([{ ...himal, ...input, name: 'Back room' }, till]);
  });

  it('adds one, called by its host where it has no name', () => {
    const added = saveServer([himal], 'https://b.example', { ...input, name: ' ' });
    expect(added).toEqual([himal, { ...input, name: 'b.example', address: 'https://b.example', username: '' }]);
  });
});

it('forgetting takes that one alone', () => {
  expect(forgetServer([himal, till], himal.address)).toEqual([till]);
  expect(forgetServer([himal, till], 'https://other.example')).toEqual([himal, till]);
});
