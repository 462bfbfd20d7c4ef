// Ties the detail of the selected order to its stores.
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { targetOf } from '../marks/target.ts';
import { copyOrder } from '../out/copy-order.ts';
import { OrderDetail } from './OrderDetail.tsx';
import { Timeline } from './Timeline.tsx';
import { useStep } from './use-orders-keys.ts';

interface DetailPaneProps {
  readonly desk: Desk;
  readonly detailRef: Ref<HTMLElement>;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function DetailPane({ desk, detailRef, onBack, onClose }: DetailPaneProps) {
  const announcements = useAnnouncements();
  const detail = useStore(desk.detail);
  const underWay = useStore(desk.marks, (marks) => marks.underWay);
  const selectedId = useStore(desk.orders, (list) => list.selectedId);
  const index = useStore(desk.orders, (list) => list.selectedIndex);
  const total = useStore(desk.orders, (list) => list.cache.total);
  const partial = useStore(desk.history, ({ state }) => state?.partial ?? false);
  const step = useStep(desk);
  const atDesk = useStore(desk.atDesk);
  // For the one frame between a new selection and the effect above, the former order must not stand under the new number.
  if (selectedId === null || detail.id !== selectedId) return <div className="detail" />;
  return (
    <OrderDetail
      key={selectedId}
      id={selectedId}
      detail={detail}
      among={{ index, total, partial, onStep: step }}
      underWay={underWay}
      detailRef={detailRef}
      onChoosePayment={detail.choosePayment}
      onMark={(payment, to) => {
        // Once marked it is no longer the first pending one: the buttons must not jump to another payment under a second press.
        detail.choosePayment(payment.id);
        void desk.marks.getState().mark(targetOf(payment, detail.order), to);
      }}
      undecided={new Set(atDesk.operations.filter(needsPerson).map(({ id }) => id))}
      onDecide={desk.decisions.open}
      story={
        atDesk.order === selectedId && detail.order !== null ? (
          <Timeline order={detail.order} atDesk={atDesk} onAll={() => desk.showActivityOf(selectedId)} />
        ) : null
      }
      onRecord={() => desk.drafts.getState().openPayment(selectedId)}
      onCopy={(what) => void copyOrder(desk.client, announcements, what, selectedId)}
      onRetry={() => void detail.reload()}
      onBack={onBack}
      onClose={onClose}
    />
  );
}
