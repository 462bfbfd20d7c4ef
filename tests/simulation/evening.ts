// The end of the day: the network is well, everybody signs in once more and decides what is put before them; then everything must have ended.
import { journalOver } from '../../src/main/journal/file.ts';
import { noWitness } from '../../src/main/journal/witness.ts';
import { isSettled } from '../../src/shared/domain/operation.ts';
import { lane, needsPerson } from '../../src/shared/domain/operation-rules.ts';
import { hold } from './broken.ts';
import { decide } from './people.ts';
import { USERS, type World } from './world.ts';

/** More events than any evening needs: something goes round for ever. */
const MOST_EVENTS = 20_000;

export async function endDay(world: World): Promise<void> {
  Object.assign(world.weather, { storm: 0, online: true, diskFull: false });
  for (const final of [false, false, true, true, true]) {
    for (const user of USERS) await visit(world, user, final);
  }
}

/** @param final nothing is sent again. */
async function visit(world: World, user: string, final: boolean): Promise<void> {
  const { operations, signIn } = world.desk();
  signIn(user);
  // A sign-in alone has to be enough.
  if (world.chance.happens(0.5)) operations.wake();
  await rest(world);
  for (const operation of operations.unsettled()) {
    if (operation.batch !== null && operations.isPaused(operation.batch)) void operations.resume(operation.batch);
    if (operation.owner.username === user && needsPerson(operation)) decide(world, operation, final);
  }
  await rest(world);
}

/** Until nothing is due for two minutes; then whatever is not settled must wait for a person. */
async function rest(world: World): Promise<void> {
  await world.settle();
  for (let events = 0; world.clock.step(120_000); events += 1) {
    await world.settle();
    hold(events < MOST_EVENTS, 'it never comes to rest');
  }
  const { operations, user } = world.desk();
  const lanes = new Set<string>();
  for (const operation of operations.unsettled()) {
    const { state, owner, batch, wish } = operation;
    const own = lane(owner, wish);
    const blocked = lanes.has(own) || owner.username !== user() || (batch !== null && operations.isPaused(batch));
    lanes.add(own);
    hold(blocked || needsPerson(operation), `${wish.kind} stays ${state.name} and nobody is asked`);
  }
}

/** @returns how operations ended, by state, and the journal's head. */
export function auditDay({ db, desk, ledger }: World): { ended: Record<string, number>; hash: string } {
  const verdict = journalOver(db, noWitness, null).verify();
  hold(verdict.ok && verdict.value.sound, `the journal is not sound: ${JSON.stringify(verdict)}`);
  hold(desk().operations.unsettled().length === 0, 'something is open at the end');
  const written = db.prepare('SELECT state FROM standing WHERE operation = ?');
  const ended: Record<string, number> = {};
  for (const [id, { operation }] of ledger.accounts) {
    const { name } = operation.state;
    hold(written.get(id)?.['state'] === name, 'what was taken on is not in the journal as it was told');
    hold(isSettled(operation.state), `${operation.wish.kind} ends ${name}`);
    ended[name] = (ended[name] ?? 0) + 1;
  }
  ledger.audit();
  return { ended, hash: verdict.ok && verdict.value.sound ? verdict.value.hash : '' };
}
