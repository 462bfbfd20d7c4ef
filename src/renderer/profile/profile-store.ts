// The person's own profile: what the server holds, and what has been changed but not saved.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { PROFILE_FIELDS, ProfileFields, ProfileView } from '../../shared/ipc/session-schemas.ts';
import type { Client } from '../bridge.ts';
import { type FieldErrors, sortError, withoutField } from '../ui/field-errors.ts';

export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** The server’s names as the guide gives them, and others that are seen. */
export const PROFILE_NAMES: Readonly<Record<string, ProfileField>> = {
  first_name: 'firstName',
  last_name: 'lastName',
  email: 'email',
  phone_no: 'phoneNumber',
  phone_number: 'phoneNumber',
  phone: 'phoneNumber',
  address: 'address',
};

interface ProfileState {
  readonly profile: ProfileView | null;
  readonly picture: string | null;
  /** Only what differs from the server's: a re-read brings news without touching what is being typed. */
  readonly edits: Readonly<Partial<ProfileFields>>;
  readonly errors: FieldErrors<ProfileField>;
  readonly summary: string | null;
  readonly problem: AppError | null;
  read(): Promise<void>;
  edit(field: ProfileField, value: string): void;
  discard(): void;
  /** @returns whether it was saved. */
  save(): Promise<boolean>;
}

export type ProfileStore = StoreApi<ProfileState>;

export function createProfileStore(client: Client): ProfileStore {
  return createStore<ProfileState>((set, get) => ({
    profile: null,
    picture: null,
    edits: {},
    errors: {},
    summary: null,
    problem: null,
    async read() {
      const result = await client.request('profile.read', null);
      if (!result.ok) return set({ problem: result.error });
      set({ profile: result.value, problem: null });
      if (!result.value.hasPicture) return set({ picture: null });
      const picture = await client.request('profile.picture', null);
      if (picture.ok) set({ picture: picture.value });
    },
    edit(field, value) {
      const { [field]: _before, ...others } = get().edits;
      const same = get().profile?.fields[field] === value;
      set({ edits: same ? others : { ...others, [field]: value }, errors: withoutField(get().errors, field) });
    },
    discard: () => set({ edits: {}, errors: {}, summary: null }),
    async save() {
      const { profile, edits } = get();
      if (profile === null) return false;
      const result = await client.request('profile.save', { ...profile.fields, ...edits });
      if (!result.ok) {
        const { fields, summary } = sortError(result.error, PROFILE_NAMES);
        set({ errors: fields, summary: summary ?? describeError(result.error) });
        return false;
      }
      // Typed on while it was being saved: that stays an edit.
      set({ profile: result.value, edits: changedSince(get().edits, edits), errors: {}, summary: null });
      return true;
    },
  }));
}

function changedSince(now: Partial<ProfileFields>, sent: Partial<ProfileFields>): Partial<ProfileFields> {
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => sent[field as ProfileField] !== value));
}

/** Two letters for a person without a picture. */
export function initials(fields: Pick<ProfileFields, 'firstName' | 'lastName'>, username: string): string {
  const words = `${fields.firstName} ${fields.lastName}`.trim() || username;
  const letters = words.split(/[\s._-]+/).map((word) => [...word][0] ?? '');
  return letters.slice(0, 2).join('').toLocaleUpperCase();
}
