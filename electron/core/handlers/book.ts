/** Creating, opening and closing books. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBook } from '../../../db/open.ts';
import { reseal } from '../../../db/seal.ts';
import { SAMPLE_NAMES, type SampleName } from '../../../samples/sample-document.ts';
import { type FailureCode, FailureError, fail } from '../../../shared/api/failure.ts';
import { LEAST_PASSWORD } from '../../../shared/api/password.ts';
import type { BookState } from '../../../shared/api/types.ts';
import type { Context, Handlers } from '../context.ts';
import { BOOK_EXTENSION, makeBook } from '../make-book.ts';
import { createSampleBook } from '../new-book.ts';

/** File names of the samples' copies. */
const SAMPLE_FILES: Readonly<Record<SampleName, string>> = {
  'lanxian-2025': '示例 县环卫中心2025',
  'lanxian-2025-published': '示例 县环卫中心2025（公开原稿）',
  'invented-2025': '示例 虚构部门2025',
};

export const bookHandlers = {
  'book.create': (input, ctx) => makeBook(input, ctx),

  'book.open': async ({ recentId }, ctx) => {
    const path =
      recentId === null
        ? await ctx.port.chooseOpen({ title: '打开账套', extensions: [BOOK_EXTENSION] })
        : (ctx.recent.path(recentId) ?? fail('NOT_FOUND', { what: '最近账套' }));
    if (path === null) fail('CANCELLED');
    if (ctx.desk.holds(path)) return ctx.state();
    return put(path, ctx);
  },

  'book.openSample': ({ which }, ctx) => {
    const name = SAMPLE_NAMES.find((sample) => sample === which) ?? fail('NOT_FOUND', { what: `示例“${which}”` });
    const path = join(ctx.port.dataFolder, '示例账套', `${SAMPLE_FILES[name]}.ysb`);
    if (ctx.desk.holds(path)) return ctx.state();
    // A copy the user has worked in is opened as it is: what was entered into it stays.
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      createSampleBook(path, name, ctx.port);
    }
    return put(path, ctx);
  },

  'book.unlock': ({ password }, ctx) => put(ctx.desk.refused ?? fail('NO_BOOK'), ctx, password),

  'book.lock': (_input, ctx) => {
    const { path } = ctx.book();
    ctx.desk.clear();
    ctx.desk.refuse(path);
    return null;
  },

  'book.setPassword': ({ password }, ctx) => {
    const book = ctx.writable();
    if (password !== null && password.length < LEAST_PASSWORD) {
      fail('INVALID_INPUT', { place: '密码', reason: `至少 ${LEAST_PASSWORD} 个字符。` }, 'password');
    }
    reseal(book, password);
    ctx.desk.clear();
    return put(book.path, ctx, password);
  },

  'book.edit': (_input, ctx) => {
    const { path, readOnly, password } = ctx.book();
    if (!readOnly) return ctx.state();
    const book = openBook(path, {
      mode: 'write',
      user: ctx.port.user,
      now: () => ctx.port.now(),
      takeOver: true,
      password,
    });
    if (book.readOnlyReason === null) return ctx.desk.put(book);
    book.close();
    throw new FailureError(book.readOnlyReason);
  },

  'book.state': (_input, ctx) => ctx.desk.session?.state() ?? null,
  'book.recent': (_input, ctx) => ctx.recent.list(),
  'book.close': (_input, ctx) => {
    ctx.desk.clear();
    return null;
  },
} satisfies Pick<
  Handlers,
  | 'book.create'
  | 'book.open'
  | 'book.openSample'
  | 'book.unlock'
  | 'book.lock'
  | 'book.setPassword'
  | 'book.edit'
  | 'book.state'
  | 'book.recent'
  | 'book.close'
>;

/** What the window asks about next, so that the path has to be remembered: its backups, or its password. */
const ASKED_AGAIN: readonly FailureCode[] = ['BOOK_DAMAGED', 'BOOK_SEALED', 'BOOK_WRONG_PASSWORD'];

/** Opens a book and puts it on the desk. */
function put(path: string, ctx: Context, password: string | null = null): BookState {
  try {
    return ctx.desk.put(openBook(path, { mode: 'write', user: ctx.port.user, now: () => ctx.port.now(), password }));
  } catch (error) {
    if (error instanceof FailureError && ASKED_AGAIN.includes(error.failure.code)) ctx.desk.refuse(path);
    throw error;
  }
}
