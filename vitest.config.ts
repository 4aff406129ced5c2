import { defineConfig } from 'vitest/config';

/** Unit, book, core and architecture tests: every `x.test.ts` beside its `x.ts`. Journeys are Playwright's (e2e/). */
export default defineConfig({
  test: {
    include: ['{shared,db,electron,renderer,samples,build,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // better-sqlite3 is a native module: one process per file keeps a crash to one file.
    pool: 'forks',
    testTimeout: 30_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
});
