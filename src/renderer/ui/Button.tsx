// A native button that cannot be pressed twice by accident.
import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'onClick' | 'className' | 'style'> {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly wide?: boolean;
  readonly iconOnly?: boolean;
  readonly icon?: ReactNode;
  /** Its work is under way: it stays focusable, says so, and does nothing. */
  readonly pending?: boolean;
  readonly unavailable?: boolean;
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * `aria-disabled` instead of `disabled`: a button that loses focus while it works throws keyboard users back to the top of the page.
 * The second click of a double click and the repeats of a held Enter are dropped: with fast answers they would act on the next payment.
 */
export function Button(props: ButtonProps) {
  const { kind = 'plain', wide, iconOnly, icon, pending = false, unavailable = false, onPress, type = 'button', children, ...rest } = props;
  const idle = pending || unavailable;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (idle || event.detail > 1) {
      event.preventDefault();
      return;
    }
    onPress?.();
  };
  const keyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    rest.onKeyDown?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className="button"
      data-kind={kind}
      data-wide={wide}
      data-icon-only={iconOnly}
      data-pending={pending}
      aria-disabled={idle}
      aria-busy={pending}
      onClick={click}
      onKeyDown={keyDown}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
