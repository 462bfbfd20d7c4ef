// Sends one status to the server by the method it takes. Another method is tried only on proof that the last one was not executed.
import { moneyText } from '../../shared/domain/money.ts';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import { type Api, asText } from '../http/api.ts';
import { ask, type Evidence } from '../http/evidence.ts';
import { readServerWords } from '../http/read-error.ts';
import type { Payment } from '../store/facts.ts';
import { methodsFrom, type UpdateMethod, wantsWhole } from './update-method.ts';

/** What is remembered for each server. */
export interface MethodMemory {
  read(): UpdateMethod | null;
  save(method: UpdateMethod): void;
}

interface Update {
  readonly id: number;
  readonly status: PaymentStatus;
  readonly key: string;
  /** Order and amount, as told by the server just now where it tells: what `PUT-whole` needs. */
  readonly known: Payment;
}

/** @returns the evidence of the attempt that counts. */
export async function updatePayment(api: Api, update: Update, memory: MethodMemory): Promise<Evidence> {
  const remembered = memory.read();
  const candidates =
    remembered === null ? await learn(api, update) : [remembered, ...methodsFrom(null).filter((method) => method !== remembered)];
  const possible = candidates.filter((method) => method !== 'PUT-whole' || wholeOf(update.known, update.status) !== null);
  let refused: Evidence | null = null;
  for (const method of possible) {
    const evidence = await attempt(api, update, method);
    if (!provesOtherMethod(evidence)) {
      if (evidence.kind === 'answer' && evidence.status < 300) memory.save(method);
      return evidence;
    }
    refused = evidence;
  }
  return refused ?? { kind: 'answer', status: 405, headers: new Headers(), body: { kind: 'empty' } };
}

/** 405 is raised before any handler runs. A 400 that asks for order or amount means that a whole object is due. */
function provesOtherMethod(evidence: Evidence): boolean {
  if (evidence.kind !== 'answer') return false;
  if (evidence.status === 405) return true;
  return evidence.status === 400 && evidence.body.kind === 'json' && wantsWhole(readServerWords(evidence.body.value).fields);
}

/** OPTIONS changes nothing; every DRF answer carries `Allow`, even one that refuses. */
async function learn(api: Api, update: Update): Promise<readonly UpdateMethod[]> {
  const evidence = await ask(api.OPTIONS('/api/orders/payments/{id}/', { params: { path: { id: update.id } }, ...asText }));
  const methods = methodsFrom(evidence.kind === 'answer' ? evidence.headers.get('allow') : null);
  return methods.length === 0 ? methodsFrom(null) : methods;
}

function wholeOf({ order, amount }: Payment, status: PaymentStatus): { order: number; amount: string; status: PaymentStatus } | null {
  return order === null || amount === null ? null : { order, amount: moneyText(amount), status };
}

async function attempt(api: Api, update: Update, method: UpdateMethod): Promise<Evidence> {
  const { id, status, key } = update;
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  const path = '/api/orders/payments/{id}/';
  switch (method) {
    case 'PATCH':
      return await ask(api.PATCH(path, { params, body: { status }, ...asText }));
    case 'PUT-whole':
      return await ask(api.PUT(path, { params, body: wholeOf(update.known, status) ?? { status }, ...asText }));
    case 'PUT':
      return await ask(api.PUT(path, { params, body: { status }, ...asText }));
    case 'POST':
      return await ask(api.POST(path, { params, body: { status }, ...asText }));
  }
}
