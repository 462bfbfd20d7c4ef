// Said for as long as it is so: all that the server tells is this person's own, so there may be more than anybody can see here.
interface OwnOnlyProps {
  readonly ownOnly: boolean;
}

export function OwnOnly({ ownOnly }: OwnOnlyProps) {
  if (!ownOnly) return null;
  return <p className="orders-own soft">Every order here is your own. The server may have others that it does not show you.</p>;
}
