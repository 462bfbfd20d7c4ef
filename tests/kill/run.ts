// Kills the real app at named points, again and again, and looks whether anything was lost or doubled. Each round has a seed of its own,
// which names its point, too: --rounds 50 --seed 1. Linux only: it reads /proc.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KillDesk, makeDesk, type Start } from './desk.ts';
import { makeLargeJournal } from './large-journal.ts';
import { asking } from './points/asking.ts';
import { closing } from './points/closing.ts';
import { midCheckpoint } from './points/file.ts';
import { Overshot } from './points/point.ts';
import { sending } from './points/sending.ts';
import { settling } from './points/settling.ts';
import { openReport } from './report.ts';
import { playFirstOpen, playRound, type Round } from './round.ts';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const [rounds, seed] = [option('rounds', 50), option('seed', 1)];

/** Each journal lasts so many rounds; then a new one of 10,000 rows. */
const ROUNDS_OF_A_DESK = 60;

/** How often a point may be overshot before it is said that it cannot be reached. */
const MOST_TRIES = 40;

const FIRST_OPEN = 'first-open';
const points = [...asking, ...sending, ...settling, ...closing, midCheckpoint];
const names = [...points.map(({ name }) => name), FIRST_OPEN];
const report = openReport(names);
const scratch = mkdtempSync(join(tmpdir(), 'paydesk-journals-'));
let running: { readonly desk: KillDesk; readonly start: Start; rounds: number } | null = null;

async function stopRunning(): Promise<void> {
  const last = running;
  running = null;
  await last?.start.app.kill(true);
  await last?.desk.end();
}

/** On a desk that is made for this round alone. */
async function playAlone(name: string, ownSeed: number): Promise<Round> {
  for (let tries = 1; ; tries += 1) {
    const desk = await makeDesk(name === FIRST_OPEN ? null : scratch);
    let start: Start | null = null;
    try {
      if (name === FIRST_OPEN) {
        const round = await playFirstOpen(desk, ownSeed);
        start = round.start;
        return round;
      }
      start = await desk.start();
      const round = await playRound(desk, start.app, midCheckpoint, ownSeed);
      start = round.start;
      return round;
    } catch (thrown) {
      if (!(thrown instanceof Overshot) || tries >= MOST_TRIES) throw thrown;
      report.overshot(name);
    } finally {
      await start?.app.kill(true);
      await desk.end();
    }
  }
}

async function play(name: string, ownSeed: number): Promise<Round> {
  const point = points.find((each) => each.name === name);
  if (point === undefined || point.ownDesk === true) return await playAlone(name, ownSeed);
  if (running !== null && running.rounds >= ROUNDS_OF_A_DESK) await stopRunning();
  if (running === null) {
    const desk = await makeDesk(scratch);
    running = { desk, start: await desk.start(), rounds: 0 };
  }
  const { desk, start, rounds: before } = running;
  const round = await playRound(desk, start.app, point, ownSeed);
  running = { desk, start: round.start, rounds: before + 1 };
  return round;
}

try {
  const making = mkdtempSync(join(tmpdir(), 'paydesk-making-'));
  await makeLargeJournal(making, scratch);
  rmSync(making, { recursive: true, force: true });
  for (let round = 0; round < rounds; round += 1) {
    const ownSeed = seed + round;
    const name = names[ownSeed % names.length] ?? '';
    try {
      report.add(name, ownSeed, await play(name, ownSeed));
    } catch (thrown) {
      report.broke(name, ownSeed, thrown);
      await stopRunning().catch((also: unknown) => report.broke(name, ownSeed, also));
    }
  }
  await stopRunning();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
// Whatever a broken round has left open does not keep the run.
process.exit(report.end('test-results/kill.json') === 0 ? 0 : 1);
