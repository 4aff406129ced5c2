/** What restoring a backup would change, in words. */
import { budgetSummaries, compareBooks } from '../../../db/backup/compare.ts';
import type { Book } from '../../../db/book.ts';
import { layoutOf } from '../../../db/layout.ts';
import type { BackupComparison, BackupRecord } from '../../../shared/api/backup-types.ts';
import type { CodeBook } from '../../../shared/codes/code-book.ts';
import { type Cells, createHistoryWords, type HistoryWords } from '../history-words.ts';

/** More records than this are only counted. */
const MOST = 300;

/**
 * @param then the backup, opened for reading
 * @param now the open book; null when it is too damaged to be opened: then only the contents of the backup are told
 */
export function backupComparison(then: Book, now: Book | null, codes: (year: number) => CodeBook): BackupComparison {
  const words = createHistoryWords(then, codes);
  const present = now === null ? [] : budgetSummaries(now);
  const budgets = budgetSummaries(then).map(({ budgetId, ...sums }) => ({
    name: words.row(layoutOf('budget'), words.current(layoutOf('budget'), budgetId)),
    past: sums,
    present: present.find((each) => each.budgetId === budgetId) ?? null,
  }));
  if (now === null) return { budgets, counts: [], records: [], more: 0 };
  const nowWords = createHistoryWords(now, codes);
  const differences = compareBooks(then, now);
  const records: BackupRecord[] = [];
  for (const { entity, onlyThen, onlyNow, changed } of differences) {
    const layout = layoutOf(entity);
    const add = (kind: BackupRecord['kind'], ids: readonly number[]) => {
      for (const id of ids.slice(0, MOST - records.length)) {
        const before = words.current(layout, id);
        const after = nowWords.current(layout, id);
        const name = kind === 'onlyNow' ? nowWords.row(layout, after) : words.row(layout, before);
        const fields = kind === 'changed' ? changedFields(entity, before, after, words, nowWords) : [];
        records.push({ kind, entity: layout.label, name, fields });
      }
    };
    add('onlyNow', onlyNow);
    add('changed', changed);
    add('onlyThen', onlyThen);
  }
  const total = differences.reduce(
    (sum, each) => sum + each.onlyThen.length + each.onlyNow.length + each.changed.length,
    0,
  );
  return {
    budgets,
    counts: differences.map(({ entity, onlyThen, onlyNow, changed }) => ({
      entity: layoutOf(entity).label,
      onlyThen: onlyThen.length,
      onlyNow: onlyNow.length,
      changed: changed.length,
    })),
    records,
    more: total - records.length,
  };
}

function changedFields(
  entity: Parameters<typeof layoutOf>[0],
  before: Cells | null,
  after: Cells | null,
  words: HistoryWords,
  nowWords: HistoryWords,
): BackupRecord['fields'] {
  const layout = layoutOf(entity);
  return Object.entries(layout.fields).flatMap(([key, field]) => {
    const column = layout.columns[layout.keys.indexOf(key)] ?? '';
    const then = before?.get(column) ?? null;
    const now = after?.get(column) ?? null;
    if (then === now) return [];
    return [
      {
        label: field.label,
        past: words.cell(field, then, words.budgetOf(layout, before)),
        present: nowWords.cell(field, now, nowWords.budgetOf(layout, after)),
      },
    ];
  });
}
