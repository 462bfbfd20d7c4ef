// One order in full: what was ordered, what is paid and due, its payments, and whatever else the server says of it.
import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import { useSpoken } from '../app/context.ts';
import { CopyNumber, CopyOrder } from '../out/CopyOrder.tsx';
import type { CopyOf } from '../out/copy-order.ts';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.ts';
import { asOfTime } from '../ui/format-time.ts';
import { Note } from '../ui/Note.tsx';
import { quantityText } from '../ui/quantity.ts';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import type { DetailState } from './detail-store.ts';
import { type Among, InResult } from './InResult.tsx';
import { orderWords } from './order-words.ts';
import { PaymentsOfOrder } from './PaymentsOfOrder.tsx';
import { StatusMark } from './StatusMark.tsx';
import './detail.css';

interface OrderDetailProps {
  readonly id: number;
  readonly detail: DetailState;
  readonly among: Among;
  readonly underWay: ReadonlyMap<number, PaymentStatus>;
  readonly detailRef: Ref<HTMLElement>;
  readonly onChoosePayment: (id: number) => void;
  readonly onMark: (payment: PaymentView, to: PaymentStatus) => void;
  readonly onRecord: () => void;
  /** Operations that wait for a person's decision. */
  readonly undecided: ReadonlySet<string>;
  readonly onDecide: (operation: string) => void;
  /** What this desk did to it. */
  readonly story: ReactNode;
  readonly onCopy: (what: CopyOf) => void;
  readonly onRetry: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function OrderDetail({ id, detail, among, detailRef, onCopy, onBack, onClose, ...actions }: OrderDetailProps) {
  const { order } = detail;
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack();
  };
  return (
    <section className="detail" aria-label={`Order ${id}`} ref={detailRef} tabIndex={-1} onKeyDown={keyDown} aria-busy={detail.loading}>
      <header className="detail-head">
        <div className="detail-title">
          <h2 className="copy">Order {id}</h2>
          <CopyNumber onCopy={onCopy} />
          {/* A line of its own, whatever the word: what stands below must not move under the pointer. */}
          <div className="detail-status">{order === null ? null : <StatusMark status={orderWords(order)} />}</div>
        </div>
        <InResult {...among} />
        <Button kind="quiet" iconOnly icon={<X size={16} aria-hidden="true" />} aria-label="Close" title="Close" onPress={onClose} />
      </header>
      <div className="detail-body">
        {detail.problem === null ? null : <ProblemNote detail={detail} onRetry={actions.onRetry} />}
        {order === null ? (
          <Waiting failed={detail.problem !== null} />
        ) : (
          <Facts order={order} detail={detail} onCopy={onCopy} {...actions} />
        )}
      </div>
    </section>
  );
}

function ProblemNote({ detail: { problem, order, asOf }, onRetry }: { readonly detail: DetailState; readonly onRetry: () => void }) {
  const now = useNow();
  useSpoken(problem === null ? null : describeError(problem));
  if (problem === null) return null;
  const known = asOf === null ? 'Shown is what the history last said.' : `Shown is what was known at ${asOfTime(asOf, now)}.`;
  return (
    <Note tone="warn">
      {describeError(problem)} {order === null ? '' : known}{' '}
      <button type="button" className="inline-action" onClick={onRetry}>
        Try again
      </button>
    </Note>
  );
}

function Waiting({ failed }: { readonly failed: boolean }) {
  if (failed) return null;
  return (
    <div className="detail-waiting" aria-hidden="true">
      {[70, 45, 85, 60, 75].map((width) => (
        <span key={width} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

type FactsProps = Pick<
  OrderDetailProps,
  'detail' | 'onCopy' | 'underWay' | 'onChoosePayment' | 'onMark' | 'onRecord' | 'undecided' | 'onDecide' | 'story'
> & { readonly order: OrderRow };

function Facts({ order, detail, onCopy, underWay, onChoosePayment, onMark, onRecord, undecided, onDecide, story }: FactsProps) {
  return (
    <>
      <div className="detail-what">
        <p className="detail-product">
          <ServerText text={order.product} absent="No product name" whole />
        </p>
        <CopyOrder onCopy={onCopy} />
      </div>
      <dl className="ledger">
        <Line label="Total" value={order.total}>
          <span className="ledger-how">
            <span className="number">{quantityText(order.quantity)}</span> × <Amount value={order.price} />
          </span>
        </Line>
        <Line label="Paid" value={order.paid} />
        <Line label="Due" value={order.due} />
      </dl>
      <PaymentsOfOrder
        payments={order.payments}
        chosen={detail.chosenPayment}
        underWay={underWay}
        onChoose={onChoosePayment}
        onMark={onMark}
        onRecord={onRecord}
        undecided={undecided}
        onDecide={onDecide}
      />
      {story}
      <dl className="facts">
        <dt>Quantity</dt>
        <dd className="number copy">{quantityText(order.quantity)}</dd>
        <dt>Price</dt>
        <dd>
          <Amount value={order.price} copy />
        </dd>
        <dt>Customer</dt>
        <dd>
          <ServerText text={order.customer} absent="Not told" whole />
        </dd>
        <dt>Created</dt>
        <dd className="copy">
          <When iso={order.createdAt} />
        </dd>
      </dl>
      <More more={detail.more} />
    </>
  );
}

function Line({ label, value, children }: { readonly label: string; readonly value: string | null; readonly children?: ReactNode }) {
  return (
    <div>
      <dt>
        {label}
        {children}
      </dt>
      <dd>
        <Amount value={value} copy />
      </dd>
    </div>
  );
}

function More({ more }: Pick<DetailState, 'more'>) {
  if (more.length === 0) return null;
  return (
    <details className="more">
      <summary>More</summary>
      <dl className="facts">
        {more.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <ServerText text={name} />
            </dt>
            <dd>
              <ServerText text={value} whole />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
