// Remembered servers through the whole desk: remembered at sign-in, saved, forgotten only where nothing needs them.
import { describe, expect, it } from 'vitest';
import type { SaveServerInput } from '../../../src/shared/ipc/server-schemas.ts';
import { openDesk, SIGN_IN, signIn } from '../store/support/open-desk.ts';
import { ORIGIN, wentWell } from '../store/support/open-shop.ts';

const STAGING: SaveServerInput = {
  ...{ address: 'https://try.example/', name: 'Staging', colour: 'amber', kind: 'test', acceptPlainHttp: false },
};
const OWN = {
  address: ORIGIN,
  name: new URL(ORIGIN).host,
  colour: 'slate',
  kind: 'production',
  username: 'practice',
  acceptPlainHttp: false,
};

describe('a sign-in', () => {
  it('is remembered, and told to the page', async () => {
    const desk = openDesk();
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([]);
    await signIn(desk);
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([OWN]);
    expect(desk.events.filter(({ name }) => name === 'servers.changed').map(({ payload }) => payload)).toEqual([[OWN]]);
  });

  it('that is refused is not', async () => {
    const desk = openDesk();
    await desk.ask('session.signIn', { ...SIGN_IN, password: 'wrong' });
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([]);
  });

  it('to the practice store is none', async () => {
    const desk = openDesk();
    await desk.ask('session.openPractice', null);
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([]);
  });

  it('at an address from the command line begins without a name there, and without a yes that was not given', async () => {
    const earlier = openDesk();
    await earlier.ask('servers.save', { ...STAGING, address: 'http://till.lan', acceptPlainHttp: true });
    for (const [server, acceptPlainHttp] of [
      ['http://till.lan', true],
      ['http://other.lan', false],
    ] as const) {
      const desk = openDesk({ earlier, server });
      expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ server, username: '' });
      const tried = await desk.ask('session.signIn', { server, username: 'a', password: 'b', acceptPlainHttp: false });
      // The yes is the page's to send: main takes none for granted.
      expect(tried).toMatchObject({ ok: false, error: { kind: 'insecure-address' } });
      expect(desk.file.read().servers.some((each) => each.address === server && each.acceptPlainHttp)).toBe(acceptPlainHttp);
    }
  });
});

describe('saving a server', () => {
  it('takes its address in the one form that sign-in gives it', async () => {
    const desk = openDesk();
    const saved = wentWell(await desk.ask('servers.save', { ...STAGING, address: ' HTTPS://Try.Example:443/api/ ' }));
    expect(saved).toEqual([{ ...STAGING, address: 'https://try.example', username: '' }]);
  });

  it('needs a yes for plain http, for that server', async () => {
    const desk = openDesk();
    const input = { ...STAGING, address: 'http://till.lan:8000' };
    expect(await desk.ask('servers.save', input)).toMatchObject({ ok: false, error: { kind: 'insecure-address' } });
    const [saved] = wentWell(await desk.ask('servers.save', { ...input, acceptPlainHttp: true }));
    expect(saved).toMatchObject({ address: 'http://till.lan:8000', acceptPlainHttp: true });
    const added = wentWell(await desk.ask('servers.save', { ...STAGING, acceptPlainHttp: true }));
    expect(added.map(({ acceptPlainHttp }) => acceptPlainHttp)).toEqual([true, false]);
  });

  it('refuses what is no address', async () => {
    const desk = openDesk();
    expect(await desk.ask('servers.save', { ...STAGING, address: 'not an address' })).toMatchObject({
      ok: false,
      error: { kind: 'bad-address' },
    });
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([]);
  });
});

describe('forgetting a server', () => {
  it('takes it from the list, and from the next start where it was the last one', async () => {
    const desk = openDesk();
    await signIn(desk);
    await desk.ask('servers.save', STAGING);
    await desk.ask('session.signOut', null);
    expect(wentWell(await desk.ask('servers.forget', { address: ORIGIN })).map(({ name }) => name)).toEqual(['Staging']);
    expect(desk.file.read()).toMatchObject({ server: '', username: '' });
  });

  it('is refused while somebody is signed in there', async () => {
    const desk = openDesk();
    await signIn(desk);
    expect(await desk.ask('servers.forget', { address: ORIGIN })).toEqual({
      ok: false,
      error: { kind: 'server-needed', why: 'signed-in', count: 0 },
    });
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([OWN]);
  });

  it('is refused while something waits for it, and the journal is as it was', async () => {
    const desk = openDesk();
    await signIn(desk);
    desk.network.fail(() => true, 'refused-before');
    await desk.mark(1, 'completed');
    await desk.ask('session.openPractice', null);
    expect(await desk.ask('servers.forget', { address: ORIGIN })).toEqual({
      ok: false,
      error: { kind: 'server-needed', why: 'waiting', count: 1 },
    });
    expect(wentWell(await desk.ask('servers.list', null))).toEqual([OWN]);
    expect(desk.desk.state()).toMatchObject({ others: 0 });
  });
});
