/** Puts a backup in the place of a book. What stood there is kept, also when it is damaged. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail } from '../../shared/api/failure.ts';
import { flushFolder } from '../flush-folder.ts';
import { readHeader } from '../format.ts';
import { backupTarget, flush } from './back-up.ts';

/**
 * Replaces a closed book by a copy of a backup: copied aside, flushed, then renamed over it, so that at every moment
 * the name leads to a whole file.
 * @param folder where the file that stood there is kept, named `… 恢复前`
 * @param backup found to open with its password, if it has one: of a sealed file nothing more can be told here
 * @throws FailureError BOOK_DAMAGED when the backup is none; a file system error, with the book as it was
 */
export function restoreBackup(book: string, backup: string, folder: string, now: Date): void {
  const { kind } = readHeader(backup);
  if (kind !== 'book' && kind !== 'sealed') {
    fail('BOOK_DAMAGED', { name: basename(backup), reason: '这份备份不完整' });
  }
  const aside = join(dirname(book), `.${basename(book)}.restore`);
  try {
    copyAside(backup, aside);
    keepWhatStands(book, folder, now);
    renameSync(aside, book);
    flushFolder(dirname(book));
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * The old file is copied, and an interrupted write of it goes along under the copy's name, where SQLite would look for
 * it. The copy gets its name last, so that whatever bears a backup's name is whole. The journal itself is removed:
 * replayed into the backup it would destroy it.
 */
function keepWhatStands(book: string, folder: string, now: Date): void {
  if (!existsSync(book)) return;
  const kept = backupTarget(folder, book, '恢复前', now);
  const temporary = `${kept}.tmp`;
  const journal = `${book}-journal`;
  const interrupted = existsSync(journal);
  try {
    copyAside(book, temporary);
    if (interrupted) copyAside(journal, `${kept}-journal`);
    renameSync(temporary, kept);
    flushFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
  if (interrupted) rmSync(journal);
}

function copyAside(from: string, to: string): void {
  copyFileSync(from, to);
  flush(to);
}
