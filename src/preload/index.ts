// Gives the page `window.paydesk` and nothing else: no Electron object, no Node, no channel of its own choosing.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Bridge, EVENT_CHANNEL, REQUEST_CHANNEL } from '../shared/ipc/bridge.ts';

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  listen: (listener) => {
    const forward = (_event: IpcRendererEvent, name: string, payload: unknown): void => listener(name, payload);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('paydesk', bridge);
