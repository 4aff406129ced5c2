import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Names the first questions as a script of their own, before the program's: as a part of that one's graph they would
 * wait until the whole program is read and compiled.
 */
const askFirst: Plugin = {
  name: 'ask-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle)
        .filter((each) => each.type === 'chunk' && each.name === 'ask')
        .map(({ fileName }) => ({
          tag: 'script',
          attrs: { type: 'module', crossorigin: true, src: `/${fileName}` },
          injectTo: 'head-prepend',
        })),
  },
};

/** The window: renderer/ into out/renderer, served by a shell from one origin. */
export default defineConfig({
  root: 'renderer',
  plugins: [react(), askFirst],
  // Every reference is a file of its own: the content policy allows no inline script.
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // The oldest browser of supported systems: Chromium 109, the last one for Windows 7 and early 统信UOS.
    target: 'chrome109',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the first screen needs stands in one file, whatever other pages share with it: each file is a way to the
          // core and back. The first questions have a file of their own, which runs before that one does.
          groups: [
            { name: 'ask', test: /[\\/]renderer[\\/]state[\\/]ask-ahead\.ts$/, priority: 2 },
            { name: 'program', test: /[\\/]renderer[\\/]app\.tsx$|[\\/]react-dom[\\/]client/, priority: 1 },
          ],
        },
      },
    },
  },
});
