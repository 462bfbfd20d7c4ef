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
  const display = daemon(daemons, 'Xvfb', ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], env);
  const [busEnv, number] = await Promise.all([openBus(home, env, daemons), firstLine(display, 'Xvfb')]);
  const complete = { ...busEnv, DISPLAY: `:${number}` };
  await openKeyring(complete, daemons);
  return complete;
}

/** @param {ChildProcess[]} daemons @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
function daemon(daemons, command, args, env) {
  // setpriv: the kernel ends the daemon even where this process is killed without a chance to tidy up
  const child = start('setpriv', ['--pdeathsig', 'TERM', command, ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  daemons.push(child);
  return child;
}

/** @param {string} home @param {NodeJS.ProcessEnv} env @param {ChildProcess[]} daemons */
async function openBus(home, env, daemons) {
  const configuration = join(home, 'bus.conf');
  writeFileSync(configuration, busConfiguration);
  const bus = daemon(daemons, 'dbus-daemon', ['--nofork', '--print-address', `--config-file=${configuration}`], env);
  return { ...env, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 'dbus-daemon') };
}

/** @param {NodeJS.ProcessEnv} env @param {ChildProcess[]} daemons */
async function openKeyring(env, daemons) {
  const keyring = daemon(daemons, 'gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], env);
  // An empty password would make it ask, and there is nobody to answer.
  keyring.stdin?.end('test');
  await unlocked(env);
}

/**
 * Another bus with another keyring on it, beside the desktop of `env`: for tests that lock it, which cannot be undone without a person.
 * @param {NodeJS.ProcessEnv} env
 */
export async function openPrivateKeyring(env = process.env) {
  const home = mkdtempSync(join(tmpdir(), 'paydesk-keyring-'));
  /** @type {ChildProcess[]} */
  const daemons = [];
  const close = async () => {
    for (const child of daemons.reverse()) await stop(child);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const itsEnv = await openBus(home, { ...privateEnvironment(env, home), DISPLAY: env['DISPLAY'] }, daemons);
    await openKeyring(itsEnv, daemons);
    return { env: itsEnv, close, lock: () => lock(itsEnv) };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Locks the default collection, as a desktop does when its person leaves. @param {NodeJS.ProcessEnv} env */
async function lock(env) {
  const ask = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
  const login = 'array:objpath:/org/freedesktop/secrets/collection/login';
  const { code, output } = await run('dbus-send', [...ask, 'org.freedesktop.Secret.Service.Lock', login], { env, capture: true });
  if (code !== 0 || !output.includes('/collection/login')) throw new Error(`the keyring was not locked: ${output.trim()}`);
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
