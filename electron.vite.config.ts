// How the three parts of the app are built: main (Node, ESM), preload (one CommonJS file, as a sandboxed preload must be), renderer (web).
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      // Only keytar, a native module, stays outside the bundle; everything else is packed in.
      externalizeDeps: { include: ['keytar'] },
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'journal-worker': 'src/main/journal/worker.ts',
          'history-worker': 'src/main/store/worker.ts',
        },
        external: ['keytar'],
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    // One style sheet: what comes later in it wins, whichever chunk it belongs to.
    build: { minify: true, cssCodeSplit: false, rollupOptions: { input: { index: resolve('src/renderer/index.html') } } },
    plugins: [react()],
  },
});
