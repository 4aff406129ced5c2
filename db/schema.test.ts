import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type EntityName, entities } from '../shared/entities/index.ts';
import type { Field, Fields } from '../shared/shape/shape.ts';
import { UNIQUE_FIELDS } from './describe.ts';
import { ENTITY_NAMES, layoutOf } from './layout.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

function fresh(): Database.Database {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS);
  return db;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

const columnsOf = (db: Database.Database, table: string) => db.pragma(`table_info("${table}")`) as Column[];

const schemaOf = (db: Database.Database) =>
  db
    .prepare("SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    .pluck()
    .all()
    .join('\n');

function typeOf(field: Field): string {
  return ['fen', 'integer', 'boolean', 'ref'].includes(field.kind) ? 'INTEGER' : 'TEXT';
}

test('a fresh book has the schema of the snapshot (after a new migration: write the new one, columns only added)', () => {
  const snapshot = readFileSync(join(import.meta.dirname, 'schema.snapshot.sql'), 'utf8');
  expect(`${schemaOf(fresh())}\n`).toBe(snapshot);
});

describe.each(ENTITY_NAMES)('the table of %s', (entity: EntityName) => {
  test('has exactly the fields of the declaration, of their types, required where they are', () => {
    const layout = layoutOf(entity);
    const fields: Fields = entities[entity].fields;
    const meta = layout.columns.slice(0, layout.firstField).map((name) => [name, 'INTEGER', name === 'id' ? 0 : 1]);
    const own = Object.values(fields).map((field, index) => [
      layout.columns[layout.firstField + index],
      typeOf(field),
      field.optional ? 0 : 1,
    ]);
    expect(columnsOf(fresh(), layout.table).map(({ name, type, notnull }) => [name, type, notnull])).toEqual([
      ...meta,
      ...own,
    ]);
  });

  test('is unique in what the messages about duplicates name', () => {
    const db = fresh();
    const layout = layoutOf(entity);
    const indexes = db
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE UNIQUE%'")
      .pluck()
      .all(layout.table);
    const declared = UNIQUE_FIELDS[entity];
    expect(indexes).toHaveLength(declared === undefined ? 0 : 1);
    for (const key of declared ?? []) {
      expect(indexes[0]).toContain(layout.columns[layout.keys.indexOf(key)]);
    }
  });

  test('refers to the tables its fields and parent name, and has an index for each reference', () => {
    const db = fresh();
    const layout = layoutOf(entity);
    const foreign = db.pragma(`foreign_key_list("${layout.table}")`) as {
      from: string;
      table: string;
      on_delete: string;
    }[];
    const expected = layout.refs.map((ref) => [layout.columns[ref.index], layoutOf(ref.target).table]);
    if (layout.parentColumn !== null && layout.parent !== null) {
      expected.push([layout.parentColumn, layoutOf(layout.parent).table]);
    }
    expect(foreign.map(({ from, table }) => [from, table]).sort()).toEqual(expected.sort());
    expect(foreign.every(({ on_delete }) => on_delete === 'RESTRICT' || entity === 'unit')).toBe(true);
    for (const { from } of foreign) {
      // Found by an index made for the occasion: lines-by-project.ts.
      if (entity === 'line' && from === 'project_id') continue;
      const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM "${layout.table}" WHERE "${from}" = ?`).all(1);
      expect(JSON.stringify(plan)).toContain('USING');
    }
  });

  test('is STRICT', () => {
    const db = fresh();
    const strict = db
      .prepare('SELECT strict FROM pragma_table_list WHERE name = ?')
      .pluck()
      .get(layoutOf(entity).table);
    expect(strict).toBe(1);
  });
});
