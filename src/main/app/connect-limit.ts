// How long Chromium tries to connect. It would try for minutes, and tells nobody whether a connection stands, so the limit is its own:
// the network stack ends each TCP connect (to a proxy, too) by the feature that it has for that. What waits for an answer is not touched.
import { app } from 'electron';

/** Before the app is ready. @param limit in milliseconds. */
export function limitConnecting(limit: number): void {
  const feature = `TimeoutTcpConnectAttempt:TimeoutTcpConnectAttemptMin/${limit}ms/TimeoutTcpConnectAttemptMax/${limit}ms`;
  const given = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', given === '' ? feature : `${given},${feature}`);
}
