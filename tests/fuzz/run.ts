// The long run: one fuzzed answer a seed, with progress. Ends at the first broken rule and prints its seed.
import { examine } from './examine.ts';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const [runs, from] = [option('runs', 1_000), option('from', 1)];
const began = performance.now();
const became = new Map<string, number>();

const told = (done: number): string => {
  const counts = [...became].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${count} ${name}`);
  return `${done} answers in ${((performance.now() - began) / 1_000).toFixed(0)} s: ${counts.join(', ')}`;
};

let done = 0;
try {
  for (; done < runs; done += 1) {
    const name = await examine(from + done);
    became.set(name, (became.get(name) ?? 0) + 1);
    if ((done + 1) % 10_000 === 0) process.stdout.write(`${told(done + 1)}\n`);
  }
  process.stdout.write(`All held. ${told(done)}\n`);
} catch (thrown) {
  process.stdout.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  process.stdout.write(`Again: npm run fuzz -- --runs 1 --from ${from + done}\n`);
  process.exitCode = 1;
}
