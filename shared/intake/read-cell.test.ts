import { expect, test } from 'vitest';
import { procurementItem } from '../entities/procurement-item.ts';
import { makeLookup } from './lookup.ts';
import { cellReader } from './read-cell.ts';
import type { SavedRow } from './values.ts';

const project = (id: number, code: string, name: string): SavedRow => ({
  id,
  revision: 1,
  position: id,
  values: { code, name },
});

/** What a cell of the column 项目 is read as, where there are these projects. */
function projectIn(text: string, rows: readonly SavedRow[]) {
  const lookup = makeLookup({
    amountUnit: 'yuan',
    codes: () => [],
    rows: () => rows,
    initials: () => '',
    recent: () => [],
  });
  const reading = cellReader(lookup)(procurementItem.fields.projectId, text, 'yuan');
  return reading.ok ? reading.value : reading.reason;
}

test('a cell with nothing in it names no project, also where one is called by a dash', () => {
  const dashes = [project(7, '-', '-'), project(8, '0-1', '清扫')];
  for (const text of ['', ' ', '　']) expect(projectIn(text, dashes)).toBeNull();
  expect(projectIn('-', dashes)).toBe(7);
  expect(projectIn('—', dashes)).toBeNull();
  for (const text of ['清扫', '0-1', '0-1 清扫', '[0-1]清扫', '0—1清扫']) expect(projectIn(text, dashes)).toBe(8);
  expect(projectIn('-', dashes.slice(1))).toBeNull();
});
