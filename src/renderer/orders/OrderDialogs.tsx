// Ties the two dialogs about orders to their drafts, so that they open above any screen and lose nothing.
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { RecordPaymentDialog } from '../payments/RecordPaymentDialog.tsx';
import { paymentDraft } from './drafts-store.ts';
import { NewOrderDialog } from './NewOrderDialog.tsx';

export function OrderDialogs({ desk }: { readonly desk: Desk }) {
  const drafts = useStore(desk.drafts);
  const detail = useStore(desk.detail);
  const { paymentFor } = drafts;
  const create = async () => {
    const letIn = desk.orders.getState().letIn();
    const created = await drafts.createOrder();
    letIn();
    if (typeof created === 'number') desk.showOrder(created);
  };
  return (
    <>
      <NewOrderDialog
        open={drafts.newOrderOpen}
        draft={drafts.newOrder}
        problem={drafts.newOrderProblem}
        onChange={drafts.changeNewOrder}
        onCreate={create}
        onClose={() => drafts.openNewOrder(false)}
      />
      {paymentFor === null ? null : (
        <RecordPaymentDialog
          open
          id={paymentFor}
          order={detail.id === paymentFor ? detail.order : null}
          draft={paymentDraft(drafts, paymentFor)}
          onChange={(draft) => drafts.changePayment(paymentFor, draft)}
          onRecord={async (amount) => {
            const recorded = await drafts.recordPayment(paymentFor, amount);
            if (recorded === null) return;
            detail.choosePayment(recorded);
            await detail.reload();
          }}
          onClose={() => drafts.openPayment(null)}
        />
      )}
    </>
  );
}
