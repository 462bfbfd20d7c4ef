// Saved views in the page: a name once, what was deleted comes back, and which one is shown.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { activeView, createViewsStore } from '../../../src/renderer/views/views-store.ts';
import { BUILT_IN_VIEWS, FIRST_LOOK, FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import type { ImportedViews, SavedView } from '../../../src/shared/ipc/view-requests.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

async function setUp({ refuses = false, imported = ok(null) as Result<ImportedViews> } = {}) {
  let kept: readonly SavedView[] = BUILT_IN_VIEWS;
  const client = createFakeClient({
    'views.read': () => ok([...kept]),
    'views.save': ({ views }) => {
      if (refuses) return fail({ kind: 'internal', reference: 'x' });
      kept = views;
      return ok(views);
    },
    'history.counts': ({ queries }) => ok(queries.map((_query, at) => at * 10)),
    'views.import': () => imported,
  });
  const announcements = createAnnouncements();
  const store = createViewsStore(client, announcements);
  await store.getState().read();
  const said = () => announcements.getState().shown.map(({ text }) => text);
  return { store, views: () => store.getState(), names: () => store.getState().views?.map(({ name }) => name), said, client };
}

const mine = (name: string): SavedView => ({ name, query: { ...FIRST_QUERY, text: 'acer' }, look: FIRST_LOOK });

describe('saved views', () => {
  it('are counted with one question', async () => {
    const { views, client } = await setUp();
    await views().count();
    expect([...views().counts]).toEqual(BUILT_IN_VIEWS.map(({ name }, at) => [name, at * 10]));
    expect(client.asked.filter(({ name }) => name === 'history.counts')).toHaveLength(1);
  });

  it('have a name, and each its own, whatever its case', async () => {
    const { views, names } = await setUp();
    expect(await views().add(mine('   '))).toBe('Give the view a name.');
    expect(await views().add(mine('partly PAID'))).toContain('There is a view of that name.');
    expect(await views().add(mine(' Acer '))).toBeNull();
    expect(names()?.at(-1)).toBe('Acer');
    expect(await views().rename('Acer', 'Partly paid')).toContain('There is a view of that name.');
    expect(await views().rename('Acer', 'ACER')).toBeNull();
    expect(names()?.at(-1)).toBe('ACER');
  });

  it('come back in their place after they were deleted', async () => {
    const { views, names } = await setUp();
    const before = names();
    await views().remove('Partly paid');
    expect(names()).not.toContain('Partly paid');
    await views().undo();
    expect(names()).toEqual(before);
    await views().undo();
    expect(names()).toEqual(before);
  });

  it('move by one place', async () => {
    const { views, names } = await setUp();
    await views().move('Partly paid', -1);
    expect(names()?.slice(0, 2)).toEqual(['Partly paid', 'Waiting for payment']);
    await views().move('Partly paid', -1);
    expect(names()?.slice(0, 2)).toEqual(['Partly paid', 'Waiting for payment']);
  });

  it('are not said to be saved when they are not', async () => {
    const { views, names, said } = await setUp({ refuses: true });
    await views().remove('Partly paid');
    expect(names()).toContain('Partly paid');
    expect(views().deleted).toBeNull();
    expect(said()).toEqual([expect.stringContaining('The views were not saved.')]);
  });

  it('that come from a file are told in one sentence, and a bad file as well', async () => {
    const good = await setUp({ imported: ok({ views: [mine('Acer (2)')], added: 1, renamed: 1 }) });
    await good.views().importMore();
    expect(good.said()).toEqual(['1 view was added. One was renamed, because that name was taken.']);
    const bad = await setUp({ imported: fail({ kind: 'not-taken-in', problem: 'newer' }) });
    await bad.views().importMore();
    expect(bad.said()).toEqual([expect.stringContaining('Your views are as they were.')]);
    expect(bad.names()).toEqual(BUILT_IN_VIEWS.map(({ name }) => name));
  });
});

it('the view that is shown is the one that says the same, text and chip and sorting and look', () => {
  const [first] = BUILT_IN_VIEWS;
  if (first === undefined) throw new Error('no view');
  expect(activeView(BUILT_IN_VIEWS, { ...first.query, text: ' ' }, first.look)).toBe(first);
  expect(activeView(BUILT_IN_VIEWS, first.query, { ...first.look, density: 'compact' })).toBeNull();
  expect(activeView(BUILT_IN_VIEWS, FIRST_QUERY, FIRST_LOOK)).toBeNull();
  expect(activeView(null, first.query, first.look)).toBeNull();
});
