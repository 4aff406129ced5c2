/** The books opened lately. The window knows them by an id made from the path; the paths stay here. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecentBook } from '../../shared/api/types.ts';

interface Entry {
  readonly path: string;
  /** ISO 8601. */
  readonly openedAt: string;
}

const KEPT = 12;

export interface Recent {
  list(): readonly RecentBook[];
  /** The path behind an id of the list, or null. */
  path(id: string): string | null;
  add(path: string, at: Date): void;
}

/** The list kept in `folder`; one that cannot be read or written is treated as empty, not as a failure. */
export function createRecent(folder: string): Recent {
  const file = join(folder, 'recent.json');
  return {
    list: () =>
      read(file).map(({ path, openedAt }) => ({
        id: idOf(path),
        name: basename(path),
        folder: basename(dirname(path)),
        openedAt,
        missing: !existsSync(path),
      })),
    path: (id) => read(file).find((entry) => idOf(entry.path) === id)?.path ?? null,
    add: (path, at) => {
      const others = read(file).filter((entry) => entry.path !== path);
      const entries: Entry[] = [{ path, openedAt: at.toISOString() }, ...others].slice(0, KEPT);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${file}.tmp`, JSON.stringify(entries));
        renameSync(`${file}.tmp`, file);
      } catch {
        // The list is a convenience: the book is open all the same.
      }
    },
  };
}

function read(file: string): readonly Entry[] {
  try {
    const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(raw) ? raw.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(raw: unknown): raw is Entry {
  if (typeof raw !== 'object' || raw === null) return false;
  return 'path' in raw && typeof raw.path === 'string' && 'openedAt' in raw && typeof raw.openedAt === 'string';
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
