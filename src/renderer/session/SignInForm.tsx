// The sign-in form, with the explicit yes that plain http beyond this computer needs, and the way into practice.
import { GraduationCap } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import type { SessionView, SignInInput } from '../../shared/ipc/session-schemas.ts';
import type { Result } from '../../shared/result.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { withoutField } from '../ui/field-errors.ts';
import { Note } from '../ui/Note.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useInvalidFocus } from '../ui/use-invalid-focus.ts';
import { useOnce } from '../ui/use-once.ts';
import { AcceptPlainHttp } from './AcceptPlainHttp.tsx';
import { PasswordField } from './PasswordField.tsx';
import { ServerChoice } from './ServerChoice.tsx';
import { StillWaiting } from './StillWaiting.tsx';
import { isUnencrypted } from './server-name.ts';
import { checkSignIn, NO_ERRORS, type SignInErrors, type SignInField, signInErrors } from './sign-in-errors.ts';

interface SignInFormProps {
  readonly draft: SignInInput;
  readonly servers: readonly RememberedServer[];
  /** The one of them that the address names. */
  readonly known: RememberedServer | null;
  readonly notice: string | null;
  readonly onDraft: (draft: SignInInput) => void;
  readonly onSignIn: (input: SignInInput) => Promise<Result<SessionView>>;
  readonly onGiveUp: () => void;
  readonly onPractice: () => Promise<Result<SessionView>>;
  readonly onRegister: () => void;
  readonly onCheck: () => void;
}

export function SignInForm({
  draft,
  servers,
  known,
  notice,
  onDraft,
  onSignIn,
  onGiveUp,
  onPractice,
  onRegister,
  onCheck,
}: SignInFormProps) {
  const [errors, setErrors] = useState<SignInErrors>(NO_ERRORS);
  const form = useRef<HTMLFormElement>(null);
  useInvalidFocus(form, errors.fields);
  const [pending, run] = useOnce();
  const [opening, open] = useOnce();
  const gaveUp = useRef(false);
  const [refused, setRefused] = useState(false);
  // A yes that was given to this very server before holds, and stays in sight; here it can be taken back.
  const given = known?.acceptPlainHttp === true && isUnencrypted(known.address);
  const accepted = draft.acceptPlainHttp || (given && !refused);
  const change = (field: SignInField) => (value: string) => {
    // A yes to plain http was a yes to that address only, and so was taking it back.
    if (field === 'server') setRefused(false);
    onDraft({ ...draft, [field]: value, ...(field === 'server' ? { acceptPlainHttp: false } : {}) });
    setErrors({ ...errors, fields: withoutField(errors.fields, field), insecure: field === 'server' ? false : errors.insecure });
  };
  const choose = (server: RememberedServer) => {
    setRefused(false);
    setErrors(NO_ERRORS);
    onDraft({ server: server.address, username: server.username, password: '', acceptPlainHttp: server.acceptPlainHttp });
  };
  const failed = (error: AppError) => setErrors(signInErrors(error));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = checkSignIn(draft);
    setErrors(missing);
    if (Object.keys(missing.fields).length > 0) return;
    gaveUp.current = false;
    run(async () => {
      const result = await onSignIn({ ...draft, acceptPlainHttp: accepted, server: draft.server.trim(), username: draft.username.trim() });
      // Who has given up needs no message about it.
      if (!result.ok && !gaveUp.current) failed(result.error);
    });
  };
  const giveUp = () => {
    gaveUp.current = true;
    onGiveUp();
  };
  const practise = () =>
    open(async () => {
      const result = await onPractice();
      if (!result.ok) failed(result.error);
    });
  return (
    <>
      <form ref={form} className="form" onSubmit={submit} noValidate aria-labelledby="door-title">
        <h1 id="door-title" className="door-title">
          Sign in
        </h1>
        {notice === null ? null : <Note tone="info">{notice}</Note>}
        {servers.length < 2 ? null : <ServerChoice servers={servers} chosen={known} onChoose={choose} />}
        <Field label="Server address" type="url" value={draft.server} onChange={change('server')} error={errors.fields.server} />
        {errors.insecure || accepted || given ? (
          <AcceptPlainHttp
            accepted={accepted}
            onAccept={(acceptPlainHttp) => {
              setRefused(!acceptPlainHttp);
              onDraft({ ...draft, acceptPlainHttp });
            }}
          />
        ) : null}
        <Field
          label="Username"
          autoFocus={draft.username === ''}
          autoComplete="username"
          value={draft.username}
          onChange={change('username')}
          error={errors.fields.username}
        />
        <PasswordField
          label="Password"
          autoFocus={draft.username !== ''}
          value={draft.password}
          onChange={change('password')}
          error={errors.fields.password}
        />
        <Problem text={errors.summary} spokenOnly={errors.summary === errors.fields.server} />
        <Button type="submit" kind="primary" wide pending={pending}>
          Sign in
        </Button>
        <StillWaiting waiting={pending} words="Cancel" onGiveUp={giveUp} />
        <Button wide onPress={onRegister} unavailable={pending}>
          Create account
        </Button>
        <Button kind="quiet" wide onPress={onCheck} unavailable={pending}>
          Check the connection
        </Button>
      </form>
      <section className="door-practice" aria-label="Practice">
        <p className="soft">New here, or training someone? The practice store is made up: nothing in it is real.</p>
        <Button kind="quiet" icon={<GraduationCap size={16} aria-hidden="true" />} pending={opening} onPress={practise}>
          Open practice store
        </Button>
      </section>
    </>
  );
}
