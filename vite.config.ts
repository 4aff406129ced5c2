import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: renderer/ into out/renderer, served by a shell from one origin. */
export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  // Every reference is a file of its own: the content policy allows no inline script.
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // The oldest browser of supported systems: Chromium 109, the last one for Windows 7 and early 统信UOS.
    target: 'chrome109',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
