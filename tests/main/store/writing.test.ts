import { describe, expect, it } from 'vitest';
import { createActivity } from '../../../src/main/activity/activity.ts';
import type { Evidence } from '../../../src/main/http/evidence.ts';
import type { WriteOutcome } from '../../../src/main/http/outcome.ts';
import { createSend, type Send, type Write } from '../../../src/main/store/writing.ts';

const created: Evidence = { kind: 'answer', status: 201, headers: new Headers(), body: { kind: 'json', value: { id: 7 } } };
const write = (more: Partial<Write> = {}): Write => ({
  what: 'New order',
  order: 3,
  payment: null,
  asked: { thing: 'order', id: null },
  call: async () => created,
  ...more,
});

function aSend(): { send: Send; outcomes: () => string[] } {
  let key = 0;
  const activity = createActivity(
    () => '2026-10-22T10:00:00.000Z',
    () => undefined,
  );
  return { send: createSend(activity.of('ram'), () => `key-${++key}`), outcomes: () => activity.list().map(({ outcome }) => outcome) };
}

describe('a write', () => {
  it('has a key of its own for every attempt', async () => {
    const { send } = aSend();
    const keys: string[] = [];
    const call = async (key: string): Promise<Evidence> => {
      keys.push(key);
      return created;
    };
    await send(write({ call }));
    await send(write({ call }));
    expect(keys).toEqual(['key-1', 'key-2']);
  });

  it('stands in the activity before it is sent', async () => {
    const { send, outcomes } = aSend();
    let then: string[] = [];
    await send(
      write({
        call: async () => {
          then = outcomes();
          return created;
        },
      }),
    );
    expect(then).toEqual(['sending']);
    expect(outcomes()).toEqual(['done']);
  });

  it('is what a last look at its answer says, and only a success is looked at', async () => {
    const { send, outcomes } = aSend();
    const refused: WriteOutcome = { class: 'refused', error: { kind: 'refused', summary: ['No.'], fields: {} } };
    expect(await send(write({ confirm: () => refused }))).toBe(refused);
    const lost: Evidence = { kind: 'no-answer', reason: 'timeout', certainlyNotSent: false };
    expect((await send(write({ call: async () => lost, confirm: () => refused }))).class).toBe('unknown');
    expect(outcomes()).toEqual(['unknown', 'refused']);
  });

  it.each<[string, Partial<Write>]>([
    ['the call', { call: () => Promise.reject(new Error('a bug')) }],
    [
      'the last look',
      {
        confirm: () => {
          throw new Error('a bug');
        },
      },
    ],
  ])('is not known to have happened after a bug of our own in %s, which is not hidden', async (_, more) => {
    const { send, outcomes } = aSend();
    await expect(send(write(more))).rejects.toThrow('a bug');
    expect(outcomes()).toEqual(['unknown']);
  });
});
