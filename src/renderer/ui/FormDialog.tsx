// A modal dialog that carries one form: named by its heading, closed by Escape, never by a stray click beside it.
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useInvalidFocus } from './use-invalid-focus.ts';

interface FormDialogProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly open: boolean;
  /** For rows of facts instead of fields. */
  readonly wide?: boolean;
  /** Absent: the dialog has to be answered. */
  readonly onClose?: () => void;
  /** Errors by field: a new one takes the focus. */
  readonly invalid?: Readonly<Record<string, string | undefined>>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

const NONE = {};

export function FormDialog({ title, lead, open, wide = false, invalid = NONE, onClose, onSubmit, children }: FormDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  useInvalidFocus(form, invalid);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(next) => {
        if (!next) onClose?.();
      }}
    >
      <Modal>
        <Dialog className="dialog" data-wide={wide}>
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          {lead === undefined ? null : <p className="dialog-lead">{lead}</p>}
          <form ref={form} className="form" onSubmit={submit} noValidate>
            {children}
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
