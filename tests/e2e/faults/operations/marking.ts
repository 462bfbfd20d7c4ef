// A mark, by its number: written down, compared, sent.
import { expect } from 'playwright/test';
import { button, goTo, pendingRow, textBox } from '../../support/console.ts';
import { statusSays } from '../../support/marking.ts';
import { journalSays, type Operation } from '../scene.ts';

const PATH = '/api/orders/payments/\\d+/';

export const mark: Operation = {
  name: 'mark',
  calls: {
    target: new RegExp(`^(PATCH|PUT|POST) ${PATH}$`),
    before: new RegExp(`^GET ${PATH}$`),
    looking: /^GET \/api\/orders\/(payments\/)?\d+\/$/,
  },
  field: 'status',
  signedIn: true,
  goThere: async ({ page }) => {
    await goTo(page, 'Payments');
    await textBox(page, 'Payment number').waitFor();
  },
  begin: async (stage) => {
    const { page, front } = stage;
    const { state } = front.store;
    // The oldest is the first row.
    const all = Array.from({ length: state.orderCount }, (_, index) => state.paymentsOf(index + 1)).flat();
    const [oldest] = all.filter(({ status }) => status === 'pending').toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    const id = oldest?.id ?? 0;
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
        waits: row.filter({ hasText: 'Waiting' }),
        unknown: row.filter({ hasText: 'Not known' }),
        refused: page.getByRole('alert').getByText(/was not marked completed\. The server did not accept this/),
        'not done': page.getByRole('alert').getByText(/was not marked completed\. (?!The server did not accept this)/),
      },
      journal: () => journalSays(stage),
      // What was meant is in the journal; what was refused stands in the list as before, to be marked anew.
      kept: async () => {
        await expect(row).toBeVisible();
        expect(state.payment(id)?.status === 'completed').toBe(sent() > 0);
      },
      carriedOut: sent,
      end: async () => {
        expect(state.payment(id)?.status).toBe('completed');
        await expect(row).toHaveCount(0);
      },
    };
  },
};

function isUpdate(method: string, path: string, id: number): boolean {
  return ['PATCH', 'PUT', 'POST'].includes(method) && path === `/api/orders/payments/${id}/`;
}
