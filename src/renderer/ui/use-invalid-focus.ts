// After a refused submit the focus goes to the first field that has to be mended, and its error is read out.
import { type RefObject, useEffect, useRef } from 'react';

/** @param fields the errors by field; only a field that was fine before moves the focus, never one being mended. */
export function useInvalidFocus(form: RefObject<HTMLElement | null>, fields: Readonly<Record<string, string | undefined>>): void {
  const before = useRef(fields);
  useEffect(() => {
    const grown = Object.keys(fields).some((field) => before.current[field] === undefined);
    before.current = fields;
    if (grown) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, fields]);
}
