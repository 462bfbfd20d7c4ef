// Views on their way to another desk and back: the text of the file, and what a file makes of the views that are here. Pure.
import * as v from 'valibot';
import type { ViewsProblem } from '../../shared/errors/app-error.ts';
import { LONGEST_VIEW_NAME, MOST_VIEWS, type SavedView, VIEWS_VERSION, viewsFile } from '../../shared/ipc/view-requests.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export function viewsText(views: readonly SavedView[]): string {
  return `${JSON.stringify({ paydesk: 'views', version: VIEWS_VERSION, views }, null, 2)}\n`;
}

export interface TakenIn {
  readonly views: readonly SavedView[];
  readonly added: number;
  readonly renamed: number;
}

/** All of them or none. A view that is here already, word for word, is not taken in twice; another one of that name gets a number. */
export function takeIn(views: readonly SavedView[], text: string): Result<TakenIn> {
  const read = readViews(text);
  if (!read.ok) return read;
  const all = [...views];
  let renamed = 0;
  for (const view of read.value) {
    if (all.some((known) => JSON.stringify(known) === JSON.stringify(view))) continue;
    const name = freeName(view.name, all);
    if (name !== view.name) renamed += 1;
    all.push({ ...view, name });
  }
  return all.length > MOST_VIEWS ? problem('too-many') : ok({ views: all, added: all.length - views.length, renamed });
}

const anyVersion = v.object({ paydesk: v.literal('views'), version: v.number() });

function readViews(text: string): Result<readonly SavedView[]> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return problem('not-views');
  }
  const marked = v.safeParse(anyVersion, json);
  if (!marked.success) return problem('not-views');
  if (marked.output.version > VIEWS_VERSION) return problem('newer');
  const read = v.safeParse(viewsFile, json);
  return read.success ? ok(read.output.views) : problem('damaged');
}

function freeName(name: string, views: readonly SavedView[]): string {
  const taken = new Set(views.map((view) => view.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '' : ` (${number})`;
    const candidate = `${name.slice(0, LONGEST_VIEW_NAME - mark.length)}${mark}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function problem(problem: ViewsProblem): Result<never> {
  return fail({ kind: 'not-taken-in', problem });
}
