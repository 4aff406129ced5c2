/** Rows and budgets in words, for the sentences of failures. */
import type { Database } from 'better-sqlite3';
import { fail } from '../shared/api/failure.ts';
import type { EntityName } from '../shared/entities/index.ts';
import { labelOf, STAGES, STATUSES } from '../shared/entities/vocabulary.ts';
import type { Cell } from './book.ts';
import { ENTITY_NAMES, type Layout, layoutOf } from './layout.ts';
import { count, image, value } from './statements.ts';

/** Fields that no two rows of one parent share; the schema's unique indexes say the same, and a test compares them. */
export const UNIQUE_FIELDS: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  unit: ['code'],
  budget: ['unitId', 'year', 'stage'],
  goalSheet: ['projectId'],
  prior: ['measure'],
  narrative: ['section'],
  waiver: ['ruleId', 'at'],
  code: ['catalogue', 'fromYear', 'code'],
};

/** What a duplicate row would repeat: `单位编码为“044”的单位`. */
export function duplicateText(db: Database, layout: Layout, cells: readonly Cell[]): string {
  const parts = (UNIQUE_FIELDS[layout.entity] ?? []).map((key) => {
    const cell = cells[layout.keys.indexOf(key)] ?? null;
    return `${layout.fields[key]?.label ?? key}为“${valueText(db, layout, key, cell)}”`;
  });
  return parts.length === 0 ? layout.label : `${parts.join('、')}的${layout.label}`;
}

/** One row by its name: `项目“环卫作业”`; only the label when rows of its kind have no name. */
export function rowText(db: Database, layout: Layout, id: number): string {
  if (layout.entity === 'budget') return budgetText(db, id);
  if (!Object.hasOwn(layout.fields, 'name')) return layout.label;
  const name = value(db, `SELECT "name" FROM "${layout.table}" WHERE id = ?`, id);
  return name === null ? layout.label : `${layout.label}“${name}”`;
}

/** A budget by unit, year and stage: `环卫中心2025年单位预算（批复）`. */
function budgetText(db: Database, budgetId: number): string {
  const found = image(
    db,
    'SELECT unit.name, budget.year, budget.stage FROM budget JOIN unit ON unit.id = budget.unit_id WHERE budget.id = ?',
    budgetId,
  );
  if (found === null) return layoutOf('budget').label;
  const [name, year, stage] = found;
  return `${name}${year}年单位预算（${labelOf(STAGES, String(stage))}）`;
}

/** @throws FailureError BOOK_LOCKED_BUDGET with the budget and its status in words. */
export function failLocked(db: Database, budgetId: number, status: string): never {
  fail('BOOK_LOCKED_BUDGET', { what: budgetText(db, budgetId), status: labelOf(STATUSES, status) });
}

/** Which rows refer to a row: `3 条预算明细、1 条采购明细`; empty when none does. */
export function usersText(db: Database, target: EntityName, id: number): string {
  const users = ENTITY_NAMES.flatMap((name) => {
    const layout = layoutOf(name);
    return layout.refs
      .filter((ref) => ref.target === target)
      .map((ref) => ({
        label: layout.label,
        rows: count(db, `SELECT count(*) FROM "${layout.table}" WHERE "${layout.columns[ref.index]}" = ?`, id),
      }));
  });
  return users
    .filter((user) => user.rows > 0)
    .map((user) => `${user.rows} 条${user.label}`)
    .join('、');
}

function valueText(db: Database, layout: Layout, key: string, cell: Cell): string {
  if (cell === null) return '无';
  const field = layout.fields[key];
  if (field?.kind === 'enum') return labelOf(field.options, String(cell));
  const ref = layout.refs.find((candidate) => candidate.key === key);
  if (ref === undefined) return String(cell);
  return String(value(db, `SELECT "name" FROM "${layoutOf(ref.target).table}" WHERE id = ?`, cell) ?? cell);
}
