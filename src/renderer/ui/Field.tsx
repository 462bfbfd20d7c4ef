// A labelled text box whose help or error is its accessible description.
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  /** Gives way to the error, so that the description says one thing at a time. */
  readonly help?: ReactNode;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'url';
  readonly autoComplete?: string;
  readonly numeric?: boolean;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onKey?: (event: { getModifierState(key: 'CapsLock'): boolean }) => void;
}

export function Field(props: FieldProps) {
  const { label, value, onChange, error, help, type = 'text', numeric = false, onKey } = props;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== undefined}
      isRequired={props.required ?? false}
      isReadOnly={props.readOnly ?? false}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus ?? false}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <span className="field-box">
        <Input
          className="input"
          dir={numeric || type !== 'text' ? 'ltr' : 'auto'}
          data-numeric={numeric}
          inputMode={numeric ? 'decimal' : undefined}
          placeholder={props.placeholder ?? ' '}
          autoCapitalize="none"
          onKeyUp={onKey}
          onKeyDown={onKey}
        />
      </span>
      {error === undefined && help !== undefined ? (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
