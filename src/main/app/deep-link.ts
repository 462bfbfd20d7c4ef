// Links from outside, `paydesk://order/123`: read by the letter. They come from anybody, so nothing else is ever made of them.

/** What the operating system starts Paydesk for. */
export const LINK_SCHEME = 'paydesk';

const ORDER = /^paydesk:\/\/order\/(\d{1,15})\/?$/;
const CALLS_ITSELF_LINK = /^\s*paydesk:/i;

export function orderLink(order: number): string {
  return `${LINK_SCHEME}://order/${order}`;
}

/** `none`: there is no link. `refused`: there is something that calls itself one, or several of them. */
export type LinkRead = { readonly kind: 'none' } | { readonly kind: 'refused' } | { readonly kind: 'order'; readonly order: number };

/** @param argv a command line, or what macOS hands over. Chromium puts switches of its own among it. */
export function readLink(argv: readonly string[]): LinkRead {
  const links = argv.filter((argument) => CALLS_ITSELF_LINK.test(argument));
  const [link] = links;
  if (link === undefined) return { kind: 'none' };
  const order = links.length === 1 ? Number(ORDER.exec(link)?.[1] ?? 0) : 0;
  return order > 0 ? { kind: 'order', order } : { kind: 'refused' };
}

/**
 * Threat: a link with a quote in it becomes several arguments where the system splits the line that starts us, and brings switches of its own
 * (`--server=`). Mechanism: they can only come after it, so only what stands before is a switch; the same for the `--` that we register.
 * Source: CVE-2018-1000006.
 */
export function withoutLink(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex((argument) => argument === '--' || CALLS_ITSELF_LINK.test(argument));
  return at === -1 ? argv : argv.slice(0, at);
}
