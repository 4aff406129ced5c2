/** Calls of the contract: books, budgets and settings. */
import type { AppliedBlock, BookState, PackedRows, RecentBook } from '../types.ts';
import { budgetId, id, optionalText, read, text, write } from './declare.ts';

export const bookCalls = {
  /** Creates a book where the user chooses and opens it, with one unit and one draft budget. */
  'book.create': write<BookState>()({
    unitCode: text('单位编码', 30),
    unitName: text('单位名称', 100),
    level: text('单位级次', 20),
    unitKind: text('单位性质', 20),
    year: { kind: 'integer', label: '预算年度', min: 2015, max: 2100 },
  }),
  /** Opens the book the user chooses; `recentId` opens one of `book.recent` without asking. */
  'book.open': read<BookState>()({ recentId: optionalText('最近账套') }),
  /** Copies the sample book to where the user's books are kept and opens the copy. */
  'book.openSample': read<BookState>()({ which: text('示例', 40) }),
  /** Opens the book that `book.open` has just refused as sealed. */
  'book.unlock': read<BookState>()({ password: text('密码') }),
  /** Closes the open book, which is sealed; `book.unlock` opens it again. */
  'book.lock': read<null>()({}),
  /** Encrypts the open book with a password, changes it, or (null) decrypts the book; opens it anew. */
  'book.setPassword': read<BookState>()({ password: optionalText('密码') }),
  /** Opens the open book, which is read-only, for editing; takes it over from a computer that has been silent for two minutes. */
  'book.edit': read<BookState>()({}),
  'book.state': read<BookState | null>()({}),
  'book.recent': read<readonly RecentBook[]>()({}),
  'book.close': read<null>()({}),
  /** Creates a budget for a unit and year in draft. */
  'budget.create': write<{ readonly budgetId: number; readonly state: BookState }>()({
    unitId: id('单位'),
    year: { kind: 'integer', label: '预算年度', min: 2015, max: 2100 },
    stage: text('编报阶段', 20),
  }),
  /** Marks a draft budget as handed in; it can then only be looked at. Refused while the checks find errors. */
  'budget.handIn': write<{ readonly state: BookState }>()({ budgetId }),
  /** Opens a handed-in or locked budget for editing again. */
  'budget.takeBack': write<{ readonly state: BookState }>()({ budgetId, reason: optionalText('退回原因', 60) }),
  /** Rows of an entity by id, for a window that was told of changes; those that are gone are left out. */
  'rows.get': read<PackedRows>()({
    entity: text('记录种类', 30),
    ids: { kind: 'list', label: '记录', of: id('记录') },
  }),
  /** Takes rows that `<entity>.prepare` has laid ready into the book, as `<entity>.apply` would; null when they lie there no more. */
  'rows.applyPrepared': write<AppliedBlock | null>()({ prepared: id('备好的记录'), label: text('操作名称') }),
  'settings.get': read<string | null>()({ key: text('设置项', 80) }),
  /** Settings are preferences of the window (widths, last budget, unit of display); not journaled. */
  'settings.set': read<null>()({ key: text('设置项', 80), value: text('值', 20000) }),
} as const;
