// The short name of a server for the strip and for sentences: its host and port.

/** @returns host and port of a full address; an address that is none is given back as typed. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address.trim();
}

/** Plain http to a machine other than this one: said on screen for as long as it is used. */
export function isUnencrypted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
