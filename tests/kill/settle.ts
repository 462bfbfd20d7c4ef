// After the start that follows a crash: waits until all that was asked for has come to an end, and says a person's word where one is due.
import type { Operation } from '../../src/shared/domain/operation-schemas.ts';
import { type App, until } from './app.ts';

/** @returns how often a person had to decide. */
export async function settle(app: App): Promise<number> {
  const said = new Set<string>();
  await until('all has settled', async () => {
    const state = await app.request('desk.state', null);
    if (!state.ok) throw new Error(`no state: ${JSON.stringify(state.error)}`);
    const { open, journal, waiting, decisions } = state.value;
    if (journal !== null) throw new Error(`the journal stands still: ${JSON.stringify(journal)}`);
    for (const operation of open.filter(({ id }) => !said.has(id))) if (await say(app, operation)) said.add(operation.id);
    return waiting === 0 && decisions === 0;
  });
  return said.size;
}

/** @returns whether there was anything to say. */
async function say(app: App, operation: Operation): Promise<boolean> {
  const { id } = operation;
  if (operation.state.name === 'held') return (await app.request('operations.sendNow', { id })).ok;
  return isFoundMissing(operation) && (await app.request('operations.decide', { id, decision: { kind: 'say-not-done' } })).ok;
}

/** A creation whose answer was lost, and which a complete reading has not shown: half a minute later a person would be asked. */
function isFoundMissing({ state }: Operation): boolean {
  return state.name === 'unknown' && state.emptyReads.length > 0;
}
