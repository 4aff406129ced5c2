/** What the installed program consists of, for electron-builder. */
import type { Configuration } from 'electron-builder';
import { FUSES } from '../electron/desktop/policy.ts';

export const packaging: Configuration = {
  appId: 'local.yusuan.desktop',
  productName: '单位预算',
  directories: { output: 'dist' },
  extraMetadata: { main: 'out/desktop/main.js' },
  files: [
    'package.json',
    'out/desktop/**',
    'out/renderer/**',
    // Run only from a checkout: the Node binaries and the browser driver.
    '!node_modules/node-*-*/**',
    '!node_modules/playwright-core/**',
  ],
  // A native module cannot be loaded from inside the archive.
  asarUnpack: ['node_modules/better-sqlite3/**'],
  // better-sqlite3 is built on Node-API: the file from its package serves Electron as it is.
  npmRebuild: false,
  electronFuses: FUSES,
  fileAssociations: [{ ext: 'ysb', name: '预算账套', role: 'Editor' }],
  linux: { target: ['AppImage', 'deb'], category: 'Office' },
  win: { target: ['nsis'] },
};
