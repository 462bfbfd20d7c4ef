// The yardsticks' entry: an Electron main process without Paydesk. `loop`: the same requests and nothing else. `page`: a page with one row.
import { app, BrowserWindow } from 'electron';

// Not awaited at the top: Electron is ready only after its entry has been run.
void app.whenReady().then(async () => {
  const [what, url, ids] = process.argv.slice(-3);
  if (what === 'loop') {
    const { bareLoop } = await import('./bare-loop.ts');
    process.stdout.write(`${JSON.stringify(await bareLoop(url ?? '', JSON.parse(ids ?? '[]')))}\n`);
    app.quit();
  } else {
    const window = new BrowserWindow({ width: 1280, height: 800 });
    await window.loadURL(`data:text/html,${encodeURIComponent(await (await import('./bare-page.ts')).barePage())}`);
  }
});
