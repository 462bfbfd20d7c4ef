// The command line that people and tests use: `--server=URL` fills in the server address. `--user-data-dir=DIR` is Chromium's own.

/** @returns the value of `--name=value`, the last one given; null where it is absent or empty. */
export function readSwitch(argv: readonly string[], name: string): string | null {
  const start = `--${name}=`;
  return argv.findLast((argument) => argument.startsWith(start))?.slice(start.length) || null;
}
