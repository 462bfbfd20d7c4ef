// What a kill run prints and leaves behind: each point with its rounds, and how long the starts after the crashes took.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Figures } from './judge.ts';
import type { Round } from './round.ts';

export interface Report {
  add(point: string, seed: number, round: Pick<Round, 'flaws' | 'figures' | 'start'>): void;
  /** A try that came too late for its point: not counted as a round. */
  overshot(point: string): void;
  /** A round that could not be played to its end. */
  broke(point: string, seed: number, thrown: unknown): void;
  /** Prints the table and writes the file. @returns how many points failed. */
  end(path: string): number;
}

interface Line extends Record<keyof Figures, number> {
  rounds: number;
  failed: number;
  overshot: number;
}

const NONE: Line = { rounds: 0, failed: 0, overshot: 0, asked: 0, acknowledged: 0, carriedOut: 0, repeated: 0 };

export function openReport(points: readonly string[]): Report {
  const lines = new Map<string, Line>(points.map((name) => [name, { ...NONE }]));
  const opened: number[] = [];
  const started: number[] = [];
  const failures: string[] = [];
  const began = performance.now();

  const fail = (point: string, seed: number, flaws: readonly string[]): void => {
    const line = lines.get(point);
    if (line !== undefined) line.failed += 1;
    failures.push(...flaws.map((flaw) => `${point}, seed ${seed}: ${flaw}`));
    process.stdout.write(`FAILED ${point}: ${flaws.join('\n       ')}\n       Again: npm run kill -- --rounds 1 --seed ${seed}\n`);
  };

  return {
    add: (point, seed, { flaws, figures, start }) => {
      const line = lines.get(point) ?? { ...NONE };
      line.rounds += 1;
      for (const name of Object.keys(figures) as (keyof Figures)[]) line[name] += figures[name];
      opened.push(start.journal);
      started.push(start.whole);
      if (flaws.length > 0) fail(point, seed, flaws);
      if (opened.length % 50 === 0) process.stdout.write(`${opened.length} rounds\n`);
    },
    overshot: (point) => {
      const line = lines.get(point);
      if (line !== undefined) line.overshot += 1;
    },
    broke: (point, seed, thrown) => {
      const line = lines.get(point);
      if (line !== undefined) line.rounds += 1;
      fail(point, seed, [thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)]);
    },
    end: (path) => {
      const played = [...lines].filter(([, { rounds }]) => rounds > 0);
      const figures = { journalMs: spread(opened), startMs: spread(started) };
      process.stdout.write(table(played));
      const { journalMs: journal, startMs: start } = figures;
      process.stdout.write(
        `After a crash: the journal is open in ${journal.median} ms (at most ${journal.most}), ` +
          `somebody is signed in ${start.median} ms after the start of the process (at most ${start.most}). ` +
          `${opened.length} rounds in ${Math.round((performance.now() - began) / 1_000)} s.\n`,
      );
      const failed = played.filter(([, line]) => line.failed > 0).length;
      mkdirSync(dirname(path), { recursive: true });
      const told = {
        passed: played.length - failed,
        failed,
        rounds: opened.length,
        points: Object.fromEntries(played),
        ...figures,
        failures,
      };
      writeFileSync(path, `${JSON.stringify(told, null, 2)}\n`);
      return failed;
    },
  };
}

function table(played: readonly (readonly [string, Line])[]): string {
  const columns = Object.keys(NONE) as (keyof Line)[];
  const head = `${'point'.padEnd(20)}${columns.map((name) => name.padStart(14)).join('')}\n`;
  return (
    head + played.map(([name, line]) => `${name.padEnd(20)}${columns.map((each) => String(line[each]).padStart(14)).join('')}\n`).join('')
  );
}

function spread(values: readonly number[]): { readonly median: number; readonly most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), most: Math.round(sorted.at(-1) ?? 0) };
}
