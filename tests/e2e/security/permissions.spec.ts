// Attack: the page asks for what a browser gives away with permission: camera, clipboard, place, notifications, devices, other windows.
import { expect, test } from 'playwright/test';
import { launch } from '../support/desk.ts';

const NAMES = [
  ...['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'clipboard-write', 'midi', 'persistent-storage'],
  ...['background-sync', 'idle-detection', 'local-fonts', 'window-management', 'screen-wake-lock', 'storage-access'],
];

test('every permission is refused, without a question to the person', async () => {
  const desk = await launch();
  const { page } = desk;
  await page.bringToFront();

  const states = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => {
          const answer = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null);
          return `${name}: ${answer?.state ?? 'unknown'}`;
        }),
      ),
    NAMES,
  );
  expect(states.filter((state) => !/: (denied|unknown)$/.test(state))).toEqual([]);
  expect(states.filter((state) => state.endsWith(': denied')).length).toBeGreaterThanOrEqual(8);

  expect(await page.evaluate(askForEverything)).toEqual({
    notification: 'denied',
    clipboard: 'refused',
    clipboardWrite: 'refused',
    camera: 'refused',
    screen: 'refused',
    place: 'refused',
    fullscreen: null,
    midi: 'refused',
    usb: 'refused',
    hid: 'refused',
    serial: 'refused',
    bluetooth: 'refused',
    files: 'refused',
    persistent: false,
  });
  await desk.close();
});

async function askForEverything(): Promise<Record<string, unknown>> {
  const asked = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      const given = await work();
      // Some devices are refused with an empty list.
      return Array.isArray(given) && given.length === 0 ? 'refused' : 'given';
    } catch {
      return 'refused';
    }
  };
  const of = (name: string): Record<string, (options: unknown) => Promise<unknown>> => Reflect.get(navigator, name) ?? {};
  const missing = (): Promise<never> => Promise.reject(new Error('missing'));
  // What is refused here is never answered, so its effect is looked at after all the others.
  void asked(() => document.documentElement.requestFullscreen());
  return {
    notification: await Notification.requestPermission(),
    clipboard: await asked(() => navigator.clipboard.readText()),
    clipboardWrite: await asked(() => navigator.clipboard.writeText('pay here')),
    camera: await asked(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
    screen: await asked(() => navigator.mediaDevices.getDisplayMedia()),
    place: await asked(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
    midi: await asked(() => navigator.requestMIDIAccess({ sysex: true })),
    usb: await asked(() => (of('usb')['requestDevice'] ?? missing).call(of('usb'), { filters: [] })),
    hid: await asked(() => (of('hid')['requestDevice'] ?? missing).call(of('hid'), { filters: [] })),
    serial: await asked(() => (of('serial')['requestPort'] ?? missing).call(of('serial'), {})),
    bluetooth: await asked(() => (of('bluetooth')['requestDevice'] ?? missing).call(of('bluetooth'), { acceptAllDevices: true })),
    files: await asked(() => ((Reflect.get(window, 'showSaveFilePicker') as (() => Promise<unknown>) | undefined) ?? missing)()),
    persistent: await navigator.storage.persist(),
    fullscreen: document.fullscreenElement,
  };
}
