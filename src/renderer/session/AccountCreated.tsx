// After an account was created without being signed in: what the server wants next.
import { useEffect } from 'react';
import { useAnnouncements } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { readableText } from '../ui/server-text.ts';

interface AccountCreatedProps {
  readonly said: string | null;
  readonly confirm: boolean;
  readonly onDone: () => void;
}

export function AccountCreated({ said, confirm, onDone }: AccountCreatedProps) {
  const announcements = useAnnouncements();
  const next = confirm
    ? 'Your account was created. Confirm your e-mail address with the message that the server sends you, then sign in.'
    : 'Your account was created. Sign in with it now.';
  useEffect(() => announcements.getState().announce(next), [announcements, next]);
  return (
    <section className="form" aria-labelledby="created-title">
      <h1 id="created-title" className="door-title">
        Account created
      </h1>
      <Note tone="good">{next}</Note>
      {said === null ? null : (
        <p className="soft">
          The server says: <bdi className="copy">{readableText(said)}</bdi>
        </p>
      )}
      <Button kind="primary" wide autoFocus onPress={onDone}>
        Go to sign-in
      </Button>
    </section>
  );
}
