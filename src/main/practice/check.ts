// The outcome of checking one sent value: the value as understood, or the sentences that say what is wrong with it.

export type Check<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

export const fine = <T>(value: T): Check<T> => ({ ok: true, value });

export const wrong = (...problems: readonly string[]): Check<never> => ({ ok: false, problems });
