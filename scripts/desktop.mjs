// A private desktop for tests: own display, own D-Bus, own unlocked keyring, own home; the person's real ones are never touched.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atTheEnd, run, start, stop } from './processes.mjs';
import { Stop } from './project.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** A bus that starts no service by itself: nothing is on it but what is put there below. */
const busConfiguration = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;
const startSeconds = 15;

/**
 * Runs `work` with the environment of a fresh private desktop and takes the desktop away afterwards.
 * On macOS and Windows there is no such thing: the work runs on the real desktop, and that is said.
 * @template Result
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} work
 * @param {{ env?: NodeJS.ProcessEnv, screen?: string }} options screen: width x height x depth
 */
export async function inPrivateDesktop(work, { env = process.env, screen = '1440x900x24' } = {}) {
  if (process.platform !== 'linux') {
    console.log('A private desktop exists on Linux only: this runs on your own desktop and uses your own keychain.');
    return work(env);
  }
  const home = mkdtempSync(join(tmpdir(), 'paydesk-desktop-'));
  const forget = atTheEnd(() => rmSync(home, { recursive: true, force: true }));
  /** @type {ChildProcess[]} */
  const daemons = [];
  try {
    return await work(await openDesktop(home, privateEnvironment(env, home), screen, daemons));
  } finally {
    for (const daemon of daemons.reverse()) await stop(daemon);
    rmSync(home, { recursive: true, force: true });
    forget();
  }
}

/** @param {string} home @param {NodeJS.ProcessEnv} env @param {string} screen @param {ChildProcess[]} daemons filled as they start */
async function openDesktop(home, env, screen, daemons) {
  const configuration = join(home, 'bus.conf');
  writeFileSync(configuration, busConfiguration);
  /** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} itsEnv */
  const daemon = (command, args, itsEnv) => {
    // setpriv: the kernel ends the daemon even where this process is killed without a chance to tidy up
    const child = start('setpriv', ['--pdeathsig', 'TERM', command, ...args], { env: itsEnv, stdio: ['pipe', 'pipe', 'ignore'] });
    daemons.push(child);
    return child;
  };
  const bus = daemon('dbus-daemon', ['--nofork', '--print-address', `--config-file=${configuration}`], env);
  const display = daemon('Xvfb', ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], env);
  const [address, number] = await Promise.all([firstLine(bus, 'dbus-daemon'), firstLine(display, 'Xvfb')]);
  const complete = { ...env, DBUS_SESSION_BUS_ADDRESS: address, DISPLAY: `:${number}` };
  const keyring = daemon('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], complete);
  // An empty password would make it ask, and there is nobody to answer.
  keyring.stdin?.end('test');
  await unlocked(complete);
  return complete;
}

/** Waits until the keyring answers with an unlocked default collection. @param {NodeJS.ProcessEnv} env */
async function unlocked(env) {
  const ask = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.ReadAlias',
    'string:default',
  ];
  for (const deadline = Date.now() + startSeconds * 1000; Date.now() < deadline; await sleep(50)) {
    const { code, output } = await run('dbus-send', ask, { env, capture: true });
    if (code === 127) throw new Stop(`The private desktop could not start: ${output.trim()}`);
    if (output.includes('/collection/')) return;
  }
  throw new Stop(`The private desktop could not start: the keyring was not unlocked after ${startSeconds} s.`);
}

/** @param {NodeJS.ProcessEnv} env @param {string} home */
function privateEnvironment(env, home) {
  const folder = (/** @type {string} */ name) => {
    mkdirSync(join(home, name), { mode: 0o700 });
    return join(home, name);
  };
  chmodSync(home, 0o700);
  const { WAYLAND_DISPLAY: _, XAUTHORITY: __, DISPLAY: ___, GNOME_KEYRING_CONTROL: ____, ...rest } = env;
  return {
    ...rest,
    HOME: home,
    XDG_DATA_HOME: folder('data'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_RUNTIME_DIR: folder('run'),
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'GNOME',
    NO_AT_BRIDGE: '1',
  };
}

/** @param {ChildProcess} child @param {string} name @returns {Promise<string>} */
function firstLine(child, name) {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      reject(new Stop(`The private desktop could not start: ${name} ${why}.`));
    };
    const timer = setTimeout(() => fail(`said nothing for ${startSeconds} s`), startSeconds * 1000);
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('error', (error) => fail(`is missing (${error.message})`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}
