// The long run: seeds one after the other, with progress. Ends at the first broken rule and prints its seed.
import { simulate } from './simulate.ts';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const [seeds, from, steps] = [option('seeds', 1_000), option('from', 1), option('steps', 250)];
const began = performance.now();
const COUNTS = ['steps', 'requests', 'crashes', 'operations', 'writes'] as const;
const total = new Map<string, number>(COUNTS.map((name) => [name, 0]));
const add = (name: string, count: number): unknown => total.set(name, (total.get(name) ?? 0) + count);

function told(done: number): string {
  const counts = [...total].map(([name, count]) => `${count} ${name}`).join(', ');
  return `${done} seeds in ${((performance.now() - began) / 1_000).toFixed(0)} s: ${counts}`;
}

let done = 0;
try {
  for (; done < seeds; done += 1) {
    const figures = await simulate(from + done, steps);
    for (const name of COUNTS) add(name, figures[name]);
    for (const [name, count] of Object.entries(figures.ended)) add(name, count);
    if ((done + 1) % 1_000 === 0) process.stdout.write(`${told(done + 1)}\n`);
  }
  process.stdout.write(`All held. ${told(done)}\n`);
} catch (thrown) {
  process.stdout.write(
    `${thrown instanceof Error ? `${thrown.message}\n${thrown.cause instanceof Error ? thrown.cause.stack : ''}` : String(thrown)}\n`,
  );
  process.stdout.write(`Again: npm run simulate -- --seeds 1 --from ${from + done}\n`);
  process.exitCode = 1;
}
