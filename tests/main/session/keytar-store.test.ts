// The one door to the system's keychain, on a machine without one: every call is told as a problem and none ends the program.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeytarKeychain } from '../../../src/main/session/keytar-store.ts';
import { createSecretStore } from '../../../src/main/session/secret-store.ts';

// Elsewhere this would be the person's own keychain.
describe.runIf(process.platform === 'linux')('without a keychain service', () => {
  beforeEach(() => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nonexistent/paydesk-test');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('reading, writing and removing are each told as missing', async () => {
    const store = createSecretStore(createKeytarKeychain(), 5_000);
    const missing = { kind: 'problem', problem: 'missing' };
    expect(await store.read('Paydesk https://shop.example', 'nobody')).toEqual(missing);
    expect(await store.write('Paydesk https://shop.example', 'nobody', 'token')).toEqual(missing);
    expect(await store.remove('Paydesk https://shop.example', 'nobody')).toEqual(missing);
  });
});
