/** Calls of the contract: undo and history. */
import type { BookState, HistoryEntry, HistoryState, RestoredRow } from '../types.ts';
import { id, optionalText, read, revision, text, write } from './declare.ts';

export const historyCalls = {
  'history.undo': write<BookState>()({}),
  'history.redo': write<BookState>()({}),
  /** Newest first; `before` continues a list. With `entity`, and `rowId`, only what touched such records, or that one. */
  'history.list': read<readonly HistoryEntry[]>()({
    before: { ...id('之前'), optional: true },
    limit: { kind: 'integer', label: '条数', min: 1, max: 500 },
    entity: optionalText('记录种类', 30),
    rowId: { ...id('记录'), optional: true },
  }),
  'history.state': read<HistoryState>()({}),
  /** Undoes (or redoes) so that this entry is the last one done; null = before the first. What is undone can be redone. */
  'history.goBackTo': write<BookState>()({ entryId: { ...id('历史记录'), optional: true } }),
  /** Brings one record, and nothing else, to how it was before or after an entry; a new change that can be undone. */
  'history.restoreRow': write<RestoredRow>()({
    entity: text('记录种类', 30),
    rowId: id('记录'),
    entryId: id('历史记录'),
    side: {
      kind: 'enum',
      label: '时点',
      options: [
        { value: 'before', label: '这一步之前' },
        { value: 'after', label: '这一步之后' },
      ],
    },
    /** Of the record as the user sees it; null when it is gone. */
    revision: { ...revision, optional: true },
  }),
} as const;
