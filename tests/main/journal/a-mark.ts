// One mark on a desk, asked for and held.
import { aDesk, markInput, pendingPayments } from './a-desk.ts';
import { must } from './a-journal.ts';

export async function aMark(behaviour: Parameters<typeof aDesk>[0] = {}, hold = 4_000) {
  const desk = await aDesk(behaviour);
  const [payment = 0] = pendingPayments(desk, 1);
  const { id } = must(await desk.operations.ask(markInput(desk, payment), hold));
  return { ...desk, desk, payment, id, status: () => desk.store.state.payment(payment)?.status };
}
