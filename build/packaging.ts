// biome-ignore-all lint/suspicious/noTemplateCurlyInString: electron-builder fills the placeholders in
/** What the installed program consists of, for electron-builder. */
import type { Configuration } from 'electron-builder';
import { FUSES } from '../electron/desktop/policy.ts';

export const packaging: Configuration = {
  appId: 'local.yusuan.desktop',
  productName: '单位预算',
  // Names of files and folders: what installers, menus and shells of all systems take.
  executableName: 'yusuan',
  artifactName: 'yusuan-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist' },
  extraMetadata: { main: 'out/desktop/main.js' },
  files: [
    'package.json',
    'out/desktop/**',
    'out/renderer/**',
    // Everything else is in the bundles; of the driver, what it runs and the binary of the target.
    '!node_modules/**',
    'node_modules/better-sqlite3/{package.json,LICENSE}',
    'node_modules/better-sqlite3/lib/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  // A native module cannot be loaded from inside the archive.
  asarUnpack: ['node_modules/better-sqlite3/**'],
  // better-sqlite3 is built on Node-API: the file from its package serves Electron as it is.
  npmRebuild: false,
  electronFuses: FUSES,
  // Chinese and English are what the window and the system dialogs need.
  electronLanguages: ['zh-CN', 'en-US'],
  fileAssociations: [{ ext: 'ysb', name: '预算账套', role: 'Editor', mimeType: 'application/x-yusuan-book' }],
  linux: {
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
    category: 'Office',
    synopsis: '单位预算编制与公开',
    maintainer: 'yusuan',
    vendor: 'yusuan',
  },
  // UOS and Kylin bring these under the names of Debian.
  deb: { priority: 'optional', depends: ['libgtk-3-0', 'libnss3', 'libasound2', 'libxss1', 'libxtst6', 'xdg-utils'] },
  win: {
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64', 'arm64'] },
    ],
  },
  // For the user alone, without an administrator; books are never removed with the program.
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  mac: { target: [{ target: 'dmg', arch: ['x64', 'arm64'] }], category: 'public.app-category.finance' },
};
