// A mark, by its number: written down, compared, sent.
import { expect } from 'playwright/test';
import type { PaymentRow } from '../../../../src/main/practice/shop.ts';
import type { PracticeStore } from '../../../../src/main/practice/store.ts';
import { button, goTo, pendingRow, refresh, textBox } from '../../support/console.ts';
import { statusSays } from '../../support/marking.ts';
import { journalSays, type Operation } from '../scene.ts';

/** More than there are faults: each scene marks one. */
const ENOUGH = 80;
const PATH = '/api/orders/payments/\\d+/';

export const mark: Operation = {
  name: 'mark',
  calls: {
    target: new RegExp(`^(PATCH|PUT|POST) ${PATH}$`),
    before: new RegExp(`^GET ${PATH}$`),
    // The history, too: it is pulled by itself now and then, and would tell what became of it.
    looking: /^GET \/api\/orders\/(history|(payments\/)?\d+)\/$/,
  },
  field: 'status',
  signedIn: true,
  goThere: async ({ page, front }) => {
    const { state } = front.store;
    while (pendingIn(front.store).length < ENOUGH) state.addPayment({ orderId: state.orderCount, amountMinor: 500 });
    await goTo(page, 'Payments');
    await refresh(page);
    await textBox(page, 'Payment number').waitFor();
  },
  begin: async (stage) => {
    const { page, front } = stage;
    const { state } = front.store;
    // The oldest is the first row.
    const id = pendingIn(front.store)[0]?.id ?? 0;
    const sent = (): number => front.store.requests.filter(({ method, path, status }) => isUpdate(method, path, id) && status < 300).length;
    await textBox(page, 'Payment number').fill(String(id));
    const row = pendingRow(page, id);
    await row.waitFor();
    const press = async (): Promise<void> => {
      await textBox(page, 'Payment number').fill(String(id));
      await button(page, 'Mark completed').click();
    };
    return {
      press,
      shows: {
        done: statusSays(page, new RegExp(`Payment ${id} of order \\d+ marked completed`)),
        // For a moment every mark stands there as waiting, until it goes out: what is said tells that it stays so.
        waits: page.getByRole('status').getByText(new RegExp(`Payment ${id} of order \\d+ waits to be sent\\.`)),
        unknown: row.filter({ hasText: 'Not known' }),
        refused: page.getByRole('alert').getByText(/was not marked completed\. The server did not accept this/),
        'not done': page.getByRole('alert').getByText(/was not marked completed\. (?!The server did not accept this)/),
      },
      journal: () => journalSays(stage),
      // What was meant is in the journal; what was refused stands in the list as before, to be marked anew.
      kept: async () => {
        await expect(row).toContainText(/Waiting|Not known|Pending/);
        expect(state.payment(id)?.status === 'completed').toBe(sent() > 0);
      },
      carriedOut: sent,
      end: async () => {
        expect(state.payment(id)?.status).toBe('completed');
        // What is decided keeps its place while a hand is over the list.
        await page.mouse.move(1, 1);
        await expect(row).toHaveCount(0);
      },
    };
  },
};

/** As the list has them: oldest first. */
function pendingIn({ state }: PracticeStore): readonly PaymentRow[] {
  const all = Array.from({ length: state.orderCount }, (_, index) => state.paymentsOf(index + 1)).flat();
  return all.filter(({ status }) => status === 'pending').toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
}

function isUpdate(method: string, path: string, id: number): boolean {
  return ['PATCH', 'PUT', 'POST'].includes(method) && path === `/api/orders/payments/${id}/`;
}
