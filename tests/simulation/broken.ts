// A rule that did not hold: what the simulation looks for.
export class BrokenInvariant extends Error {}

export function hold(condition: boolean, rule: string): void {
  if (!condition) throw new BrokenInvariant(rule);
}
