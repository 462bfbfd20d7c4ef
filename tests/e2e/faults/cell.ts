// One cell of the matrix: one operation meets one fault. What it comes to, what stands on the screen, that nothing typed or meant is lost,
// how often the shop has done it, and how it ends when the server is itself again.
import { expect, type Locator } from 'playwright/test';
import { USUAL_LIMITS } from '../../../src/main/http/transport.ts';
import { expectOnlyWords } from '../support/console.ts';
import type { Call } from './call.ts';
import { type Expected, expectedOf, type Later, type Outcome } from './expected.ts';
import type { Fault, Tools } from './fault.ts';
import type { Operation, Scene } from './scene.ts';
import { answerSignInAgain, clearMessages, enter, insist, isIn, leave, type Stage, signInAgain, unsettled } from './stage.ts';

/** Milliseconds: longer than any limit of production, so that all of them are over. */
const LONG = 2 * USUAL_LIMITS.firstByte;

export async function playCell(stage: Stage, operation: Operation, fault: Fault, number: number): Promise<Outcome> {
  const { page, front } = stage;
  await clearMessages(page);
  if (operation.signedIn) await insist(stage);
  const scene = await operation.begin(stage, number);
  const renewals = front.wire.calls('POST', '/api/token/refresh/').length;
  if (fault.name === 'name not known') await stage.hands.forgetNames();
  front.arm(fault.strike(toolsOf(stage, operation)), operation.calls);
  await scene.press();
  const outcome = await whatShows(scene.shows, fault.hangs === true ? timePasses(stage) : null);
  const wanted = expectedOf(operation.name, fault);
  expect(outcome, 'what the screen says').toBe(wanted.at);
  // The question stands over what was asked for a moment later.
  if (fault.nature.answer?.about === 'person' && (outcome === 'ended' || outcome === 'waits')) await signInAgain(page).waitFor();
  await expectTruth(stage, operation, fault, scene, wanted);
  if (fault.nature.answer?.about === 'token' && outcome === 'done' && operation.name !== 'sign out')
    expect(front.wire.calls('POST', '/api/token/refresh/').length - renewals, 'renewals').toBe(1);
  await front.calm();
  await endWell(stage, scene, wanted);
  expect(stage.elsewhere.heard, 'calls at another origin').toEqual([]);
  await scene.end();
  return outcome;
}

async function expectTruth(stage: Stage, operation: Operation, fault: Fault, scene: Scene, { at }: Expected): Promise<void> {
  const carriedOut = scene.carriedOut();
  if (carriedOut !== null) expect(carriedOut, 'how often the shop did it').toBe(at === 'done' || fault.nature.carriedOut ? 1 : 0);
  if (scene.journal !== undefined) expect(await scene.journal(), 'what the journal says').toBe(at === 'ended' ? 'not done' : at);
  if ((at === 'not done' || at === 'waits') && fault.words !== undefined && !['renew', 'mark'].includes(operation.name))
    await expect(stage.page.getByRole('alert')).toContainText(fault.words);
  if (at === 'waits' && fault.words !== undefined) await expect(stage.page.getByRole('status')).toContainText(fault.words);
  await expectOnlyWords(stage.page);
  // Behind the dialog that asks to sign in nothing can be reached; it is looked at when that is answered.
  if (at !== 'done' && !(await signInAgain(stage.page).isVisible())) await scene.kept();
}

/** The server is itself again. */
async function endWell(stage: Stage, scene: Scene, { later, at }: Expected): Promise<void> {
  if (later === null) return;
  if (await signInAgain(stage.page).isVisible()) await goOnSignedIn(stage, scene, later);
  else await goOn(stage, scene, later);
  if (later === 'found' || later === 'sent') await insist(stage);
  await scene.shows.done?.first().waitFor({ timeout: 10_000 });
  const carriedOut = scene.carriedOut();
  if (carriedOut !== null && !(later === 'again' && at === 'unknown')) expect(carriedOut, 'in the end').toBe(1);
}

async function goOn(stage: Stage, scene: Scene, later: Later): Promise<void> {
  const again = scene.pressAgain ?? scene.press;
  if (later === 'found' || later === 'sent') return;
  if (later === 'asked') await personDecides(stage, scene);
  await clearMessages(stage.page);
  await again();
  if (later !== 'renewed session') return;
  await signInAgain(stage.page).waitFor();
  await answerSignInAgain(stage);
}

/** The session had ended: what was typed is still there under the question, and is asked for once more where nothing sends it by itself. */
async function goOnSignedIn(stage: Stage, scene: Scene, later: Later): Promise<void> {
  await answerSignInAgain(stage);
  if (later !== 'renewed session') return;
  await scene.kept();
  if (scene.pressAgain === undefined && !(await scene.shows.done?.isVisible())) await scene.press();
}

/** Read and not found, it is still not known, and nothing has gone out a second time; then a person says that it is not there. */
async function personDecides(stage: Stage, scene: Scene): Promise<void> {
  const { page } = stage;
  await insist(stage);
  // One reading has ended; a second one may have, where it was on its way already when somebody woke the desk.
  const wasRead = async (): Promise<boolean> =>
    (await unsettled(stage)).every(({ state }) => state.name === 'unknown' && state.emptyReads.length > 0);
  await expect.poll(wasRead).toBe(true);
  expect(await unsettled(stage)).toHaveLength(1);
  await expect(scene.shows.unknown ?? page.locator('none')).toBeVisible();
  await scene.kept();
  expect(scene.carriedOut()).toBe(0);
  const [lost] = await unsettled(stage);
  await page.evaluate(
    async (id) => await window.paydesk.request('operations.decide', { id, decision: { kind: 'say-not-done' } }),
    lost?.id,
  );
  await expect(scene.shows.unknown ?? page.locator('none')).toHaveCount(0);
  await scene.kept();
}

async function whatShows(shows: Scene['shows'], urge: (() => Promise<void>) | null): Promise<Outcome> {
  const ways = Object.entries(shows) as [Outcome, Locator][];
  const [first, ...others] = ways.map(([, locator]) => locator);
  if (first === undefined) throw new Error('nothing to look for');
  const seen = others
    .reduce((all, each) => all.or(each), first)
    .first()
    .waitFor({ timeout: 10_000 })
    .then(() => true);
  while (urge !== null && !(await Promise.race([seen, urge().then(() => false)])));
  await seen;
  for (const [outcome, locator] of ways.toSorted(([a], [b]) => Number(b === 'ended') - Number(a === 'ended')))
    if (await locator.first().isVisible()) return outcome;
  throw new Error('what was seen is gone');
}

/** Each time that a call hangs, until its limit is over: not longer, for what is asked for then has a limit of its own. */
function timePasses({ front, hands }: Stage): () => Promise<void> {
  let strikes = 0;
  return async () => {
    strikes = await front.struck(strikes);
    await hands.pass(LONG);
  };
}

function toolsOf({ hands, elsewhere }: Stage, { field }: Operation): Tools {
  return {
    field,
    elsewhere: elsewhere.url,
    serverTime: () => Date.now(),
    pass: hands.pass,
    arrive: async (call: Call, piece) => {
      const begun = await hands.begun();
      await call.write(piece);
      // A reading is taken up piece by piece; an answer to a write comes as a whole.
      if (call.method === 'GET') await hands.another(begun);
    },
  };
}

/** Before a scene: the server's clock, and whether somebody is signed in. */
export async function setScene(
  stage: Stage,
  operation: Operation,
  fault: Fault,
  now: { clock: number; at: Operation | null },
): Promise<void> {
  const clock = fault.clock ?? 0;
  if (clock === now.clock && operation === now.at) return;
  if (clock !== now.clock && (await isIn(stage))) await leave(stage);
  stage.front.setClock(clock);
  const inside = await isIn(stage);
  if (operation.signedIn && !inside) await enter(stage);
  if (!operation.signedIn && inside) await leave(stage);
  await operation.goThere(stage);
  Object.assign(now, { clock, at: operation });
}
