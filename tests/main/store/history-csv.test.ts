// The pieces of a file are of one result: the one that was found when the first piece was taken, whatever happens meanwhile.
import { expect, it } from 'vitest';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { ALL, ASKING, aHistory, onTheWire } from './support/a-history.ts';
import { anOrder } from './support/facts.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => onTheWire(anOrder(index + 1)));

it('holds every order once, though the history is found anew, grows and shrinks between two pieces', async () => {
  const history = await aHistory();
  await history.pull(upTo(9));
  const query: HistoryQuery = { ...ALL, sort: [{ by: 'id', direction: 'descending' }] };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const piece = async (offset: number) =>
    decoder
      .decode(await history.door.csv(query, ASKING, ['id'], { offset, limit: 3 }))
      .split('\r\n')
      .slice(0, -1);
  await history.door.window(query, ASKING, { offset: 0, limit: 5 }, true);
  const first = await piece(0);
  // Three new ones at the top, and number 5 is gone.
  await history.pull(upTo(12).filter(({ id }) => id !== 5));
  await history.door.window(query, ASKING, { offset: 0, limit: 5 }, true);
  const rest = [await piece(3), await piece(6)];
  expect([first, ...rest]).toEqual([
    ['\uFEFFOrder', '9', '8', '7'],
    ['6', '4'],
    ['3', '2', '1'],
  ]);
  expect(await piece(0)).toEqual(['\uFEFFOrder', '12', '11', '10']);
});
