/** Writes expected-tables.json: each unit's own tables, and those of the whole department. Run: node samples/invented-2025/expected/write.ts */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedUnits } from '../book.ts';
import { expectedTables } from './tables.ts';

const keys = inventedUnits().map((unit) => String(unit.key));
const scopes = [...keys.map((key) => [key, [key]] as const), ['department', keys] as const];
const documents = scopes.map(([scope, units]) => {
  const tables = expectedTables(units).map(({ no, rows }) => {
    const lines = rows.map((row) => `        ${JSON.stringify(row)}`).join(',\n');
    return `      {"no": ${no}, "rows": [\n${lines}\n      ]}`;
  });
  return `  "${scope}": {\n    "tables": [\n${tables.join(',\n')}\n    ]\n  }`;
});
const path = join(import.meta.dirname, '..', 'expected-tables.json');
writeFileSync(path, `{\n${documents.join(',\n')}\n}\n`);
console.log(`${path}: ${scopes.length} × 13 tables`);
