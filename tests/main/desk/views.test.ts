// Views and places across the bridge: of the person who is signed in, and nothing of practice left behind.
import { expect, it } from 'vitest';
import { BUILT_IN_VIEWS, FIRST_LOOK, FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import type { HistoryPlace } from '../../../src/shared/ipc/view-requests.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { openDesk, SIGN_IN, signIn } from '../store/support/open-desk.ts';

const PLACE: HistoryPlace = { query: { ...FIRST_QUERY, text: 'acer' }, look: FIRST_LOOK, top: 4, selected: 3, reading: true, width: null };

it('a place is the signed-in person’s, and there at the next start', async () => {
  const desk = openDesk();
  expect(await desk.ask('look.save', PLACE)).toEqual(fail({ kind: 'session-ended' }));
  await signIn(desk);
  expect(await desk.ask('look.read', null)).toEqual(ok(null));
  expect(await desk.ask('look.save', PLACE)).toEqual(ok(null));
  const next = openDesk({ earlier: desk });
  await signIn(next);
  expect(await next.ask('look.read', null)).toEqual(ok(PLACE));
  expect(desk.views.place({ server: SIGN_IN.server, username: SIGN_IN.username })).toEqual(PLACE);
});

it('practice remembers it as long as Paydesk is open, and no longer', async () => {
  const desk = openDesk();
  await desk.ask('session.openPractice', null);
  await desk.ask('look.save', PLACE);
  expect(await desk.ask('look.read', null)).toEqual(ok(PLACE));
  const next = openDesk({ earlier: desk });
  await next.ask('session.openPractice', null);
  expect(await next.ask('look.read', null)).toEqual(ok(null));
});

it('views are this desk’s, whoever is signed in', async () => {
  const desk = openDesk();
  expect(await desk.ask('views.read', null)).toEqual(ok(BUILT_IN_VIEWS));
  const [first] = BUILT_IN_VIEWS;
  if (first === undefined) throw new Error('no view');
  const mine = [{ ...first, name: '  Mine  ' }];
  expect(await desk.ask('views.save', { views: mine })).toEqual(ok([{ ...first, name: 'Mine' }]));
  const twice = await desk.ask('views.save', { views: [first, { ...first, name: first.name.toUpperCase() }] });
  expect(twice.ok ? 'saved' : twice.error.kind).toBe('internal');
});

it('a dialog that was closed changes nothing', async () => {
  const desk = openDesk();
  expect(await desk.ask('views.import', null)).toEqual(ok(null));
  expect(await desk.ask('views.export', null)).toEqual(ok(null));
  expect(await desk.ask('views.read', null)).toEqual(ok(BUILT_IN_VIEWS));
});
