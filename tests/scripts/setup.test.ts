// The decisions of setup that need no machine: what is enough, what is missing, what is genuine.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/electron-path.mjs';
import { missingFrom } from '../../scripts/setup/debian-packages.mjs';
import { checkIntegrity } from '../../scripts/setup/integrity.mjs';
import { isInstalled } from '../../scripts/setup/node-packages.mjs';
import { isEnough } from '../../scripts/setup/node-version.mjs';
import { runSteps } from '../../scripts/setup/progress.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-setup-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text = ''): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '23.0.0', '24.15.0'])('%s is enough', (version) => {
    expect(isEnough(version)).toBe(true);
  });
  it.each(['18.20.4', '20.18.3', '21.7.3', '22.11.0', '', 'x'])('"%s" is not', (version) => {
    expect(isEnough(version)).toBe(false);
  });
});

describe('system packages', () => {
  it('are missing unless one of their names is installed', () => {
    const wanted = ['libnss3', 'libasound2/libasound2t64', 'xvfb'];
    expect(missingFrom(wanted, new Set(['libasound2t64', 'xvfb']))).toEqual(['libnss3']);
  });
});

describe('integrity', () => {
  const integrityOf = (text: string) => `sha512-${createHash('sha512').update(text).digest('base64')}`;

  it('accepts the pinned bytes', async () => {
    expect(await checkIntegrity(write('a.tgz', 'genuine'), integrityOf('genuine'))).toEqual({ ok: true });
  });

  it('refuses other bytes and says what they are', async () => {
    const verdict = await checkIntegrity(write('a.tgz', 'genuinE'), integrityOf('genuine'));
    expect(verdict).toEqual({ ok: false, actual: integrityOf('genuinE') });
  });

  it.each(['', 'sha1-abc', 'sha512-', `${integrityOf('a')} ${integrityOf('b')}`])(
    'takes no weaker pin than one sha512 (%s)',
    async (pin) => {
      await expect(checkIntegrity(write('a.tgz', 'a'), pin)).rejects.toThrow(TypeError);
    },
  );
});

describe('npm packages', () => {
  const lock = {
    packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': { version: '2.0.0', optional: true } },
  };
  const there = (packages: object) => isInstalled(lock, { packages });

  it('are as locked, optional ones for other platforms left out', () => {
    expect(there({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } })).toBe(true);
  });
  it('are not when one is missing, of another version, of other bytes, or too many', () => {
    expect(there({})).toBe(false);
    expect(there({ 'node_modules/a': { version: '1.0.1', integrity: 'x' } })).toBe(false);
    expect(there({ 'node_modules/a': { version: '1.0.0', integrity: 'y' } })).toBe(false);
    expect(there({ 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/c': { version: '1.0.0' } })).toBe(false);
  });
  it('are not when npm left no record', () => {
    expect(isInstalled(lock, undefined)).toBe(false);
  });
});

describe('the Electron binary', () => {
  const find = (env: object = {}) =>
    findElectron({ env, packageDir: join(folder, 'electron'), copy: join(folder, 'copy/electron'), platform: 'linux' });
  const download = (version: string) => {
    write('electron/package.json', '{"version":"45.4.1"}');
    write('electron/dist/version', version);
    write('electron/path.txt', 'electron');
    return write('electron/dist/electron');
  };

  it('is the official one before the registry copy', () => {
    write('copy/electron');
    const path = download('45.4.1');
    expect(find()).toEqual({ path, source: 'official' });
  });

  it('is the copy where the download is for another version or was interrupted', () => {
    const path = write('copy/electron');
    download('44.0.0');
    expect(find()).toEqual({ path, source: 'registry copy' });
    download('45.4.1');
    rmSync(join(folder, 'electron/path.txt'));
    expect(find()).toEqual({ path, source: 'registry copy' });
  });

  it('is what the environment names, before everything', () => {
    download('45.4.1');
    const path = write('mine/electron');
    expect(find({ ELECTRON_EXEC_PATH: path })).toEqual({ path, source: 'environment' });
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'mine') })).toEqual({ path, source: 'environment' });
  });

  it('named by the environment but absent is refused loudly', () => {
    download('45.4.1');
    expect(() => find({ ELECTRON_EXEC_PATH: join(folder, 'nowhere') })).toThrow('which is not there');
  });

  it('may be missing', () => {
    expect(find()).toBeUndefined();
  });
});

describe('progress', () => {
  const idle = { title: 'Idle', ensure: () => 'nothing missing' };
  const busy = {
    title: 'Busy',
    ensure: (say: (line: string) => void) => {
      say('installing');
      return 'installed';
    },
  };
  const printed = async (quiet: boolean) => {
    const lines: string[] = [];
    await runSteps([idle, busy], { quiet, print: (line: string) => lines.push(line) });
    return lines.map((line) => line.replace(/\d+\.\d s/, 'T'));
  };

  it('numbers the steps and gives their time', async () => {
    expect(await printed(false)).toEqual([
      '[1/2] Idle: nothing missing (T)',
      '[2/2] Busy: installing',
      '[2/2] Busy: installed (T)',
      'Ready in T.',
    ]);
  });

  it('when quiet, tells only what is done', async () => {
    expect(await printed(true)).toEqual(['[2/2] Busy: installing', '[2/2] Busy: installed (T)']);
  });

  it('stops at the first step that fails', async () => {
    const failing = {
      title: 'Failing',
      ensure: () => {
        throw new Error('no');
      },
    };
    await expect(runSteps([failing, busy], { quiet: true, print: () => expect.unreachable() })).rejects.toThrow('no');
  });
});
