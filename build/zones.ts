/** The zones of the source tree and what each may import: the one place that says so (docs/architecture.md explains why). */
export interface Zone {
  /** Folder, relative to the checkout. Files belong to the longest folder that holds them. */
  readonly folder: string;
  /** Folders whose files it may import. */
  readonly zones: readonly string[];
  /** Packages it may import, by exact name or `name/…`. */
  readonly packages: readonly string[];
  /** Whether Node's own modules (`node:*`) are allowed. */
  readonly node: boolean;
}

export const ZONES: readonly Zone[] = [
  { folder: 'shared', zones: ['shared'], packages: ['decimal.js'], node: false },
  { folder: 'db', zones: ['shared', 'db'], packages: ['better-sqlite3'], node: true },
  {
    folder: 'renderer',
    zones: ['shared', 'renderer'],
    packages: [
      'react',
      'react-dom',
      'antd',
      '@codemirror/commands',
      '@codemirror/state',
      '@codemirror/view',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'focus-trap',
      'echarts',
      'pinyin-pro',
      'dayjs',
      'unpdf',
    ],
    node: false,
  },
  {
    folder: 'electron/core',
    zones: ['shared', 'db', 'samples', 'electron/core'],
    packages: ['@cantoo/pdf-lib', 'docx', 'exceljs', 'fflate', 'saxes', 'unpdf'],
    node: true,
  },
  {
    folder: 'electron/chromium',
    zones: ['shared', 'electron/core', 'electron/chromium'],
    packages: ['playwright-core'],
    node: true,
  },
  {
    folder: 'electron/cli',
    // electron/chromium: PDF is printed by an installed browser, there as here.
    zones: ['shared', 'electron/core', 'electron/chromium', 'electron/cli', 'samples'],
    packages: [],
    node: true,
  },
  {
    folder: 'electron/desktop',
    zones: ['shared', 'electron/core', 'electron/desktop'],
    packages: ['electron'],
    node: true,
  },
  // better-sqlite3: the invented book's expected tables come from plain SQL, not from the interpreter under test.
  { folder: 'samples', zones: ['shared', 'samples'], packages: ['better-sqlite3'], node: true },
  {
    folder: 'e2e',
    zones: ['shared', 'electron/core', 'electron/chromium', 'electron/desktop', 'samples', 'e2e'],
    packages: ['@playwright/test', '@axe-core/playwright', 'exceljs', 'fflate', 'saxes'],
    node: true,
  },
  {
    folder: 'build',
    zones: [
      'build',
      'shared',
      'db',
      'samples',
      'electron/core',
      'electron/chromium',
      'electron/desktop',
      'electron/cli',
    ],
    packages: [
      'vite',
      '@vitejs/plugin-react',
      'vitest',
      '@playwright/test',
      'electron-builder',
      '@electron/asar',
      '@electron/fuses',
      'exceljs',
      'fflate',
      'better-sqlite3',
      'playwright-core',
    ],
    node: true,
  },
];
