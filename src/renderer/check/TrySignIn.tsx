// Before anybody is signed in: whether the typed user name and password are to be tried as well. Only ever by the person's own yes.
import { Tick } from '../ui/Tick.tsx';

interface TrySignInProps {
  readonly typed: { readonly username: string; readonly password: string };
  readonly tried: boolean;
  readonly onTry: (tried: boolean) => void;
}

export function TrySignIn({ typed, tried, onTry }: TrySignInProps) {
  if (typed.username.trim() === '' || typed.password === '') {
    return <p className="soft">More can be tested with a sign-in: close this, type user name and password, and check again.</p>;
  }
  return (
    <Tick checked={tried} onChange={onTry}>
      When checking again, also try the user name and password typed at the sign-in. The server sees one sign-in; nothing of it is kept
      here.
    </Tick>
  );
}
