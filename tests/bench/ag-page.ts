// The yardstick's page: AG Grid Community with the same bytes, columns and row height, its usual settings, and what its documentation
// recommends for the quick filter (`cacheQuickFilter`), which searches all columns. In its favour: no animation, and amounts and states worked out
// beforehand. Runs in a browser; served by byte-server.ts without its types.
import type * as AgGrid from 'ag-grid-community';

declare const agGrid: typeof AgGrid;

interface WireOrder {
  readonly id: number;
  readonly product_name: string;
  readonly customer_name: string;
  readonly quantity: number;
  readonly price: string;
  readonly created_at: string;
  readonly payments: readonly { readonly amount: string; readonly status: string }[];
}

export interface AgBench {
  readonly api: AgGrid.GridApi<Row>;
  /** What is drawn is what the filter and the sort have come to. */
  agrees(): boolean;
}

interface Row {
  readonly id: number;
  readonly product: string;
  readonly customer: string;
  readonly quantity: number;
  readonly total: number;
  readonly due: number;
  readonly created: string;
  readonly status: string;
}

const answer = await fetch('/api/orders/history/');
const rowData = ((await answer.json()) as readonly WireOrder[]).map(rowOf);
const amount = ({ value }: { readonly value?: unknown }): string => Number(value).toFixed(2);
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const api = agGrid.createGrid<Row>(document.querySelector<HTMLElement>('#grid') ?? document.body, {
  rowData,
  columnDefs: [
    { field: 'id', headerName: 'Order', width: 100, sort: 'desc' },
    { field: 'product', headerName: 'Product', flex: 2 },
    { field: 'customer', headerName: 'Customer', flex: 2 },
    { field: 'quantity', headerName: 'Quantity', width: 100 },
    { field: 'total', headerName: 'Total', width: 120, valueFormatter: amount, getQuickFilterText: amount },
    { field: 'due', headerName: 'Due', width: 120, valueFormatter: amount },
    { field: 'created', headerName: 'Created', flex: 1, valueFormatter: ({ value }) => day.format(new Date(String(value))) },
    { field: 'status', headerName: 'Payment status', width: 140 },
  ],
  rowHeight: 36,
  headerHeight: 32,
  cacheQuickFilter: true,
  animateRows: false,
});
const box = document.querySelector('input');
box?.addEventListener('input', () => api.setGridOption('quickFilterText', box.value));

Object.assign(window, {
  agBench: {
    api,
    agrees: () => {
      const drawn = document.querySelector('[row-index="0"] [col-id="id"]')?.textContent ?? '';
      return (api.getGridOption('quickFilterText') ?? '') === box?.value && drawn === String(api.getDisplayedRowAtIndex(0)?.data?.id ?? '');
    },
  } satisfies AgBench,
});

function rowOf(order: WireOrder): Row {
  const { id, product_name: product, customer_name: customer, quantity, created_at: created, payments } = order;
  const total = Number(order.price) * quantity;
  const paid = payments.filter(({ status }) => status === 'completed').reduce((sum, payment) => sum + Number(payment.amount), 0);
  const last = payments.at(-1)?.status ?? 'none';
  const status = last === 'completed' && paid < total - 0.005 ? 'partly paid' : last;
  return { id, product, customer, quantity, total, due: total - paid, created, status };
}
