// The system libraries that Electron, keytar and the tests' private desktop need, on Debian and its relatives.
import { existsSync } from 'node:fs';
import { run } from '../processes.mjs';
import { Stop } from '../project.mjs';

/** A slash separates the names that one library has in different releases. */
const needed = [
  'libgtk-3-0/libgtk-3-0t64',
  'libnss3',
  'libasound2/libasound2t64',
  'libgbm1',
  'libsecret-1-0',
  // keytar is compiled where its prebuilt binary cannot be downloaded
  'libsecret-1-dev',
  'g++',
  'make',
  'python3',
  // the private desktop: display, bus, keyring, letters and the emoji that people put into names
  'xvfb',
  'dbus-x11',
  'gnome-keyring',
  'fonts-dejavu-core',
  'fonts-droid-fallback',
  'fonts-noto-color-emoji',
  'fonts-noto-core',
];

/** @type {import('./progress.mjs').Step} */
export const debianPackages = {
  title: 'System packages',
  async ensure(say) {
    if (process.platform !== 'linux') return 'not Linux, nothing to add';
    if (!existsSync('/usr/bin/dpkg-query')) {
      return `not a Debian system: the equivalents of ${needed.map((names) => names.split('/')[0]).join(' ')} have to be there already`;
    }
    const missing = missingFrom(needed, await installedPackages());
    if (missing.length === 0) return 'nothing missing';
    const prefix = await privilege();
    if (prefix === undefined) {
      throw new Stop(
        `Some system packages are missing. Install them with this command, then run yours again:\n\n  ${await byHand(missing)}\n`,
      );
    }
    const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=120'];
    say('apt-get update');
    await mustRun([...apt, 'update'], missing);
    const chosen = await inThisRelease(missing);
    say(`installing ${chosen.join(' ')}`);
    await mustRun([...apt, 'install', '--no-install-recommends', ...chosen], missing);
    return `${chosen.length} installed`;
  },
};

/**
 * @param {readonly string[]} wanted names, alternatives separated by slashes
 * @param {ReadonlySet<string>} installed
 */
export function missingFrom(wanted, installed) {
  return wanted.filter((names) => !names.split('/').some((name) => installed.has(name)));
}

async function installedPackages() {
  const names = needed.flatMap((entry) => entry.split('/'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], { capture: true });
  const lines = output.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name = '']) => name));
}

/** @returns {Promise<string[] | undefined>} what to put before apt-get; undefined when we may not install */
async function privilege() {
  if (process.getuid?.() === 0) return [];
  const { code } = await run('sudo', ['-n', 'true'], { capture: true });
  return code === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {readonly string[]} entries picks, for each, the newest name that this release has as a real package */
async function inThisRelease(entries) {
  const chosen = [];
  for (const entry of entries) {
    const names = entry.split('/');
    const { output } = await run('apt-cache', ['pkgnames', names[0] ?? ''], { capture: true });
    const known = new Set(output.split('\n'));
    chosen.push(names.findLast((name) => known.has(name)) ?? entry.split('/')[0] ?? entry);
  }
  return chosen;
}

/** @param {readonly string[]} missing */
async function byHand(missing) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${(await inThisRelease(missing)).join(' ')}`;
}

/** @param {readonly string[]} line @param {readonly string[]} missing */
async function mustRun([command = '', ...args], missing) {
  const { code, output } = await run(command, args, { capture: true });
  if (code === 0) return;
  const tail = output.trim().split('\n').slice(-15).join('\n');
  throw new Stop(
    `${tail}\n\napt-get failed. Once its complaint above is settled, this installs what is missing:\n\n  ${await byHand(missing)}\n`,
  );
}
