/** What is written from the samples: the assembled documents, and the expected tables of the invented book. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedUnits } from './invented-2025/book.ts';
import { type ExpectedTable, expectedTables } from './invented-2025/expected/tables.ts';
import { SAMPLE_NAMES, sampleDocument } from './sample-document.ts';

/** Writes each sample as one interchange file, `<name>.json`, as `sampleDocument` finds them beside a bundled program. */
export function writeAssembled(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of SAMPLE_NAMES)
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(sampleDocument(name))}\n`);
}

function tableText({ no, rows }: ExpectedTable): string {
  const lines = rows.map((row) => `        ${JSON.stringify(row)}`);
  return `      {"no": ${no}, "rows": [\n${lines.join(',\n')}\n      ]}`;
}

/** Writes invented-2025/expected-tables.json anew: each unit's own tables, then those of the whole department. */
export function writeExpectedTables(): void {
  const keys = inventedUnits().map((unit) => String(unit.key));
  const scopes = [...keys.map((key) => ({ scope: key, units: [key] })), { scope: 'department', units: keys }];
  const texts = scopes.map(({ scope, units }) => {
    const tables = expectedTables(units).map(tableText);
    return `  "${scope}": {\n    "tables": [\n${tables.join(',\n')}\n    ]\n  }`;
  });
  writeFileSync(join(import.meta.dirname, 'invented-2025', 'expected-tables.json'), `{\n${texts.join(',\n')}\n}\n`);
}
