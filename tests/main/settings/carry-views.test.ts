// Views that come in a file: all of them or none, and none that is here already.
import { expect, it } from 'vitest';
import { takeIn, viewsText } from '../../../src/main/settings/carry-views.ts';
import { BUILT_IN_VIEWS, FIRST_LOOK, FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import { LONGEST_VIEW_NAME, type SavedView } from '../../../src/shared/ipc/view-requests.ts';
import { fail } from '../../../src/shared/result.ts';

const view = (name: string, text = ''): SavedView => ({ name, query: { ...FIRST_QUERY, text }, look: FIRST_LOOK });
const names = (views: readonly SavedView[]) => views.map(({ name }) => name);
const taken = (views: readonly SavedView[], text: string) => {
  const result = takeIn(views, text);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

it('takes in on another desk what was exported on one', () => {
  const { views, added, renamed } = taken([], viewsText(BUILT_IN_VIEWS));
  expect(views).toEqual(BUILT_IN_VIEWS);
  expect([added, renamed]).toEqual([4, 0]);
});

it('takes nothing in twice', () => {
  expect(taken(BUILT_IN_VIEWS, viewsText(BUILT_IN_VIEWS))).toEqual({ views: BUILT_IN_VIEWS, added: 0, renamed: 0 });
});

it('renames those whose name is taken, whatever its case, and however long it is', () => {
  const long = 'x'.repeat(LONGEST_VIEW_NAME);
  const { views, added, renamed } = taken(
    [view('Large'), view('Large (2)'), view(long)],
    viewsText([view('LARGE', 'a'), view(long, 'b'), view('New')]),
  );
  expect(names(views).slice(3)).toEqual(['LARGE (3)', `${'x'.repeat(LONGEST_VIEW_NAME - 4)} (2)`, 'New']);
  expect([added, renamed]).toEqual([3, 2]);
});

it('reads a file that an editor has put a byte order mark before', () => {
  expect(taken([], `\uFEFF${viewsText([view('One')])}`).added).toBe(1);
});

it.each([
  ['', 'not-views'],
  ['no json', 'not-views'],
  ['[]', 'not-views'],
  ['{"paydesk":"orders","version":1,"views":[]}', 'not-views'],
  ['{"paydesk":"views","version":2,"views":"whatever"}', 'newer'],
  ['{"paydesk":"views","version":1}', 'damaged'],
  ['{"paydesk":"views","version":1,"views":[{"name":"x"}]}', 'damaged'],
  [viewsText([{ ...view('ok'), name: '' }]), 'damaged'],
  [viewsText([{ ...view('ok'), look: { ...FIRST_LOOK, columns: ['order', 'order'] } }]), 'damaged'],
  [viewsText([view('long', 'x'.repeat(501))]), 'damaged'],
  [viewsText(Array.from({ length: 41 }, (_, at) => view(`v${at}`))), 'too-many'],
] as const)('says in one sentence what is wrong and changes nothing: %s', (text, problem) => {
  expect(takeIn([view('Mine')], text)).toEqual(fail({ kind: 'not-taken-in', problem }));
});
