import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './run.ts';

const TABLE = readFileSync(path.join(ROOT, 'docs', 'security.md'), 'utf8');
const rows = TABLE.split('\n').filter((line) => /^\| (?!-|#|what)/.test(line));

/** The tests that a row names. */
const proofs = (row: string) =>
  [...row.matchAll(/`([^`]+?\.(?:test|spec)\.ts) › ([^`]+)`/g)].map(([, file = '', name = '']) => ({ file, name }));

test('every row of docs/security.md names a test, and every test it names is there', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => proofs(row).length === 0)).toEqual([]);
  const missing = rows
    .flatMap(proofs)
    .filter(
      ({ file, name }) =>
        !existsSync(path.join(ROOT, file)) || !readFileSync(path.join(ROOT, file), 'utf8').includes(name),
    );
  expect(missing).toEqual([]);
});

test('all twenty points of Electron’s checklist are answered', () => {
  const numbers = rows.flatMap((row) => /^\| (\d+) \|/.exec(row)?.[1] ?? []);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 1)));
});
