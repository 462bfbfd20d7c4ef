// One round: the app is brought to a point, killed there, started again, and what it asked for is held against what the shop has done.
import { createChance } from '../simulation/chance.ts';
import { type App, spawnApp, until } from './app.ts';
import type { KillDesk, Start } from './desk.ts';
import { examine } from './examine.ts';
import { type Figures, type Judged, judge } from './judge.ts';
import { groupEnds, killNow } from './os-processes.ts';
import { lookFromOutside } from './outside.ts';
import { stopMidMigration } from './points/file.ts';
import { Overshot, type Point } from './points/point.ts';
import { type Intent, setScene } from './scene.ts';
import { settle } from './settle.ts';
import type { KillShop } from './shop.ts';

export interface Round {
  readonly flaws: readonly string[];
  readonly figures: Figures;
  readonly start: Start;
}

/** @param app running; the round leaves another one running, in `start`. */
export async function playRound(desk: KillDesk, app: App, point: Point, seed: number): Promise<Round> {
  const { folder, shop } = desk;
  const chance = createChance(seed);
  const outside = lookFromOutside(folder);
  const watch = watchOver(desk, outside.last());
  const scene = setScene({ app, shop, outside, folder, chance, seed });
  const { whole, aftermath } = await point.reach(scene);
  await app.kill(whole ?? chance.happens(0.5));
  const { signal } = await app.ended;
  outside.letGo();
  shop.treat(() => 'answer');
  if (aftermath === 'dropped') shop.drop();
  if (aftermath === 'carried out') await shop.carryOutLate();

  const left = examine(folder);
  const start = await desk.start();
  // While delivery reads and sends again.
  if (aftermath === 'carried out late') await shop.carryOutLate();
  await settle(start.app);
  const { flaws, figures } = watch.judge(scene.intents);
  const killed = signal === 'SIGKILL' ? [] : ['it ended by itself before it was killed'];
  return { flaws: [...killed, ...left, ...flaws, ...(start.remembered ? [] : ['the sign-in was lost'])], figures, start };
}

/** The first start of a new desk is killed while the journal's tables are made; the second one makes them, and works. */
export async function playFirstOpen(desk: KillDesk, seed: number): Promise<Round> {
  const { folder, shop } = desk;
  const { pid } = spawnApp(folder);
  const there = stopMidMigration(pid, folder);
  killNow(-pid);
  await groupEnds(pid, 20_000);
  if (!there) throw new Overshot();
  const left = examine(folder);
  const start = await desk.start();
  const outside = lookFromOutside(folder);
  const watch = watchOver(desk, 0);
  const scene = setScene({ app: start.app, shop, outside, folder, chance: createChance(seed), seed });
  await scene.hold(0);
  for (const wish of scene.marks(3)) scene.ask(wish);
  await until('the page is told', () => scene.intents.every(({ acknowledged }) => acknowledged));
  outside.letGo();
  await settle(start.app);
  const { flaws, figures } = watch.judge(scene.intents);
  return { flaws: [...left, ...flaws], figures, start };
}

/** Remembers how all stood. @param row the journal's last one. */
function watchOver(desk: KillDesk, row: number): { judge(intents: readonly Intent[]): Judged } {
  const { shop, folder } = desk;
  const [before, wrote, orders] = [statuses(shop), shop.writes().length, shop.store.state.orderCount];
  return {
    judge: (intents) => {
      const outside = lookFromOutside(folder);
      const rows = outside.since(row);
      outside.letGo();
      const writes = shop.writes().slice(wrote);
      const { flaws, figures } = judge(intents, rows, writes, shop);
      const asked = new Set(intents.map(({ wish }) => (wish.kind === 'mark' ? wish.payment : 0)));
      const changed = [...statuses(shop)].filter(([id, status]) => !asked.has(id) && before.get(id) !== status);
      const made = writes.filter(({ path, effect }) => path === '/api/orders/' && effect).length;
      return {
        figures,
        flaws: [
          ...flaws,
          ...changed.map(([id]) => `nobody asked for a change of payment ${id}`),
          ...(shop.store.state.orderCount === orders + made ? [] : ['the shop has more orders than were created']),
        ],
      };
    },
  };
}

function statuses({ payments, store }: KillShop): ReadonlyMap<number, string | undefined> {
  return new Map(Array.from({ length: payments }, (_, index) => [index + 1, store.state.payment(index + 1)?.status]));
}
