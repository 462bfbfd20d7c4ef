// Which of a query's problems is told, how loudly, and which letters of the box are marked. Pure.
import type { QueryProblem } from '../../shared/domain/query/terms.ts';

export interface ToldProblem {
  readonly message: string;
  /** A hint to somebody who is still typing there; no mistake yet. */
  readonly hint: boolean;
}

/** @param caret null: nobody types. The problem where somebody types is told before others; a mistake before a hint. */
export function toldProblem(problems: readonly QueryProblem[], caret: number | null): ToldProblem | null {
  const mistakes = problems.filter((problem) => !isHint(problem, caret));
  const told = mistakes.find((problem) => isAt(problem, caret)) ?? mistakes[0] ?? problems[0];
  return told === undefined ? null : { message: told.message, hint: mistakes.length === 0 };
}

function isHint(problem: QueryProblem, caret: number | null): boolean {
  return problem.unfinished && isAt(problem, caret);
}

function isAt({ from, to }: QueryProblem, caret: number | null): boolean {
  return caret !== null && from <= caret && caret <= to;
}

export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly wrong: boolean;
}

/** The text in pieces, with the mistakes apart; empty where there is none. */
export function markedPieces(text: string, problems: readonly QueryProblem[], caret: number | null): readonly Piece[] {
  const mistakes = problems.filter((problem) => !isHint(problem, caret)).toSorted((a, b) => a.from - b.from);
  if (mistakes.length === 0) return [];
  const pieces: Piece[] = [];
  let done = 0;
  const add = (to: number, wrong: boolean) => {
    if (to > done) pieces.push({ from: done, text: text.slice(done, to), wrong });
    done = Math.max(done, to);
  };
  for (const { from, to } of mistakes) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return pieces;
}
