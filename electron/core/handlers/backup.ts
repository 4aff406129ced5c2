/** Backups: listing, comparing, restoring, making one by hand, and examining the book. */
import { statSync } from 'node:fs';
import { basename, dirname, parse } from 'node:path';
import { backUpOnline } from '../../../db/backup/back-up.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import type { Book } from '../../../db/book.ts';
import { examine } from '../../../db/integrity.ts';
import { openBook } from '../../../db/open.ts';
import { FailureError, fail } from '../../../shared/api/failure.ts';
import { createCodeBook } from '../../../shared/codes/index.ts';
import { backupComparison } from '../backups/comparison.ts';
import type { Context, Handlers } from '../context.ts';
import { diskFailure } from '../disk-failure.ts';
import { fileName, withExtension } from '../export/file-name.ts';

/** The book that backups are asked about: the open one, else the one that could not be opened. */
function subject(ctx: Context): string {
  return ctx.desk.session?.book.path ?? ctx.desk.refused ?? fail('NO_BOOK');
}

function backupPath(ctx: Context, id: string): string {
  const found = ctx.backups.list(subject(ctx)).find(({ file }) => file === id);
  return found?.path ?? fail('NOT_FOUND', { what: `备份“${id}”` });
}

/** How a backup is opened: with the password given for it, else the book's, which most often it was made with. */
const opening = (ctx: Context, password: string | null) => ({
  user: ctx.port.user,
  now: () => ctx.port.now(),
  password: password ?? ctx.desk.session?.book.password ?? null,
});

/** Runs file work; what the disk says becomes a failure. */
async function onDisk<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const known = error instanceof FailureError ? null : diskFailure(error, name);
    throw known === null ? error : new FailureError(known, { cause: error });
  }
}

export const backupHandlers = {
  'backup.list': (_input, ctx) => {
    const path = subject(ctx);
    return {
      book: basename(path),
      open: ctx.desk.session !== null,
      backups: ctx.backups
        .list(path)
        .map(({ file, at, reason, bytes }) => ({ id: file, at: at.toISOString(), reason, bytes })),
    };
  },

  'backup.compare': ({ id, password }, ctx) => {
    const then = openBook(backupPath(ctx, id), { mode: 'read', ...opening(ctx, password) });
    try {
      const now: Book | null = ctx.desk.session?.book ?? null;
      return backupComparison(then, now, (year) => (now === null ? createCodeBook(year, []) : ctx.codes(year)));
    } finally {
      then.close();
    }
  },

  'backup.restore': async ({ id, password }, ctx) => {
    const path = subject(ctx);
    const backup = backupPath(ctx, id);
    if (ctx.desk.session !== null) ctx.writable();
    // A backup that cannot be opened is refused before the book is closed for it.
    const how = opening(ctx, password);
    openBook(backup, { mode: 'read', ...how }).close();
    const before = ctx.desk.session === null ? null : opening(ctx, null);
    ctx.desk.clear();
    try {
      await onDisk(basename(path), () => restoreBackup(path, backup, ctx.backups.folder(path), ctx.port.now()));
    } catch (error) {
      // The book is as it was: it lies open again when the reason is told.
      if (before !== null) ctx.desk.put(openBook(path, { mode: 'write', ...before }));
      throw error;
    }
    return ctx.desk.put(openBook(path, { mode: 'write', ...how }));
  },

  'backup.make': async ({ jobId }, ctx) => {
    const book = ctx.book();
    const suggestedName = fileName(`${parse(book.name).name} 备份`, 'ysb');
    const chosen = await ctx.port.chooseSave({ title: '备份账套到', suggestedName, extensions: ['ysb'] });
    if (chosen === null) return fail('CANCELLED');
    const path = withExtension(chosen, 'ysb');
    if (ctx.desk.holds(path)) return fail('DUPLICATE', { what: `正在编辑的账套“${basename(path)}”` });
    return ctx.jobs.run(jobId, '备份账套', async () => {
      await onDisk(basename(path), () => backUpOnline(ctx.book(), path));
      const bytes = statSync(path).size;
      return { id: ctx.files.remember(path), name: basename(path), folder: basename(dirname(path)), bytes };
    });
  },

  'book.examine': (_input, ctx) => examine(ctx.book()),
} satisfies Pick<Handlers, 'backup.list' | 'backup.compare' | 'backup.restore' | 'backup.make' | 'book.examine'>;
