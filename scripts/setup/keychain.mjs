// Does keytar's native binary load? Otherwise it is compiled.
import { run } from '../processes.mjs';
import { root, Stop } from '../project.mjs';
import { npm, withNodeHeaders } from './npm.mjs';

const compilerAdvice =
  {
    linux: "Install a C++ compiler, make, Python 3 and libsecret's headers (Debian: apt-get install g++ make python3 libsecret-1-dev)",
    darwin: 'Install the Xcode command line tools (xcode-select --install)',
    win32: 'Install the Visual Studio Build Tools with "Desktop development with C++" and Python 3',
  }[/** @type {string} */ (process.platform)] ?? 'Install a C++ compiler, make and Python 3';

/** @type {import('./progress.mjs').Step} */
export const keychain = {
  title: 'Keychain module',
  async ensure(say) {
    if ((await load()).code === 0) return 'loads';
    say('keytar does not load here; compiling it');
    const [command, args] = npm('rebuild', 'keytar', '--foreground-scripts');
    const built = await run(command, args, { capture: true, cwd: root, env: withNodeHeaders() });
    const loaded = await load();
    if (loaded.code === 0) return 'compiled, loads';
    const words = `${built.output}\n${loaded.output}`.trim().split('\n').slice(-25).join('\n');
    throw new Stop(`${words}\n\nkeytar could not be compiled. ${compilerAdvice}, then run the command again.`);
  },
};

/** In a child process: a native module that crashes must not take setup with it. */
function load() {
  return run(process.execPath, ['-e', 'require("keytar")'], { capture: true, cwd: root });
}
