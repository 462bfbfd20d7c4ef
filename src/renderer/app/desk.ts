// Everything that the page holds for one signed-in person. It lives and ends with the session, so nothing of one person is left for the next.
import type { StoreApi } from 'zustand/vanilla';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import type { ActivityStore } from '../activity/activity-store.ts';
import type { ToolsStore } from '../activity/tools-store.ts';
import type { Client } from '../bridge.ts';
import type { BulkStore, Scope } from '../bulk/bulk-store.ts';
import type { Decisions } from '../decisions/decisions-store.ts';
import type { InsightsStore } from '../insights/insights-store.ts';
import type { MarksStore } from '../marks/marks-store.ts';
import type { AtDeskStore } from '../orders/at-desk-store.ts';
import type { DetailStore } from '../orders/detail-store.ts';
import type { DraftsStore } from '../orders/drafts-store.ts';
import type { OrdersStore } from '../orders/orders-store.ts';
import type { PlaceStore } from '../orders/place-store.ts';
import type { ExportStore } from '../out/export-store.ts';
import type { PendingStore } from '../payments/pending-store.ts';
import type { ProfileStore } from '../profile/profile-store.ts';
import type { ChoiceStore } from '../rows/choice-store.ts';
import type { PageCache } from '../rows/page-cache.ts';
import type { WaitingStore } from '../truth/waiting-store.ts';
import type { ViewsStore } from '../views/views-store.ts';
import type { Asking, AskingStore } from './asking.ts';
import type { HistoryStore } from './history-store.ts';
import type { Place } from './places.ts';
import type { Trail } from './trail.ts';

export interface Desk {
  readonly client: Client;
  readonly place: StoreApi<{ readonly at: Place }>;
  readonly history: HistoryStore;
  readonly orders: OrdersStore;
  /** How the history is looked at, and where somebody stands in it. */
  readonly looking: PlaceStore;
  readonly views: ViewsStore;
  /** The way back. */
  readonly trail: Trail;
  readonly detail: DetailStore;
  readonly drafts: DraftsStore;
  readonly pending: PendingStore;
  readonly marks: MarksStore;
  /** The rows that are chosen in each list. */
  readonly choices: Readonly<Record<Scope, ChoiceStore>>;
  readonly bulk: BulkStore;
  readonly activity: ActivityStore;
  /** Checking, exporting, counting what Activity shows. */
  readonly tools: ToolsStore;
  /** `decisions.open(operation)` puts an operation before the person, above any screen. */
  readonly decisions: Decisions;
  /** What was done at this desk to the open order. */
  readonly atDesk: AtDeskStore;
  readonly insights: InsightsStore;
  readonly profile: ProfileStore;
  readonly waiting: WaitingStore;
  readonly asking: AskingStore;
  /** The history on its way into a file. */
  readonly exporting: ExportStore;
  ask(asking: Asking | null): void;
  goTo(place: Place): void;
  /** Where an entry is decided on; null: where all of them stand. */
  showDecision(operation: string | null): void;
  /** Shows an order in full, wherever it stands in the list. */
  showOrder(id: number): void;
  /** Shows what this desk did to an order. */
  showActivityOf(order: number): void;
  /** Asks the server for the history and for the open order anew, and says so when it cannot. */
  refresh(): Promise<void>;
  /** Tries to reach the server at once: what waits to be sent, and the history. */
  tryNow(): Promise<void>;
  /** The same person has signed in again: what failed meanwhile is asked anew. */
  resume(): void;
  /** Undoes the newest held mark, and goes back to its payment where that is on the screen. */
  undo(): Promise<void>;
  /** Whether this server tells customers at all; once seen, the column stays. */
  customersSeen(cache: PageCache<OrderRow>): boolean;
  /** @returns the stop */
  follow(): () => void;
}
