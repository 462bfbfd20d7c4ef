// Only the app's own page, in the top frame of a window of ours, may ask main for anything.
// Threat: a frame or window that got foreign content into the app (CVE-2022-29247 and its kind). Mechanism: identity of the frame
// object and its exact origin. Source: Electron's security checklist, item 17.
import type { IpcMainInvokeEvent } from 'electron';

/**
 * Must be called synchronously at the start of a handler: the frame of a sender that navigates away becomes null.
 * @param origin the only origin that the page is ever served from.
 */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>, origin: string): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return false;
  const url = URL.parse(frame.url);
  // `origin` of a custom scheme is the text "null", so scheme and host are compared.
  return url !== null && `${url.protocol}//${url.host}` === origin;
}
