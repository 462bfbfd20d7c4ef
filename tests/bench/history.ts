// Measures the history's rows: ours and the yardsticks in turn, run by run, each size at a server with its own bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureGrid } from './ag-session.ts';
import type { Expected } from './expected.ts';
import { fetchAndParse } from './fetch-and-parse.ts';
import type { Part } from './figures.ts';
import { type HistoryRow, type Ledger, SMALL } from './history-rows.ts';
import { launchBare, launchToSignIn, openBare } from './launch.ts';
import { atRest, heapOf, type Resident, residentOf } from './memory.ts';
import { measureOurs, rehearse, type Shop } from './our-session.ts';
import { type ServerProcess, startByteServer } from './server-process.ts';
import { writeShop } from './shop-data.ts';

const IN_GRID: readonly Part[] = ['search', 'sort', 'fling', 'heap'];

interface OpenShop extends Shop {
  readonly server: ServerProcess;
  readonly parts: ReadonlySet<Part>;
  readonly expected: Expected;
}

/** @param rows the wanted ones. @param told each step, for people who wait. */
export async function measureHistory(rows: readonly HistoryRow[], runs: number, told: (line: string) => void): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-bench-'));
  const ledger = emptyLedger(rows);
  const shops: OpenShop[] = [];
  for (const orders of ledger.shops.keys()) {
    told(`a shop of ${orders} orders`);
    shops.push(await openShop(folder, orders, partsAt(rows, orders)));
  }
  // The first launch of each profile is thrown away.
  await measureBare(folder, rows, emptyLedger(rows), () => undefined);
  for (let run = 1; run <= runs; run += 1) {
    const tell = (line: string): void => told(`${run}: ${line}`);
    await measureBare(folder, rows, ledger, tell);
    for (const shop of shops) await measureAt(shop, ledger, tell);
  }
  for (const { server } of shops) server.stop();
  rmSync(folder, { recursive: true, force: true });
  return ledger;
}

async function openShop(folder: string, orders: number, parts: ReadonlySet<Part>): Promise<OpenShop> {
  const file = join(folder, `${orders}.json`);
  writeShop(file, orders);
  const server = await startByteServer(file);
  return { url: server.url, orders, server, parts, expected: await rehearse({ url: server.url, orders }, parts) };
}

async function measureAt(shop: OpenShop, ledger: Ledger, told: (line: string) => void): Promise<void> {
  const { parts, orders, url } = shop;
  const ours = await measureOurs(shop, parts, shop.expected);
  ledger.shops.get(orders)?.ours.push(ours);
  told(`ours at ${orders}: ${inShort(ours)}`);
  if (IN_GRID.some((part) => parts.has(part))) {
    const grid = await measureGrid(url, parts);
    ledger.shops.get(orders)?.grid.push(grid);
    told(`AG Grid at ${orders}: ${inShort(grid)}`);
  }
  if (!parts.has('pull')) return;
  const parsed = await fetchAndParse(url);
  ledger.parse.push(parsed);
  told(`fetch and parse of ${orders}: ${parsed.toFixed(0)}`);
}

function emptyLedger(rows: readonly HistoryRow[]): Ledger {
  const sizes = new Set(rows.map(({ orders }) => orders).filter((orders) => orders > 0));
  // Growth is from here.
  if (rows.some(({ part }) => part === 'heap')) sizes.add(SMALL);
  const shops = new Map([...sizes].toSorted((a, b) => a - b).map((orders) => [orders, { ours: [], grid: [] }]));
  return { signIn: [], bare: { paint: [], resident: [], proportional: [] }, parse: [], shops };
}

function partsAt(rows: readonly HistoryRow[], orders: number): ReadonlySet<Part> {
  if (orders === SMALL) return new Set(['heap']);
  return new Set(rows.filter((row) => row.orders === orders).flatMap(({ part }) => (part === null ? [] : [part])));
}

/** What needs no history: launches, in profiles that stay from one to the next, and a bare window at rest. */
async function measureBare(folder: string, rows: readonly HistoryRow[], ledger: Ledger, told: (line: string) => void): Promise<void> {
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
  const wants = (part: Part | null): boolean => rows.some((row) => row.part === part);
  if (wants(null)) ledger.signIn.push(await launchToSignIn(ours));
  if (wants(null) || wants('cached')) ledger.bare.paint.push(await launchBare(bare));
  if (wants('rest')) {
    const { resident, proportional } = await restOfBare(bare);
    ledger.bare.resident.push(resident);
    if (proportional !== null) ledger.bare.proportional.push(proportional);
  }
  told(inShort({ signIn: ledger.signIn.at(-1), bare: ledger.bare.paint.at(-1), bareResident: ledger.bare.resident.at(-1) }));
}

async function restOfBare(folder: string): Promise<Resident> {
  const app = await openBare(folder);
  await heapOf(app.page);
  await atRest(app.pid);
  const resident = residentOf(app.pid);
  await app.kill(true);
  return resident;
}

function inShort(figures: object): string {
  const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value) : value);
  return JSON.stringify(figures, rounded).replaceAll(/["{}]/g, '').replaceAll(',', ', ');
}
