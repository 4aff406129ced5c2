/** `npm run build`: builds the window into out/renderer, only when something it is made of has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.ts';

const BUILT = path.join(ROOT, 'out', 'renderer');
/** Where the next one is built; two builds at a time do not meet. */
const NEXT = path.join(ROOT, 'out', `renderer-${process.pid}`);
const STAMP = 'sources.sha256';
/** What the window is made of, relative to the checkout. */
const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'];

function filesUnder(relative: string): readonly string[] {
  const full = path.join(ROOT, relative);
  const listed = readdirSync(full, { recursive: true, withFileTypes: true });
  return listed.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** One hash over names and contents of all sources; tests are not part of the window. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((source) =>
    path.extname(source) === '' ? filesUnder(source) : [path.join(ROOT, source)],
  );
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort()) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Brings out/renderer up to date. The new window replaces the old one only when it is complete, so an interrupted or
 * failed build leaves the last good one. Out: whether it had to build.
 */
export async function buildRenderer(): Promise<boolean> {
  const hash = hashOfSources();
  const stamp = path.join(BUILT, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  // Loaded only when there is something to build: it takes longer than the rest of a start.
  const { build } = await import('vite');
  try {
    await build({
      root: path.join(ROOT, 'renderer'),
      configFile: path.join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: NEXT },
    });
    writeFileSync(path.join(NEXT, STAMP), hash);
    rmSync(BUILT, { recursive: true, force: true });
    renameSync(NEXT, BUILT);
  } finally {
    rmSync(NEXT, { recursive: true, force: true });
  }
  return true;
}

if (import.meta.main) {
  console.log((await buildRenderer()) ? 'Window built into out/renderer.' : 'Window is up to date.');
}
