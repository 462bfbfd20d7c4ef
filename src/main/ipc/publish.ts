// The one way by which events reach the page.
import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import { EVENT_CHANNEL } from '../../shared/ipc/bridge.ts';
import { type EventName, type EventPayload, events } from '../../shared/ipc/contract.ts';

export type Publish = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** @param window the window there is just now, if any: an event for nobody is dropped, since every page reads the state when it starts. */
export function createPublish(window: () => BrowserWindow | null): Publish {
  return (name, payload) => {
    const checked = v.parse(events[name] as v.GenericSchema, payload);
    const target = window();
    if (target !== null && !target.isDestroyed()) target.webContents.send(EVENT_CHANNEL, name, checked);
  };
}
