// The guide's steps, one after another, through the same requests that the page makes.
import { afterEach, describe, expect, it } from 'vitest';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/ipc/session-schemas.ts';
import { throwing } from '../session/memory-keychain.ts';
import { created, EVERY_OPERATION, openDesk, SIGN_IN, SITA, signIn, type TestDesk } from '../store/support/open-desk.ts';
import { errorOf, ORIGIN, wentWell } from '../store/support/open-shop.ts';

const EVERYTHING: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };
const desks: TestDesk[] = [];
const open = (...options: Parameters<typeof openDesk>): TestDesk => {
  const desk = openDesk(...options);
  desks.push(desk);
  return desk;
};

/** After every test: nothing that left main held a token, and nothing was refused by the contract's schemas. */
afterEach(() => {
  for (const { told, log } of desks.splice(0)) {
    expect(JSON.stringify(told)).not.toMatch(/eyJ[\w-]+\.eyJ|"(access|refresh)"/);
    expect(log.filter((line) => line.includes('reference'))).toEqual([]);
  }
});

describe('step 1, registering', () => {
  it.each(['tokens', 'key', 'nothing'] as const)(
    'creates the account and signs the new person in, whatever the answer holds (%s)',
    async (registration) => {
      const desk = open({ behaviour: { registration } });
      expect(wentWell(await desk.ask('session.register', SITA))).toEqual({ outcome: 'signed-in', said: null });
      expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ state: 'signed-in', username: 'sita', server: ORIGIN });
      expect(wentWell(await desk.ask('profile.read', null)).fields).toMatchObject({ firstName: 'Sita', phoneNumber: '9813121824' });
      expect(desk.store.requests.some(({ headers }) => 'cookie' in headers)).toBe(false);
    },
  );

  it('says that the e-mail is to be confirmed, and signs nobody in', async () => {
    const desk = open({ behaviour: { registration: 'verification' } });
    expect(wentWell(await desk.ask('session.register', SITA))).toEqual({ outcome: 'confirm-email', said: 'Verification e-mail sent.' });
    expect(wentWell(await desk.ask('session.view', null)).state).toBe('signed-out');
  });

  it('tells the server’s refusals under their fields', async () => {
    const desk = open();
    const error = errorOf(
      await desk.ask('session.register', { ...SITA, username: 'practice', password: '12345', repeatPassword: '12345' }),
    );
    expect(error.kind === 'refused' && Object.keys(error.fields)).toEqual(['username', 'password1']);
  });
});

describe('step 2, signing in', () => {
  it('reads profile and history by itself, and keeps the sign-in for the next start', async () => {
    const desk = open();
    expect(wentWell(await signIn(desk))).toMatchObject({ state: 'signed-in', username: 'practice', practice: false, notKept: null });
    expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ name: 'Pat Example' });
    expect(wentWell(await desk.ask('history.state', null))).toMatchObject({ total: 12, problem: null });

    const next = open({ earlier: desk });
    await next.restore();
    expect(wentWell(await next.ask('session.view', null))).toMatchObject({ state: 'signed-in', username: 'practice' });
    expect(wentWell(await next.ask('history.refresh', null)).total).toBe(12);
  });

  it.each([
    [{ password: 'wrong' }, { kind: 'wrong-credentials' }],
    [{ username: 'retired' }, { kind: 'wrong-credentials' }],
    [{ server: 'http://shop.example' }, { kind: 'insecure-address', address: 'http://shop.example' }],
    [{ server: 'not a server' }, { kind: 'bad-address', address: 'not a server' }],
  ])('is refused for %j, and nothing can be asked for', async (change, error) => {
    const desk = open();
    expect(errorOf(await desk.ask('session.signIn', { ...SIGN_IN, ...change }))).toEqual(error);
    expect(errorOf(await desk.ask('history.window', { query: EVERYTHING, fresh: true, offset: 0, limit: 10 }))).toEqual({
      kind: 'session-ended',
    });
    expect(desk.keychain.kept.size).toBe(0);
  });

  it('offers the address of the command line, or else the last one, or else the guide’s', async () => {
    const desk = open();
    expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ server: 'http://127.0.0.1:8000', username: '' });
    await signIn(desk);
    await desk.ask('session.signOut', null);
    const next = open({ earlier: desk });
    expect(wentWell(await next.ask('session.view', null))).toMatchObject({ server: ORIGIN, username: 'practice' });
    const told = open({ earlier: desk, server: 'https://other.example' });
    expect(wentWell(await told.ask('session.view', null))).toMatchObject({ server: 'https://other.example', username: '' });
    const same = open({ earlier: desk, server: ORIGIN });
    expect(wentWell(await same.ask('session.view', null))).toMatchObject({ server: ORIGIN, username: 'practice' });
  });
});

describe('steps 3 and 4, protected calls and expiry', () => {
  it('saves the profile, and greets by the new name', async () => {
    const desk = open();
    await signIn(desk);
    const { fields } = wentWell(await desk.ask('profile.read', null));
    expect(wentWell(await desk.ask('profile.save', { ...fields, firstName: 'Patricia' })).fields.firstName).toBe('Patricia');
    expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ name: 'Patricia Example' });
    expect(wentWell(await desk.ask('profile.picture', null))).toMatch(/^data:image\/png/);
  });

  it('renews an access token that ran out before the call, and puts no token into an address', async () => {
    const desk = open();
    await signIn(desk);
    desk.tick(299_000);
    wentWell(await desk.ask('profile.read', null));
    const paths = desk.store.requests.slice(-2).map(({ path, status }) => `${path} ${status}`);
    expect(paths).toEqual(['/api/token/refresh/ 200', '/api/accounts/profile/ 200']);
    expect(desk.store.requests.map(({ path, query }) => path + query).join()).not.toMatch(/eyJ/);
    expect(
      desk.store.requests.every(
        ({ headers, path }) => path.startsWith('/api/token/') || /^Bearer eyJ/.test(headers['authorization'] ?? ''),
      ),
    ).toBe(true);
  });
});

describe('step 4, renewal', () => {
  it.each(['bearer', 'session-first'] as const)(
    'repeats the one call that was refused, whatever the status of the refusal (%s)',
    async (authentication) => {
      const desk = open({ behaviour: { authentication } });
      await signIn(desk);
      desk.store.state.expireTokens('access');
      const asked = desk.store.requests.length;
      wentWell(await desk.ask('orders.open', 1));
      const refused = authentication === 'bearer' ? 401 : 403;
      expect(desk.store.requests.slice(asked).map(({ path, status }) => `${path} ${status}`)).toEqual([
        `/api/orders/1/ ${refused}`,
        '/api/token/refresh/ 200',
        '/api/orders/1/ 200',
      ]);
    },
  );

  it('happens once for many calls, and the rotated token is the one that is kept', async () => {
    const desk = open();
    await signIn(desk);
    const before = [...desk.keychain.kept.values()];
    desk.store.state.expireTokens('access');
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((id) => desk.ask('orders.open', id)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(desk.store.requests.filter(({ path }) => path === '/api/token/refresh/')).toHaveLength(1);
    expect([...desk.keychain.kept.values()]).not.toEqual(before);
    const next = open({ earlier: desk });
    await next.restore();
    expect(wentWell(await next.ask('session.view', null)).state).toBe('signed-in');
  });

  it('goes on without a keychain, and says what that means', async () => {
    const desk = open();
    desk.keychain.fail('write', throwing('Cannot autolaunch D-Bus without X11 $DISPLAY'));
    expect(wentWell(await signIn(desk))).toMatchObject({ state: 'signed-in', notKept: 'missing' });
    desk.store.state.expireTokens('access');
    wentWell(await desk.ask('orders.open', 1));
    expect(desk.log.some((line) => line.startsWith('keychain:'))).toBe(true);
  });
});

describe('step 5, signing out', () => {
  it('forgets everything here, and says whether the server confirmed', async () => {
    const desk = open();
    await signIn(desk);
    expect(wentWell(await desk.ask('session.signOut', null))).toEqual({
      server: 'confirmed',
      said: 'Successfully logged out.',
      historyStays: false,
    });
    expect(desk.keychain.kept.size).toBe(0);
    expect(errorOf(await desk.ask('orders.peek', 1))).toEqual({ kind: 'session-ended' });
    expect(errorOf(await desk.ask('operations.page', EVERY_OPERATION))).toEqual({ kind: 'session-ended' });

    const offline = open();
    await signIn(offline);
    offline.network.fail(() => true, 'refused-before');
    expect(wentWell(await offline.ask('session.signOut', null))).toEqual({ server: 'not-confirmed', said: null, historyStays: false });
    expect(wentWell(await offline.ask('session.view', null)).state).toBe('signed-out');
  });
});

describe('steps 7 to 11, orders and payments', () => {
  it('go from a new order over its payment to its completion', async () => {
    const desk = open();
    await signIn(desk);
    const order = created(wentWell(await desk.ask('orders.create', { product: 'Acer', quantity: '5', price: '450000.00', again: null })));
    expect(wentWell(await desk.ask('orders.open', order)).order).toMatchObject({
      total: '2250000.00',
      due: '2250000.00',
      state: 'no-payment',
    });

    const payment = created(wentWell(await desk.ask('payments.record', { order, amount: '2250000', again: null })));
    expect(wentWell(await desk.ask('orders.peek', order))).toMatchObject({ state: 'pending', paid: '0.00' });
    const { rows } = wentWell(await desk.ask('payments.pending', { offset: 0, limit: 100, keep: false }));
    expect(rows.map((row) => row.payment.id)).toContain(payment);

    expect((await desk.mark(payment, 'completed')).state.name).toBe('done');
    expect(wentWell(await desk.ask('orders.peek', order))).toMatchObject({ state: 'completed', paid: '2250000.00', due: '0.00' });

    const found = wentWell(
      await desk.ask('history.window', { query: { ...EVERYTHING, text: `${order} acer` }, fresh: true, offset: 0, limit: 10 }),
    );
    expect(found.rows.map((row) => row.id)).toEqual([order]);
    expect(wentWell(await desk.ask('history.position', { query: EVERYTHING, id: order }))).toBe(0);
    expect(wentWell(await desk.ask('insights.read', null)).days.at(-1)).toMatchObject({ day: '2026-10-22' });
    const { operations } = wentWell(await desk.ask('operations.page', EVERY_OPERATION));
    expect(operations.map(({ wish, state, actor }) => [wish.kind, state.name, actor])).toEqual([
      ['mark', 'done', 'Pat Example'],
      ['record-payment', 'done', 'Pat Example'],
      ['create-order', 'done', 'Pat Example'],
    ]);
    expect(desk.store.state.payment(payment)?.status).toBe('completed');
  });

  it('tell what does not exist', async () => {
    const desk = open();
    await signIn(desk);
    expect(errorOf(await desk.ask('orders.open', 9_999)).kind).toBe('not-found');
    expect((await desk.mark(9_999, 'failed')).state).toMatchObject({ name: 'refused', problem: { kind: 'not-found' } });
    expect(errorOf(await desk.ask('payments.record', { order: 9_999, amount: '5', again: null })).kind).toBe('refused');
    expect(wentWell(await desk.ask('orders.peek', 9_999))).toBeNull();
    expect(wentWell(await desk.ask('history.position', { query: EVERYTHING, id: 9_999 }))).toBeNull();
  });
});

describe('settings', () => {
  it('are kept, signed in or not', async () => {
    const desk = open();
    const changed = { ...DEFAULT_SETTINGS, theme: 'dark', currency: 'NPR', hold: 7, confirmAbove: '500.00' } as const;
    expect(wentWell(await desk.ask('settings.save', changed))).toEqual(changed);
    expect(wentWell(await open({ earlier: desk }).ask('settings.read', null))).toEqual(changed);
    expect(wentWell(await desk.ask('app.info', null))).toEqual({ version: '0.1.0', electron: '45.4.1', platform: 'linux' });
  });
});
