// The contract of the bridge: strict on every level, so that nothing crosses it by accident.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { events, requests } from '../../src/shared/ipc/contract.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/ipc/session-schemas.ts';

type Schema = v.GenericSchema & { readonly type: string; readonly [part: string]: unknown };

/** A schema and all that it is made of. */
function allWithin(schema: Schema): Schema[] {
  return [schema, ...Object.values(schema).flatMap((part) => schemasIn(part).flatMap(allWithin))];
}

/** What would let unknown fields through. */
function looseParts(schema: unknown): string[] {
  return allWithin(schema as Schema)
    .map(({ type }) => type)
    .filter((type) => ['object', 'loose_object', 'object_with_rest', 'any', 'unknown'].includes(type));
}

function fieldNames(schema: unknown): string[] {
  return allWithin(schema as Schema).flatMap(({ entries }) => Object.keys(entries ?? {}));
}

function schemasIn(value: unknown): Schema[] {
  if (Array.isArray(value)) return value.flatMap(schemasIn);
  if (typeof value !== 'object' || value === null) return [];
  // A field may be called "kind", too; valibot's own says what it is in words.
  if ('kind' in value && typeof value.kind === 'string') return value.kind === 'schema' ? [value as Schema] : [];
  return Object.values(value).flatMap(schemasIn);
}

const SCHEMAS = [
  ...Object.entries(requests).flatMap(
    ([name, { input, output }]) =>
      [
        [`${name} in`, input],
        [`${name} out`, output],
      ] as const,
  ),
  ...Object.entries(events).map(([name, payload]) => [name, payload] as const),
];

describe('every schema of the contract', () => {
  it.each(SCHEMAS)('%s lets no unknown field through', (_name, schema) => {
    expect(looseParts(schema)).toEqual([]);
  });

  it.each(SCHEMAS)('%s has no field for a token', (_name, schema) => {
    expect(fieldNames(schema).filter((name) => /^(access|refresh|token|key|secret|authorization)$/i.test(name))).toEqual([]);
  });

  it('is searched to its depth', () => {
    const loose = v.strictObject({ a: v.array(v.nullable(v.object({ token: v.string() }))) });
    expect([looseParts(loose), fieldNames(loose)]).toEqual([['object'], ['a', 'token']]);
    expect(fieldNames(requests['history.state'].output)).toContain('reference');
  });
});

describe('settings', () => {
  it.each(['', 'EUR', 'NPR'])('%j is a currency', (currency) => {
    expect(v.is(requests['settings.save'].input, { ...DEFAULT_SETTINGS, currency })).toBe(true);
  });

  it.each(['eur', 'EURO', 'E', '€', ' EUR', '123', null])('%j is none', (currency) => {
    expect(v.is(requests['settings.save'].input, { ...DEFAULT_SETTINGS, currency })).toBe(false);
  });

  it.each([0, 4, 10])('a hold of %d seconds may be set', (hold) => {
    expect(v.is(requests['settings.save'].input, { ...DEFAULT_SETTINGS, hold })).toBe(true);
  });

  it.each([-1, 11, 2.5, '4', null])('a hold of %j may not', (hold) => {
    expect(v.is(requests['settings.save'].input, { ...DEFAULT_SETTINGS, hold })).toBe(false);
  });

  it.each(['', '0', '500', '500.00', '0.0001'])('%j is a limit for marks', (confirmAbove) => {
    expect(v.is(requests['settings.save'].input, { ...DEFAULT_SETTINGS, confirmAbove })).toBe(true);
  });

  it.each(['-1', '1,000', '1e3', '1.23456', ' 5', '5.', 'all', 5])('%j is none', (confirmAbove) => {
    expect(v.is(requests['settings.save'].input, { ...DEFAULT_SETTINGS, confirmAbove })).toBe(false);
  });
});

it('a picture reaches the page only as data', () => {
  const { output } = requests['profile.picture'];
  expect([null, 'data:image/png;base64,AA=='].every((value) => v.is(output, value))).toBe(true);
  expect(['https://evil.example/x.png', 'javascript:alert(1)', 'data:text/html,x', ''].some((value) => v.is(output, value))).toBe(false);
});
