/** What the in-window chooser shows of a folder. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '../../shared/api/failure.ts';
import { hasExtension } from '../core/shell/file-name.ts';

/** A folder with more entries is not one people keep budgets in; the rest is left out to keep the window quick. */
const MAX_ENTRIES = 2000;

const byName = new Intl.Collator('zh-CN', { numeric: true });

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'folder' | 'file';
  readonly modifiedAt: string;
  readonly bytes: number;
}

/** Codes of node:fs errors as a reason a person understands. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return '没有权限查看这个文件夹';
  if (code === 'ENOENT' || code === 'ENOTDIR') return '这个文件夹已不存在，U盘可能已拔出';
  return '这个文件夹暂时无法读取';
}

/**
 * Lists sub-folders first, then the files with one of the extensions (all when none is named), in name order. Hidden
 * entries and those that cannot be looked at are left out. Throws FailureError INVALID_INPUT when it cannot be read.
 */
export async function listFolder(
  folder: string,
  extensions: readonly string[] | null,
): Promise<readonly ListedEntry[]> {
  const names = await readdir(folder).catch((error: unknown) =>
    fail('INVALID_INPUT', { place: path.basename(folder) || folder, reason: reason(error) }),
  );
  const visible = names.filter((name) => !name.startsWith('.') && !name.startsWith('$')).slice(0, MAX_ENTRIES);
  const entries = await Promise.all(
    visible.map(async (name): Promise<ListedEntry | null> => {
      const found = await stat(path.join(folder, name)).catch(() => null);
      if (found === null) return null;
      const common = { name, modifiedAt: found.mtime.toISOString() };
      if (found.isDirectory()) return { ...common, kind: 'folder', bytes: 0 };
      const wanted = extensions !== null && found.isFile() && hasExtension(name, extensions);
      return wanted ? { ...common, kind: 'file', bytes: found.size } : null;
    }),
  );
  return entries
    .filter((entry) => entry !== null)
    .sort((a, b) => (a.kind === b.kind ? byName.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1));
}
