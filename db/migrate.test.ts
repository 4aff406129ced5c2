import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { entities } from '../shared/entities/index.ts';
import type { Field, Fields } from '../shared/shape/shape.ts';
import { failureOf, fingerprint, inFolder, line, logicalDump, newBook, now, save } from './book.fixture.ts';
import { startChild } from './child-process.fixture.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';
import { released } from './released.fixture.ts';
import { isConstraint } from './sqlite-error.ts';
import { undo } from './undo.ts';

const open = (path: string, migrations: readonly Migration[]) =>
  openBook(path, { mode: 'write', user: '张三', now, migrations });

/** Version of the books that this program makes. */
const NEWEST = MIGRATIONS.length;

const step = (version: number, up: Migration['up']): Migration => ({ version, up });

/** A next version as it might come: a new column with a default. */
const next = step(NEWEST + 1, (db) => db.exec("ALTER TABLE unit ADD COLUMN short_name TEXT NOT NULL DEFAULT ''"));

function oldBook(path: string): unknown {
  const book = newBook(path);
  save(book, 'line', 1, [line({ note: '要留住' })]);
  const dump = logicalDump(book);
  book.close();
  return dump;
}

describe('every released version', () => {
  test('has a fixture, the newest among them', () => {
    expect(released.map(({ version }) => version)).toEqual(MIGRATIONS.map(({ version }) => version));
  });

  test.each(released)(
    'opens at the newest format with all its rows: version $version',
    ({ version, build, lines, projects, procurement }) =>
      inFolder((folder) => {
        const path = join(folder, '旧.ysb');
        const db = new Database(path);
        build(db);
        expect(db.pragma('user_version', { simple: true })).toBe(version);
        db.close();
        const book = open(path, MIGRATIONS);
        expect(book.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
        expect(listRows(book, 'line', 1)).toEqual(lines);
        expect(listRows(book, 'project', 1)).toEqual(projects);
        expect(listRows(book, 'procurement', 1)).toEqual(procurement);
        expect(book.db.pragma('integrity_check', { simple: true })).toBe('ok');
        book.close();
      }),
  );
});

test('goal sheets keep their forms, indicators and rules when version 4 allows any form', () => {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS.slice(0, 3));
  db.exec(`
    INSERT INTO unit VALUES (1, 1, 1024, '044', '环卫中心', NULL, 'county', 'institution', NULL);
    INSERT INTO budget (id, revision, position, unit_id, year, stage, status)
      VALUES (1, 1, 1024, 1, 2027, 'first', 'draft');
    INSERT INTO goal_sheet (id, revision, budget_id, position, form, overview)
      VALUES (2, 7, 1, 1024, 'costFirst', '概况');
    INSERT INTO indicator (id, revision, goal_sheet_id, position, period, level1, level2, level3, value)
      VALUES (9, 1, 2, 1024, 'annual', '产出指标', '数量指标', '面积', '7');`);
  migrate(db, MIGRATIONS.slice(0, 4));
  const sheet = 'SELECT id, revision, form, overview FROM goal_sheet';
  expect(db.prepare(sheet).raw().all()).toEqual([[2, 7, 'costFirst', '概况']]);
  const set = db.prepare('UPDATE goal_sheet SET form = ?');
  set.run('某市简表');
  expect(() => set.run('')).toThrow(/CHECK/);
  expect(() => db.exec('DELETE FROM goal_sheet')).toThrow(/FOREIGN KEY/);
  expect(() =>
    db.exec("INSERT INTO goal_sheet (revision, budget_id, position, form) VALUES (1, 1, 2048, 'costFirst')"),
  ).toThrow(/UNIQUE/);
});

test('lines keep their rows, and what may stand in them, when version 7 checks their vocabularies another way', () => {
  const [old, now] = [6, 7].map((version) => {
    const db = new Database(':memory:');
    released.find((each) => each.version === 6)?.build(db);
    migrate(db, MIGRATIONS.slice(0, version));
    return db;
  });
  const words = ['side', 'fund'].flatMap((key) => {
    const field: Field | undefined = (entities.line.fields as Fields)[key];
    return field?.kind === 'enum' ? field.options.map(({ value }) => value) : [];
  });
  expect(words).toHaveLength(8);
  const digits = Array.from({ length: 11 }, (_, length) => '1'.repeat(length));
  const values = [...words, ...digits, '1101a', ' income', 'INCOME', 'x', null];
  const lines = (db: Database.Database | undefined) => db?.prepare('SELECT * FROM line').raw().all();
  const taken = (db: Database.Database | undefined) =>
    ['side', 'fund', 'revenue'].map((column) => {
      const set = db?.prepare(`UPDATE line SET ${column} = ?`);
      return values.filter((value) => {
        try {
          set?.run(value);
          return true;
        } catch (error) {
          if (isConstraint(error)) return false;
          throw error;
        }
      });
    });
  expect(lines(now)).toEqual(lines(old));
  expect(taken(now)).toEqual(taken(old));
  const [side, fund, revenue] = taken(now);
  expect([side, fund]).toEqual([words.slice(0, 3), words.slice(3)]);
  expect(revenue).toEqual(['11111', '1111111', '111111111', null]);
  now?.exec(
    "INSERT INTO procurement (revision, budget_id, position, line_id, name, category, amount, imported) VALUES (1, 1, 2048, 5, '清扫', 'services', 1, 0)",
  );
  expect(() => now?.exec('DELETE FROM line')).toThrow(/FOREIGN KEY/);
});

test('a project removed in version 1 comes back by undo, without the mark that version did not know', () =>
  inFolder((folder) => {
    const path = join(folder, '旧.ysb');
    const db = new Database(path);
    released.find(({ version }) => version === 1)?.build(db);
    const columns = 'id revision budget_id position code name category starts_on ends_on continues confidential note';
    const row = [9, 1, 1, 2048, null, '撤销', 'operations', null, null, 0, 1, null];
    const steps = [{ entity: 'project', kind: 'remove', columns: columns.split(' '), rows: [row] }];
    db.prepare("INSERT INTO journal VALUES (2, '2026-11-23T01:02:04.000Z', '张三', '删除', 0, ?)").run(
      JSON.stringify(steps),
    );
    db.close();
    const book = open(path, MIGRATIONS);
    undo(book);
    expect(listRows(book, 'project', 1).at(-1)).toMatchObject({
      id: 9,
      name: '撤销',
      confidential: true,
      lineage: null,
    });
    book.close();
  }));

describe('migrating', () => {
  test('keeps a copy of the old book, with date, time and version in its name, that the old program still opens', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const dump = oldBook(path);
      open(path, [...MIGRATIONS, next]).close();
      const [copy, ...others] = readdirSync(join(folder, '备份'));
      expect(others).toEqual([]);
      expect(copy).toMatch(new RegExp(`^账 2026-11-23 \\d\\d-02-03 升级前（格式${NEWEST}）\\.ysb$`));
      const old = open(join(folder, '备份', copy ?? ''), MIGRATIONS);
      expect(logicalDump(old)).toEqual(dump);
      old.close();
      expect(failureOf(() => open(path, MIGRATIONS))?.code).toBe('BOOK_NEWER');
    }));

  test('runs all due steps or none: a failing step leaves the file byte for byte as it was', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      oldBook(path);
      const before = fingerprint(folder);
      const failing = step(NEWEST + 2, (db) => {
        db.exec('DELETE FROM line');
        throw new Error('step failed');
      });
      const failure = failureOf(() => open(path, [...MIGRATIONS, next, failing]));
      expect(failure).toMatchObject({
        code: 'BOOK_UPGRADE_FAILED',
        sentence: '账套“账.ysb”升级格式没有成功，账套保持原样。',
      });
      expect(fingerprint(folder)).toEqual(before);
    }));

  test('a step that breaks a reference is refused as a whole', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      oldBook(path);
      const orphaning = step(NEWEST + 1, (db) => db.exec('DELETE FROM budget'));
      expect(failureOf(() => open(path, [...MIGRATIONS, orphaning]))?.code).toBe('BOOK_UPGRADE_FAILED');
      const book = open(path, MIGRATIONS);
      expect(listRows(book, 'budget', null)).toHaveLength(1);
      book.close();
    }));

  test('does not begin when the old book cannot be copied first', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      oldBook(path);
      writeFileSync(join(folder, '备份'), 'a file in the way');
      const before = fingerprint(folder);
      expect(failureOf(() => open(path, [...MIGRATIONS, next]))?.code).toBe('BOOK_UPGRADE_FAILED');
      expect(fingerprint(folder)).toEqual(before);
    }));

  test('is not tried by a second opener: an old book that somebody else writes is refused', () =>
    inFolder(async (folder) => {
      const path = join(folder, '账.ysb');
      oldBook(path);
      const child = startChild('hold', path);
      await child.next();
      expect(failureOf(() => open(path, [...MIGRATIONS, next]))?.code).toBe('BOOK_OLD_READ_ONLY');
      await child.kill();
    }));

  test('steps are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});
