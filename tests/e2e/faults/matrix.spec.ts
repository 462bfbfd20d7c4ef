// The fault matrix: every operation meets every fault, in one real window, over Electron's own network stack and real TLS. Each cell is a
// test; `npm run faults` prints them as a table.
import { test as base, expect } from 'playwright/test';
import { expectCleanWire } from '../support/wire.ts';
import { playCell, setScene } from './cell.ts';
import { expectedOf } from './expected.ts';
import { FAULTS, SHORT_FORM } from './faults.ts';
import { register, signIn, signOut } from './operations/door.ts';
import { mark } from './operations/marking.ts';
import { readHistory, readOrder, readProfile, renew } from './operations/reading.ts';
import { createOrder, recordPayment, saveProfile } from './operations/writing.ts';
import type { Operation } from './scene.ts';
import { openStage, type Stage } from './stage.ts';

interface Played {
  readonly stage: Stage;
  readonly now: { clock: number; at: Operation | null };
}

const test = base.extend<object, { readonly played: Played }>({
  played: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its first argument.
    async ({}, use) => {
      const stage = await openStage();
      await use({ stage, now: { clock: 0, at: null } });
      await stage.close();
      expect(stage.desk.pageErrors).toEqual([]);
    },
    { scope: 'worker' },
  ],
});

const USUAL: readonly Operation[] = [signIn, register, signOut, saveProfile, readHistory, readOrder, createOrder, recordPayment, mark];
/** Renewing is in the storm and in the stories of expiry as well; reading the profile is like reading an order. */
const OTHERS: readonly Operation[] = [renew, readProfile];

/** Set by `npm run faults`: every fault with every operation, relatives included. */
const whole = process.env['PAYDESK_WHOLE_MATRIX'] === '1';
const operations = whole ? [...USUAL, ...OTHERS] : USUAL;
const faults = whole ? FAULTS : SHORT_FORM;

test.describe.configure({ mode: 'default', timeout: 20_000 });

let number = 0;
for (const operation of operations) {
  test.describe(operation.name, () => {
    for (const fault of faults) {
      number += 1;
      const own = number;
      test(fault.name, { annotation: { type: 'expected', description: expectedOf(operation.name, fault).at } }, async ({ played }) => {
        const { stage, now } = played;
        const before = stage.front.wire.arrived.length;
        await setScene(stage, operation, fault, now);
        const outcome = await playCell(stage, operation, fault, own);
        test.info().annotations.push({ type: 'outcome', description: outcome });
        const { arrived, tokens } = stage.front.wire;
        expectCleanWire({ ...stage.front.wire, arrived: arrived.slice(before), tokens: new Set([...tokens].slice(-4)) });
      });
    }
  });
}
