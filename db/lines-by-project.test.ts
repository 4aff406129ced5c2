import { expect, test } from 'vitest';
import { draft, failureOf, inBook, line, logicalDump, save } from './book.fixture.ts';
import type { Book } from './book.ts';
import { deleting } from './lines-by-project.ts';
import { redo, undo } from './undo.ts';

const projects = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    draft('project', { name: `项目${at}`, category: 'operations', continues: false }),
  );

const indexes = (book: Book) => book.db.prepare("SELECT name FROM sqlite_schema WHERE name = 'line_project'").all();

/** How the lines of a project are found. */
const plan = (book: Book) =>
  JSON.stringify(book.db.prepare('EXPLAIN QUERY PLAN SELECT 1 FROM line WHERE project_id = ?').all(1));

test('lines of many projects are found by an index that is there only meanwhile, those of a few without', () =>
  inBook((book) => {
    let seen = '';
    const look = () => {
      seen = plan(book);
    };
    deleting(book.db, 'project', 4, look);
    expect(seen).toContain('USING COVERING INDEX line_project');
    expect(indexes(book)).toEqual([]);
    deleting(book.db, 'project', 3, look);
    expect(seen).toContain('SCAN line');
    deleting(book.db, 'asset', 1_000, look);
    expect(seen).toContain('SCAN line');
  }));

test('many projects go, come back and go again exactly; one that has a line keeps all of them', () =>
  inBook((book) => {
    const ids = save(book, 'project', 1, projects(12)).map(({ id }) => id);
    const before = logicalDump(book);
    save(book, 'project', 1, [], ids);
    const without = logicalDump(book);
    undo(book);
    expect(logicalDump(book)).toEqual(before);
    redo(book);
    expect(logicalDump(book)).toEqual(without);
    undo(book);
    save(book, 'line', 1, [line({ nature: 'project', projectId: ids[11] ?? 0 })]);
    const held = logicalDump(book);
    expect(failureOf(() => save(book, 'project', 1, [], ids))?.code).toBe('IN_USE');
    expect(logicalDump(book)).toEqual(held);
    expect(indexes(book)).toEqual([]);
    undo(book);
    // The projects themselves were a change: taking it back deletes them.
    undo(book);
    expect(book.db.prepare('SELECT count(*) FROM project').pluck().get()).toBe(0);
    expect(indexes(book)).toEqual([]);
  }));
