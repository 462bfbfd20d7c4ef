// What is announced: the newest successes, every different failure, and what forms speak for as long as it stands there.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';

const texts = (store: ReturnType<typeof createAnnouncements>) => store.getState().shown.map(({ text }) => text);

describe('announcements', () => {
  it('keep the newest successes only', () => {
    const store = createAnnouncements();
    for (const text of ['a', 'b', 'c']) store.getState().announce(text);
    expect(texts(store)).toEqual(['b', 'c']);
  });

  it('keep failures beside any number of successes', () => {
    const store = createAnnouncements();
    store.getState().fail('broken');
    for (const text of ['a', 'b', 'c', 'd']) store.getState().announce(text);
    expect(texts(store)).toContain('broken');
  });

  it('say a repeated failure anew instead of stacking it', () => {
    const store = createAnnouncements();
    store.getState().fail('offline');
    const [first] = store.getState().shown;
    store.getState().fail('offline');
    expect(store.getState().shown).toHaveLength(1);
    expect(store.getState().shown[0]?.id).not.toBe(first?.id);
  });

  it('are dismissed one by one, and spoken only while they stand', () => {
    const store = createAnnouncements();
    store.getState().announce('a');
    const [item] = store.getState().shown;
    if (item !== undefined) store.getState().dismiss(item.id);
    expect(texts(store)).toEqual([]);
    const stop = store.getState().speak('Wrong password');
    expect(store.getState().spoken).toHaveLength(1);
    stop();
    expect(store.getState().spoken).toEqual([]);
  });

  it('murmur one thing at a time, for the ear only, and never in place of what a form says', () => {
    const store = createAnnouncements();
    const stop = store.getState().speak('Wrong password');
    store.getState().murmur('Payment 12 will be marked completed.');
    store.getState().murmur('Payment 13 will be marked failed.');
    expect(store.getState().spoken.map(({ tone, text }) => `${tone}: ${text}`)).toEqual([
      'failure: Wrong password',
      'success: Payment 13 will be marked failed.',
    ]);
    expect(texts(store)).toEqual([]);
    stop();
    expect(store.getState().spoken.map(({ text }) => text)).toEqual(['Payment 13 will be marked failed.']);
  });

  it('murmur the same words anew, so that they are heard again', () => {
    const store = createAnnouncements();
    store.getState().murmur('Nothing to undo.');
    const [first] = store.getState().spoken;
    store.getState().murmur('Nothing to undo.');
    expect(store.getState().spoken).toHaveLength(1);
    expect(store.getState().spoken[0]?.id).not.toBe(first?.id);
  });
});
