/** Fills an in-memory SQLite database with the invented book's lines, straight from the JSON sources. */
import Database from 'better-sqlite3';
import { readJson, readText } from '../../source.ts';
import { inventedUnits, sourcePath, unitPart } from '../book.ts';

type Names = Readonly<Record<string, readonly (readonly (string | null)[])[]>>;

/** `units`: keys of the units whose lines count. The caller closes the database. */
export function openLedger(units: readonly string[]): Database.Database {
  const db = new Database(':memory:');
  db.exec(readText(sourcePath('expected/schema.sql')));
  const names = readJson<Names>(sourcePath('expected/names.json'));
  const insert = (table: string, row: readonly unknown[]) => {
    db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(...row);
  };
  for (const [n, row] of (names.classes ?? []).entries()) insert('class', [n + 1, ...row]);
  for (const row of names.functional ?? []) insert('functional', row);
  for (const row of names.revenue ?? []) insert('revenue', row);
  for (const row of names.deptEconomic ?? []) insert('dept_economic', row);
  for (const row of names.govEconomic ?? []) insert('gov_economic', row);
  let projects = 0;
  for (const [n, unit] of inventedUnits().entries()) {
    if (typeof unit.key !== 'string' || !units.includes(unit.key)) continue;
    insert('unit', [n + 1, unit.key, unit.name, unit.kind]);
    for (const project of unitPart(unit.key, 'projects'))
      insert('project', [++projects, project.key, unit.key, project.name]);
    for (const line of unitPart(unit.key, 'lines')) {
      const yuan = String(line.amount);
      if (!/^\d+\.\d\d$/.test(yuan)) throw new Error(`${line.key}: ${yuan} is not an amount with two decimals`);
      const { side, origin, fund, functional, revenue, nature, deptEconomic, govEconomic, use, project } = line;
      const codes = [functional, revenue, nature, deptEconomic, govEconomic, use, project].map(
        (value) => value ?? null,
      );
      insert('line', [unit.key, side, origin, fund, ...codes, BigInt(yuan.replace('.', ''))]);
    }
  }
  return db;
}
