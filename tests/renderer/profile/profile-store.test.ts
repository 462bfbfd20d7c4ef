// The profile form: edits survive re-reads, and only what was saved stops being an edit.
import { describe, expect, it } from 'vitest';
import { createProfileStore, initials } from '../../../src/renderer/profile/profile-store.ts';
import type { ProfileFields } from '../../../src/shared/ipc/session-schemas.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

const fields: ProfileFields = { firstName: 'Ram', lastName: 'Thapa', email: 'ram@shop.np', phoneNumber: '98', address: 'Godawari' };
const view = (changes: Partial<ProfileFields> = {}) => ({ username: 'ram', fields: { ...fields, ...changes }, hasPicture: false });

function setUp(save: (sent: ProfileFields) => Result<ReturnType<typeof view>> = (sent) => ok(view(sent))) {
  let read = view();
  const store = createProfileStore(createFakeClient({ 'profile.read': () => ok(read), 'profile.save': save }));
  return {
    store,
    serverSays: (changes: Partial<ProfileFields>) => {
      read = view(changes);
    },
  };
}

describe('the profile', () => {
  it('takes news from the server without touching what is being typed', async () => {
    const { store, serverSays } = setUp();
    await store.getState().read();
    store.getState().edit('phoneNumber', '9813');
    serverSays({ address: 'Patan', phoneNumber: '77' });
    await store.getState().read();
    expect(store.getState()).toMatchObject({ edits: { phoneNumber: '9813' }, profile: { fields: { address: 'Patan' } } });
  });

  it('forgets an edit that was taken back', async () => {
    const { store } = setUp();
    await store.getState().read();
    store.getState().edit('firstName', 'R');
    store.getState().edit('firstName', 'Ram');
    expect(store.getState().edits).toEqual({});
  });

  it('sends all five fields and has nothing left to save', async () => {
    const sent: ProfileFields[] = [];
    const { store } = setUp((all) => {
      sent.push(all);
      return ok(view(all));
    });
    await store.getState().read();
    store.getState().edit('email', 'r@shop.np');
    expect(await store.getState().save()).toBe(true);
    expect(sent).toEqual([{ ...fields, email: 'r@shop.np' }]);
    expect(store.getState().edits).toEqual({});
  });

  it('keeps what was typed when the server refuses, with its words under the field', async () => {
    const { store } = setUp(() => fail({ kind: 'refused', summary: [], fields: { phone_no: ['Ten digits.'] } }));
    await store.getState().read();
    store.getState().edit('phoneNumber', '1');
    expect(await store.getState().save()).toBe(false);
    expect(store.getState()).toMatchObject({ edits: { phoneNumber: '1' }, errors: { phoneNumber: 'Ten digits.' } });
  });
});

it.each([
  ['Ram', 'Thapa', 'ram', 'RT'],
  ['', '', 'sita_shrestha', 'SS'],
  ['🧶', '', 'x', '🧶'],
])('initials of %s %s (%s) are %s', (firstName, lastName, username, letters) => {
  expect(initials({ firstName, lastName }, username)).toBe(letters);
});
