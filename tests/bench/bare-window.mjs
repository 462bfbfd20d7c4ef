// A bare Electron window: what the same runtime needs at least. `--page=URL` is what it shows; a plain page where that is left out.
import { app, BrowserWindow } from 'electron';

const start = '--page=';
const asked = process.argv.findLast((argument) => argument.startsWith(start))?.slice(start.length);
const page = asked ?? 'data:text/html,<!doctype html><title>Plain</title><h1>Plain</h1>';

void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL(page));
