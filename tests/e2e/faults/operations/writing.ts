// What is typed into a form and changes something: the profile, a new order, a payment.
import { expect } from 'playwright/test';
import { button, dialog, goTo, openOrder, orderDetail, search, textBox } from '../../support/console.ts';
import { statusSays } from '../../support/marking.ts';
import { formShows, journalSays, type Operation } from '../scene.ts';
import type { Stage } from '../stage.ts';

export const saveProfile: Operation = {
  name: 'save profile',
  calls: { target: /^PUT \/api\/accounts\/profile\/$/ },
  field: 'address',
  signedIn: true,
  goThere: async ({ page }) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Profile' }).click();
    await textBox(page, 'Address').waitFor();
  },
  begin: async ({ page, front }, number) => {
    const address = `Street ${number}`;
    await textBox(page, 'Address').fill(address);
    return {
      press: () => button(page, 'Save profile').click(),
      shows: { done: statusSays(page, 'Your profile was saved.'), ...formShows(page, page.getByRole('form', { name: 'Profile' })) },
      kept: () => expect(textBox(page, 'Address')).toHaveValue(address),
      carriedOut: () => (front.store.state.person('practice')?.address === address ? 1 : 0),
      end: () => expect(textBox(page, 'Address')).toHaveValue(address),
    };
  },
};

export const createOrder: Operation = {
  name: 'create order',
  calls: { target: /^POST \/api\/orders\/$/, looking: /^GET \/api\/orders\/history\/$/ },
  field: 'product_name',
  signedIn: true,
  goThere: async ({ page }) => {
    await goTo(page, 'Orders');
    await search(page).fill('');
  },
  begin: async (stage, number) => {
    const { page, front } = stage;
    const { state } = front.store;
    const typed = { 'Product name': `Lamp ${number}`, Quantity: '3', Price: '19.90' };
    const first = state.orderCount + 1;
    await button(page, 'New order').click();
    const form = dialog(page, 'New order');
    for (const [name, text] of Object.entries(typed)) await textBox(form, name).fill(text);
    return {
      press: () => button(form, 'Create order').click(),
      shows: { done: statusSays(page, /Order \d+ was created\./), ...formShows(page, form) },
      journal: () => journalSays(stage),
      kept: async () => {
        for (const [name, text] of Object.entries(typed)) await expect(textBox(form, name)).toHaveValue(text);
      },
      carriedOut: () => {
        let count = 0;
        for (let id = first; id <= state.orderCount; id += 1) if (state.order(id)?.productName === typed['Product name']) count += 1;
        return count;
      },
      end: () => expect(form).toHaveCount(0),
    };
  },
};

const ORDER = 200;

export const recordPayment: Operation = {
  name: 'record payment',
  calls: { target: /^POST \/api\/orders\/payments\/$/, before: /^GET \/api\/orders\/\d+\/$/, looking: /^GET \/api\/orders\/\d+\/$/ },
  field: 'amount',
  signedIn: true,
  goThere: async ({ page }) => {
    await goTo(page, 'Orders');
    await openOrder(page, ORDER);
  },
  begin: async (stage: Stage, number) => {
    const { page, front } = stage;
    const minor = 1_000 + number;
    const typed = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
    await button(orderDetail(page, ORDER), 'Record payment').click();
    const form = dialog(page, 'Record payment');
    await textBox(form, 'Amount').fill(typed);
    return {
      press: () => button(form, 'Record payment').click(),
      shows: { done: statusSays(page, `recorded for order ${ORDER}`), ...formShows(page, form) },
      journal: () => journalSays(stage),
      kept: () => expect(textBox(form, 'Amount')).toHaveValue(typed),
      carriedOut: () => front.store.state.paymentsOf(ORDER).filter(({ amountMinor }) => amountMinor === minor).length,
      end: () => expect(form).toHaveCount(0),
    };
  },
};
