import { expect, it } from 'vitest';
import type { RowTexts } from './row-types.ts';
import { unitRows } from './unit-rows.ts';

const row = (name: string, total: number): RowTexts => ({
  row: 0,
  code: '',
  name,
  gov: '',
  unit: '',
  indent: 0,
  bold: false,
  total,
});

it('a hundred thousand equal rows are read like any others', () => {
  const rows = [row('某局', 3_000_000), ...Array<RowTexts>(100_000).fill(row('道路清扫经费', 30))];
  const found = unitRows(rows, true, new Set(['某局']));
  expect(found[0]).toMatchObject({ kind: 'row', key: 'unit:1' });
  expect(found.at(-1)).toMatchObject({ kind: 'row', key: 'project:100000' });
});

it('a unit that stands there twice counts once', () => {
  const rows = [row('某局', 50), row('某局', 50), row('清扫经费', 30), row('保洁经费', 20)];
  expect(unitRows(rows, true, new Set()).map(({ kind }) => kind)).toEqual(['row', 'repeat', 'row', 'row']);
});
