import { defineConfig } from '@playwright/test';

/** Journeys through the real window. `YUSUAN_SHELL=electron` runs the same ones in Electron where its binary is. */
export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'out/e2e',
  globalSetup: './build/config/e2e-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // In CI a journey that a loaded machine upset may try once more; the list names it as flaky. At the desk it fails.
  retries: process.env.CI === 'true' ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'out/e2e-report.json' }]],
});
