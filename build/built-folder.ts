/** Building a folder of out/ only when something it is made of has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.ts';

const STAMP = 'sources.sha256';

export interface BuiltFolder {
  /** Name below out/. */
  readonly name: string;
  /** Files and folders it is made of, relative to the checkout. */
  readonly sources: readonly string[];
  /** Builds into an empty folder. In: its absolute path. */
  readonly build: (folder: string) => Promise<void>;
}

function filesUnder(relative: string): readonly string[] {
  const full = path.join(ROOT, relative);
  const listed = readdirSync(full, { recursive: true, withFileTypes: true });
  return listed.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** One hash over names and contents of all sources; tests are not part of what is built. */
function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) =>
    path.extname(source) === '' ? filesUnder(source) : [path.join(ROOT, source)],
  );
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort()) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Brings out/<name> up to date. The new folder replaces the old one only when it is complete, so an interrupted or
 * failed build leaves the last good one, and two builds at a time do not meet. Out: whether it had to build.
 */
export async function bringUpToDate({ name, sources, build }: BuiltFolder): Promise<boolean> {
  const hash = hashOf(sources);
  const built = path.join(ROOT, 'out', name);
  const stamp = path.join(built, STAMP);
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (isBuilt()) return false;
  const next = path.join(ROOT, 'out', `${name}-${process.pid}`);
  try {
    await build(next);
    writeFileSync(path.join(next, STAMP), hash);
    rmSync(built, { recursive: true, force: true });
    renameSync(next, built);
  } catch (error) {
    // Another build may have put the same folder there between the two.
    if (!isBuilt()) throw error;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return true;
}
