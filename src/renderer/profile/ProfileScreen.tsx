// Profile: the person's own facts at the server, and the form that changes them.
import { type FormEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { describeError } from '../../shared/errors/describe.ts';
import { useAnnouncements, useSpoken } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { Button } from '../ui/Button.tsx';
import { Field, type FieldProps } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { useInvalidFocus } from '../ui/use-invalid-focus.ts';
import { useOnce } from '../ui/use-once.ts';
import { initials, type ProfileField } from './profile-store.ts';
import './profile.css';

const FIELDS: readonly (Pick<FieldProps, 'label' | 'type'> & { readonly field: ProfileField })[] = [
  { field: 'firstName', label: 'First name' },
  { field: 'lastName', label: 'Last name' },
  { field: 'email', label: 'Email', type: 'email' },
  { field: 'phoneNumber', label: 'Phone number', type: 'tel' },
  { field: 'address', label: 'Address' },
];

export function ProfileScreen({ desk }: { readonly desk: Desk }) {
  const state = useStore(desk.profile);
  const { profile, edits, errors, read } = state;
  const announcements = useAnnouncements();
  const form = useRef<HTMLFormElement>(null);
  useInvalidFocus(form, errors);
  useSpoken(state.problem === null ? null : describeError(state.problem));
  const [pending, run] = useOnce();
  useEffect(() => void read(), [read]);
  const changed = Object.keys(edits).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      if (await state.save()) announcements.getState().announce('Your profile was saved.');
    });
  };
  return (
    <section className="screen" aria-label="Profile">
      <header className="screen-head">
        <div>
          <h1 className="screen-title">Profile</h1>
          <p className="soft">How the shop’s server knows you.</p>
        </div>
      </header>
      {state.problem === null ? null : (
        <Note tone="warn">
          {describeError(state.problem)}{' '}
          <button type="button" className="inline-action" onClick={() => void read()}>
            Try again
          </button>
        </Note>
      )}
      {profile === null ? (
        state.problem === null ? (
          <div className="profile-waiting bone narrow" aria-hidden="true" />
        ) : null
      ) : (
        <form ref={form} className="profile narrow" onSubmit={submit} noValidate aria-label="Profile">
          <div className="profile-who">
            {state.picture === null ? (
              <span className="profile-picture" aria-hidden="true">
                {initials(profile.fields, profile.username)}
              </span>
            ) : (
              <img className="profile-picture" src={state.picture} alt="You" />
            )}
            <div>
              <p className="profile-name">
                <ServerText text={`${profile.fields.firstName} ${profile.fields.lastName}`} absent={profile.username} whole />
              </p>
              <p className="soft">
                <ServerText text={profile.username} whole />
              </p>
            </div>
          </div>
          <div className="form-pair">
            {FIELDS.map(({ field, ...rest }) => (
              <Field
                key={field}
                {...rest}
                value={edits[field] ?? profile.fields[field]}
                error={errors[field]}
                onChange={(value) => state.edit(field, value)}
              />
            ))}
          </div>
          <Problem text={state.summary} />
          <div className="profile-actions">
            <Button type="submit" kind="primary" pending={pending}>
              Save profile
            </Button>
            {changed === 0 ? null : (
              <>
                <Button kind="quiet" onPress={state.discard}>
                  Discard changes
                </Button>
                <span className="soft">{changed === 1 ? 'One change is not saved.' : `${changed} changes are not saved.`}</span>
              </>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
