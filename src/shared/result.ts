// Expected failures are values: what crosses the bridge is either a value or one of the closed AppError union.
import type { AppError } from './errors/app-error.ts';

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}
