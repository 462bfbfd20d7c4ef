// The guide names no method for the payment update. It is learned from the server (`Allow`, 405, a 400 that asks for more) and remembered.

/** `PUT-whole`: the server wants order and amount beside the status. */
export const UPDATE_METHODS = ['PATCH', 'PUT-whole', 'PUT', 'POST'] as const;
export type UpdateMethod = (typeof UPDATE_METHODS)[number];

export function isUpdateMethod(text: unknown): text is UpdateMethod {
  return UPDATE_METHODS.some((method) => method === text);
}

/**
 * The methods worth trying, best first. PATCH says just what is meant; PUT with the whole object cannot blank a field by leaving it out;
 * PUT with the status alone is what the guide's body shows; POST is what is left.
 * @param allow the server's `Allow` header, or null where it told none: then all of them.
 */
export function methodsFrom(allow: string | null): readonly UpdateMethod[] {
  if (allow === null || allow.trim() === '') return UPDATE_METHODS;
  const allowed = new Set(allow.split(',').map((method) => method.trim().toUpperCase()));
  return UPDATE_METHODS.filter((method) => allowed.has(method.split('-')[0] ?? ''));
}

/** A 400 about `order` or `amount` while only the status was sent: the server wants the whole object. Nothing was executed. */
export function wantsWhole(fields: Readonly<Record<string, readonly string[]>>): boolean {
  return 'order' in fields || 'amount' in fields;
}
