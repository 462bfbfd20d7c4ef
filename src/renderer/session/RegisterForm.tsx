// A new account: eight fields, helpful rules first, then whatever the server says under the field it says it of.
import { type FormEvent, useRef, useState } from 'react';
import { describeError } from '../../shared/errors/describe.ts';
import type { RegisterInput, RegisterOutput } from '../../shared/ipc/session-schemas.ts';
import type { Result } from '../../shared/result.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { type SortedError, sortError, withoutField } from '../ui/field-errors.ts';
import { Problem } from '../ui/Problem.tsx';
import { useInvalidFocus } from '../ui/use-invalid-focus.ts';
import { useOnce } from '../ui/use-once.ts';
import { AcceptPlainHttp } from './AcceptPlainHttp.tsx';
import { PasswordField } from './PasswordField.tsx';
import { ACCOUNT_NAMES, type AccountDraft, type AccountField, checkAccount } from './registration.ts';
import { hostOf } from './server-name.ts';

interface RegisterFormProps {
  readonly server: { readonly server: string; readonly acceptPlainHttp: boolean };
  readonly draft: AccountDraft;
  readonly onDraft: (draft: AccountDraft) => void;
  readonly onAccept: (accepted: boolean) => void;
  readonly onRegister: (input: RegisterInput) => Promise<Result<RegisterOutput>>;
  readonly onCreated: (outcome: RegisterOutput) => void;
  readonly onBack: () => void;
}

export function RegisterForm({ server, draft, onDraft, onAccept, onRegister, onCreated, onBack }: RegisterFormProps) {
  const [errors, setErrors] = useState<SortedError<AccountField>>({ fields: {}, summary: null });
  const [insecure, setInsecure] = useState(server.acceptPlainHttp);
  const form = useRef<HTMLFormElement>(null);
  useInvalidFocus(form, errors.fields);
  const [pending, run] = useOnce();
  const bind = (field: AccountField) => ({
    value: draft[field],
    error: errors.fields[field],
    onChange: (value: string) => {
      onDraft({ ...draft, [field]: value });
      setErrors({ ...errors, fields: withoutField(errors.fields, field) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = checkAccount(draft);
    setErrors({ fields, summary: null });
    if (Object.keys(fields).length > 0) return;
    run(async () => {
      const result = await onRegister({ ...draft, server: server.server.trim(), acceptPlainHttp: server.acceptPlainHttp });
      if (result.ok) return onCreated(result.value);
      setInsecure(insecure || result.error.kind === 'insecure-address');
      const sorted = sortError(result.error, ACCOUNT_NAMES);
      // Even when every line stands under its field, the alert says that the account was not created.
      setErrors({ ...sorted, summary: sorted.summary ?? describeError(result.error) });
    });
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate aria-labelledby="door-title">
      <div>
        <h1 id="door-title" className="door-title">
          Create account
        </h1>
        <p className="soft">
          at <bdi className="copy">{hostOf(server.server) || 'no server yet: go back and type its address'}</bdi>
        </p>
      </div>
      <div className="form-pair">
        <Field label="Username" autoComplete="username" autoFocus {...bind('username')} />
        <Field label="Email" type="email" autoComplete="email" {...bind('email')} />
        <PasswordField label="Password" fresh {...bind('password')} />
        <PasswordField label="Repeat password" fresh {...bind('repeatPassword')} />
        <Field label="First name" autoComplete="given-name" {...bind('firstName')} />
        <Field label="Last name" autoComplete="family-name" {...bind('lastName')} />
        <Field label="Phone number" type="tel" autoComplete="tel" {...bind('phoneNumber')} />
        <Field label="Address" autoComplete="street-address" {...bind('address')} />
      </div>
      {insecure ? <AcceptPlainHttp accepted={server.acceptPlainHttp} onAccept={onAccept} /> : null}
      <Problem text={errors.summary} />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={onBack}>
          Back
        </Button>
        <Button type="submit" kind="primary" pending={pending}>
          Create account
        </Button>
      </div>
    </form>
  );
}
