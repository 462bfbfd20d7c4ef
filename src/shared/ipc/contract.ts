// Every request and every event between page and main, once: name, input schema, output schema. Types, bridge and registration derive from it.
import * as v from 'valibot';
import {
  activityEntry,
  createOrderInput,
  historyState,
  historyWindow,
  insights,
  markInput,
  markOutput,
  orderDetail,
  orderRow,
  paymentView,
  pendingInput,
  pendingWindow,
  position,
  positionInput,
  recordPaymentInput,
  serverNumber,
  windowInput,
} from './order-schemas.ts';
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

const nothing = v.null();

export const requests = {
  'app.info': { input: nothing, output: v.strictObject({ version: v.string(), electron: v.string(), platform: v.string() }) },
  'session.view': { input: nothing, output: sessionView },
  'session.signIn': { input: signInInput, output: sessionView },
  'session.register': { input: registerInput, output: registerOutput },
  'session.openPractice': { input: nothing, output: sessionView },
  'session.signOut': { input: nothing, output: signOutOutput },
  'profile.read': { input: nothing, output: profileView },
  'profile.save': { input: profileFields, output: profileView },
  'profile.picture': { input: nothing, output: profilePicture },
  'history.state': { input: nothing, output: historyState },
  'history.refresh': { input: nothing, output: historyState },
  'history.window': { input: windowInput, output: historyWindow },
  'history.position': { input: positionInput, output: position },
  /** What the history last said of an order; null when it is not in the history. Answers at once. */
  'orders.peek': { input: serverNumber, output: v.nullable(orderRow) },
  'orders.open': { input: serverNumber, output: orderDetail },
  'orders.create': { input: createOrderInput, output: v.strictObject({ id: v.nullable(serverNumber) }) },
  'payments.pending': { input: pendingInput, output: pendingWindow },
  'payments.record': { input: recordPaymentInput, output: paymentView },
  'payments.mark': { input: markInput, output: markOutput },
  'activity.list': { input: nothing, output: v.array(activityEntry) },
  'insights.read': { input: nothing, output: insights },
  'settings.read': { input: nothing, output: settings },
  'settings.save': { input: settings, output: settings },
} as const;

export const events = {
  'session.changed': sessionView,
  'history.changed': historyState,
  'activity.changed': nothing,
} as const;

export type RequestName = keyof typeof requests;
export type Input<N extends RequestName> = v.InferOutput<(typeof requests)[N]['input']>;
export type Output<N extends RequestName> = v.InferOutput<(typeof requests)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;
