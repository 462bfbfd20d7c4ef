// Every request and every event between page and main, once: name, input schema, output schema. Types, bridge and registration derive from it.
import * as v from 'valibot';
import { operation } from '../domain/operation-schemas.ts';
import {
  decisionsInput,
  entryInput,
  entryOutput,
  exportInput,
  exportOutput,
  shiftInput,
  shiftSheet,
  verdict,
} from './activity-requests.ts';
import { batchInput, cancelled, gathered, gatherInput, plan, planInput, started, startInput } from './bulk-requests.ts';
import { checkInput, checkReport } from './check-requests.ts';
import { decideInput, deskState, markInput, operationInput, operationsInput, operationsPage } from './operation-requests.ts';
import {
  countsInput,
  countsOutput,
  createOrderInput,
  creationOutput,
  historyState,
  historyWindow,
  insights,
  orderDetail,
  orderRow,
  pendingInput,
  pendingRow,
  pendingWindow,
  position,
  positionInput,
  recordPaymentInput,
  serverNumber,
  unreadableRows,
  windowInput,
} from './order-schemas.ts';
import { copyOrderInput, exportHistoryInput, exportHistoryOutput, exporting } from './out-requests.ts';
import { forgetServerInput, saveServerInput, serverList } from './server-schemas.ts';
import {
  profileFields,
  profilePicture,
  profileView,
  registerInput,
  registerOutput,
  sessionView,
  settings,
  signInInput,
  signOutOutput,
} from './session-schemas.ts';
import { cancelInput, cancelOutput, closeInput, showPlace, told, waitingList } from './shell-requests.ts';
import { historyPlace, importedViews, saveViewsInput, viewList } from './view-requests.ts';

const nothing = v.null();

export const requests = {
  'app.info': { input: nothing, output: v.strictObject({ version: v.string(), electron: v.string(), platform: v.string() }) },
  'session.view': { input: nothing, output: sessionView },
  'session.signIn': { input: signInInput, output: sessionView },
  'session.register': { input: registerInput, output: registerOutput },
  'session.openPractice': { input: nothing, output: sessionView },
  /** Nobody waits any longer for a sign-in that is under way. */
  'session.giveUp': { input: nothing, output: nothing },
  /** Somebody else wants to sit down where the server has ended a session. What waits there waits for whom it belongs to. */
  'session.leave': { input: nothing, output: nothing },
  'session.signOut': { input: nothing, output: signOutOutput },
  'profile.read': { input: nothing, output: profileView },
  'profile.save': { input: profileFields, output: profileView },
  'profile.picture': { input: nothing, output: profilePicture },
  'history.state': { input: nothing, output: historyState },
  'history.refresh': { input: nothing, output: historyState },
  /** Gives a pull up that is under way; what was known before stays. */
  'history.cancel': { input: nothing, output: historyState },
  'history.window': { input: windowInput, output: historyWindow },
  /** How many orders match each query now. */
  'history.counts': { input: countsInput, output: countsOutput },
  'history.position': { input: positionInput, output: position },
  /** Asks where, writes the whole result there, and answers when it is done. One at a time. */
  'history.export': { input: exportHistoryInput, output: exportHistoryOutput },
  'history.cancelExport': { input: nothing, output: nothing },
  'history.unreadable': { input: nothing, output: unreadableRows },
  /** Puts those rows onto the clipboard as text. false: there are none, or the clipboard did not take it. */
  'history.copyUnreadable': { input: nothing, output: v.boolean() },
  /** What the history last said of an order; null when it is not in the history. Answers at once. */
  'orders.peek': { input: serverNumber, output: v.nullable(orderRow) },
  'orders.open': { input: serverNumber, output: orderDetail },
  /** What this desk knows of an order, as text for a ticket. false: the clipboard did not take it, here and below. */
  'orders.copyTicket': { input: copyOrderInput, output: v.boolean() },
  'orders.copyNumber': { input: copyOrderInput, output: v.boolean() },
  /** `paydesk://order/123` */
  'orders.copyLink': { input: copyOrderInput, output: v.boolean() },
  'orders.create': { input: createOrderInput, output: creationOutput },
  'payments.pending': { input: pendingInput, output: pendingWindow },
  /** What this desk knows of a payment by its number, pending or not; null when nothing. Answers at once. */
  'payments.peek': { input: serverNumber, output: v.nullable(pendingRow) },
  'payments.record': { input: recordPaymentInput, output: creationOutput },
  /** On the disk when it answers; sent when the hold is over. */
  'payments.mark': { input: markInput, output: operation },
  'desk.state': { input: nothing, output: deskState },
  /** Something may be possible again: the network is back, somebody looks at the window. */
  'desk.wake': { input: nothing, output: nothing },
  /** A person wants what waits to go out now, also while the server has asked to be left alone. */
  'desk.insist': { input: nothing, output: nothing },
  'operations.page': { input: operationsInput, output: operationsPage },
  'operations.undo': { input: operationInput, output: operation },
  'operations.sendNow': { input: operationInput, output: operation },
  'operations.decide': { input: decideInput, output: operation },
  /** The numbers of the rows of a list, as they stand at this moment. */
  'bulk.gather': { input: gatherInput, output: gathered },
  /** A dry run: nothing is written down or sent. */
  'bulk.plan': { input: planInput, output: plan },
  /** On the disk when it answers; sent when the hold is over. */
  'bulk.start': { input: startInput, output: started },
  'bulk.pause': { input: batchInput, output: nothing },
  'bulk.resume': { input: batchInput, output: nothing },
  'bulk.sendNow': { input: batchInput, output: nothing },
  /** Undoes what of it has not been sent. */
  'bulk.cancel': { input: batchInput, output: cancelled },
  'activity.entry': { input: entryInput, output: entryOutput },
  /** This person's that need a person, oldest first. */
  'activity.decisions': { input: decisionsInput, output: operationsPage },
  /** Everybody who has asked for anything at this server, by name. */
  'activity.clerks': { input: nothing, output: v.array(v.string()) },
  'activity.verify': { input: nothing, output: verdict },
  'activity.shift': { input: shiftInput, output: shiftSheet },
  /** Of the window as it stands. false: the person thought better of it. */
  'app.print': { input: nothing, output: v.boolean() },
  'operations.export': { input: exportInput, output: exportOutput },
  'waiting.list': { input: nothing, output: waitingList },
  /** Sends what can be sent, and answers when nothing is under way any more: with what is left. */
  'waiting.send': { input: nothing, output: waitingList },
  'waiting.cancel': { input: cancelInput, output: cancelOutput },
  /** The page shows the question that `app.closing` asks for. */
  /** Where a link leads that was opened before somebody had signed in; told once. */
  'app.toShow': { input: nothing, output: v.nullable(showPlace) },
  'app.closingShown': { input: nothing, output: nothing },
  'app.close': { input: closeInput, output: nothing },
  'notices.dismiss': { input: nothing, output: nothing },
  /** Reads and asks for methods only. Answers when it is over, or was cancelled; what is known before is told by `check.changed`. */
  'check.start': { input: checkInput, output: checkReport },
  'check.cancel': { input: nothing, output: nothing },
  /** Puts the last check onto the clipboard as text. false: there has been none, or the clipboard did not take it. */
  'check.copy': { input: nothing, output: v.boolean() },
  'insights.read': { input: nothing, output: insights },
  'servers.list': { input: nothing, output: serverList },
  'servers.save': { input: saveServerInput, output: serverList },
  /** Refused while somebody is signed in there, or something waits for it. */
  'servers.forget': { input: forgetServerInput, output: serverList },
  /** The saved views of this desk. */
  'views.read': { input: nothing, output: viewList },
  'views.save': { input: saveViewsInput, output: viewList },
  /** Where they were saved; null: the person closed the dialog. */
  'views.export': { input: nothing, output: v.nullable(v.string()) },
  'views.import': { input: nothing, output: importedViews },
  /** Where the signed-in person left the history; null: they have not been here. */
  'look.read': { input: nothing, output: v.nullable(historyPlace) },
  'look.save': { input: historyPlace, output: nothing },
  'settings.read': { input: nothing, output: settings },
  'settings.save': { input: settings, output: settings },
} as const;

export const events = {
  'session.changed': sessionView,
  'servers.changed': serverList,
  'history.changed': historyState,
  'history.exporting': exporting,
  'desk.changed': deskState,
  /** A single mark or creation has moved: told of each move, in order. */
  'operation.moved': operation,
  /** Somebody wants to close Paydesk while something waits to be sent. */
  'app.closing': nothing,
  'check.changed': checkReport,
  'app.show': showPlace,
  'app.told': told,
} as const;

export type RequestName = keyof typeof requests;
export type Input<N extends RequestName> = v.InferOutput<(typeof requests)[N]['input']>;
export type Output<N extends RequestName> = v.InferOutput<(typeof requests)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;
