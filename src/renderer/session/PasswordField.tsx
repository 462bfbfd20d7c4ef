// A password box that says when Caps Lock is on: the most common reason for a "wrong" password at a shared counter.
import { useState } from 'react';
import { Field } from '../ui/Field.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly fresh?: boolean;
}

export function PasswordField({ fresh = false, ...field }: PasswordFieldProps) {
  const [capsLock, setCapsLock] = useState(false);
  return (
    <Field
      {...field}
      type="password"
      autoComplete={fresh ? 'new-password' : 'current-password'}
      help={capsLock ? 'Caps Lock is on.' : undefined}
      onKey={(event) => setCapsLock(event.getModifierState('CapsLock'))}
    />
  );
}
