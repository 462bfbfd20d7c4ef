// Copies something of an order: main writes the clipboard, the page only says which order, and how it went.
import { describeError } from '../../shared/errors/describe.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';

export type CopyOf = 'ticket' | 'number' | 'link';

const REQUESTS = { ticket: 'orders.copyTicket', number: 'orders.copyNumber', link: 'orders.copyLink' } as const;
const COPIED: Readonly<Record<CopyOf, (id: number) => string>> = {
  ticket: (id) => `Order ${id} copied as text for a ticket.`,
  number: (id) => `Number ${id} copied.`,
  link: (id) => `Link to order ${id} copied.`,
};

export async function copyOrder(client: Client, announcements: Announcements, what: CopyOf, id: number): Promise<void> {
  const result = await client.request(REQUESTS[what], { id });
  if (result.ok && result.value) announcements.getState().announce(COPIED[what](id));
  else announcements.getState().fail(result.ok ? NOT_TAKEN : `Not copied. ${describeError(result.error)}`);
}

export const NOT_TAKEN = 'Not copied: this computer’s clipboard did not take it.';
