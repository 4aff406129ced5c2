import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './run.ts';
import { emptyZones, forbiddenImports, importsOf, ruleBreaks, type Source, withoutComments } from './source-rules.ts';

/** The files that state and try these rules must name what they forbid. */
const RULE_FILES = ['build/source-rules.ts', 'build/architecture.test.ts'];

/** All TypeScript of the checkout, committed or about to be. */
function allSources(): readonly Source[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '*.ts', '*.tsx'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const files = listed
    .split('\0')
    .filter((file) => file !== '' && !RULE_FILES.includes(file) && existsSync(path.join(ROOT, file)));
  return files.map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

const sources = allSources();

test('each zone imports only what it may', () => {
  expect(forbiddenImports(sources)).toEqual([]);
});

test('each zone has files, so that the walk cannot pass by finding nothing', () => {
  expect(emptyZones(sources)).toEqual([]);
});

test('SQL, floats, default exports and unfinished work stand nowhere they must not', () => {
  expect(ruleBreaks(sources)).toEqual([]);
});

test.each([
  ['shared/money/x.ts', "import { open } from '../../db/open.ts';", '../../db/open.ts'],
  ['shared/money/x.ts', "import type { Stats } from 'node:fs';", 'node:fs'],
  ['renderer/pages/x.tsx', "const fs = await import('node:fs');", 'node:fs'],
  ['electron/core/handlers/x.ts', "import { dialog } from 'electron';", 'electron'],
  ['electron/cli/x.ts', "export { x } from '../desktop/main.ts';", '../desktop/main.ts'],
  ['db/x.ts', "import 'exceljs';", 'exceljs'],
  ['shared/money/x.ts', "import {\n  a,\n  b,\n} from 'lodash';", 'lodash'],
])('a forbidden import is named: %s', (file, text, specifier) => {
  expect(forbiddenImports([{ file, text }])).toEqual([`${file} → ${specifier}`]);
});

test('a file in no zone is named', () => {
  expect(forbiddenImports([{ file: 'scripts/x.ts', text: '' }])).toEqual(['scripts/x.ts is in no zone']);
  expect(emptyZones([{ file: 'shared/a.ts', text: '' }])).toContain('db');
});

test.each([
  ['electron/core/x.ts', 'const q = `select id from unit`;', 'SQL outside db'],
  ['renderer/x.ts', 'const yuan = parseFloat(text);', 'binary float near money'],
  ['renderer/x.ts', 'return (fen / 100).toFixed(2);', 'binary float near money'],
  ['db/x.ts', 'const fen = Number(row.amount);', 'binary float near money'],
  ['shared/x.ts', 'export default {};', 'default export'],
  ['shared/x.test.ts', "test.skip('later', () => {});", 'test left out'],
  ['shared/x.test.ts', "describe.concurrent.only('this', () => {});", 'test left out'],
  ['shared/x.ts', '// TODO later', 'unfinished'],
])('a broken rule is named with its line: %s %s', (file, line, rule) => {
  expect(ruleBreaks([{ file, text: `\n${line}\n` }])).toEqual([expect.stringContaining(`${file}:2 ${rule}`)]);
});

test('a number that is no amount may be read with its reason beside it, and db may hold SQL', () => {
  const text = '// not an amount: a year\nconst year = Number(text);\nconst q = `select id from unit`;\n';
  expect(ruleBreaks([{ file: 'db/x.ts', text }])).toEqual([]);
});

test('reads imports out of code, not out of comments or addresses', () => {
  const text = "// import 'a'\n/* from 'b' */ import c from 'c'; const u = 'https://d'; import('e');";
  expect(importsOf(text)).toEqual(['c', 'e']);
  expect(withoutComments("'//' // gone").trim()).toBe("'//'");
});
