// The session ended: signing in again over the untouched screen. The user name is fixed, so nobody lands in another person's work.
import { useRef, useState } from 'react';
import type { SessionView, SignInInput } from '../../shared/ipc/session-schemas.ts';
import type { Result } from '../../shared/result.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useOnce } from '../ui/use-once.ts';
import { AcceptPlainHttp } from './AcceptPlainHttp.tsx';
import { PasswordField } from './PasswordField.tsx';
import { StillWaiting } from './StillWaiting.tsx';
import { hostOf } from './server-name.ts';
import { checkSignIn, NO_ERRORS, type SignInErrors, signInErrors } from './sign-in-errors.ts';

interface SignInAgainProps {
  readonly view: Extract<SessionView, { state: 'expired' }>;
  /** The yes to plain http that was given to this server. */
  readonly accepted: boolean;
  readonly onSignIn: (input: SignInInput) => Promise<Result<SessionView>>;
  readonly onGiveUp: () => void;
  readonly onSignOut: () => void;
  /** Somebody else wants to sit down here. */
  readonly onLeave: () => void;
}

export function SignInAgain({ view, accepted, onSignIn, onGiveUp, onSignOut, onLeave }: SignInAgainProps) {
  const [password, setPassword] = useState('');
  const [acceptPlainHttp, setAccept] = useState(accepted);
  const [errors, setErrors] = useState<SignInErrors>(NO_ERRORS);
  const [pending, run] = useOnce();
  const gaveUp = useRef(false);
  const submit = () => {
    const input = { server: view.server, username: view.username, password, acceptPlainHttp };
    const missing = checkSignIn(input);
    setErrors(missing);
    if (Object.keys(missing.fields).length > 0) return;
    gaveUp.current = false;
    run(async () => {
      const result = await onSignIn(input);
      if (!result.ok && !gaveUp.current) setErrors(signInErrors(result.error));
    });
  };
  return (
    <FormDialog
      open
      invalid={errors.fields}
      title="Sign in"
      lead={`Your session at ${hostOf(view.server)} has ended. Nothing on this screen is lost.`}
      onSubmit={submit}
    >
      <Field label="Username" value={view.username} onChange={() => undefined} readOnly />
      <PasswordField label="Password" autoFocus value={password} onChange={setPassword} error={errors.fields.password} />
      {errors.insecure || accepted ? <AcceptPlainHttp accepted={acceptPlainHttp} onAccept={setAccept} /> : null}
      <Problem text={errors.summary} />
      <StillWaiting
        waiting={pending}
        words="Cancel"
        onGiveUp={() => {
          gaveUp.current = true;
          onGiveUp();
        }}
      />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={onLeave}>
          Somebody else
        </Button>
        <Button kind="quiet" onPress={onSignOut}>
          Sign out
        </Button>
        <Button type="submit" kind="primary" pending={pending}>
          Sign in
        </Button>
      </div>
    </FormDialog>
  );
}
