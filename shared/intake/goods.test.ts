import { expect, test } from 'vitest';
import { createCodeBook } from '../codes/index.ts';
import { procurementItem } from '../entities/procurement-item.ts';
import { makeLookup } from './lookup.ts';
import { cellReader } from './read-cell.ts';

const codes = createCodeBook(2027);
const read = cellReader(
  makeLookup({
    amountUnit: 'yuan',
    codes: (catalogue) => codes.list(catalogue),
    rows: () => null,
    initials: () => '',
    recent: () => [],
  }),
);
const value = (text: string) => {
  const reading = read(procurementItem.fields.catalogueCode, text, 'yuan');
  return reading.ok ? reading.value : reading.reason;
};

test.each([
  ['A02010105', 'A02010105'],
  ['a02010105-台式计算机', 'A02010105'],
  ['A02030629 护栏清洗车', 'A02030629'],
  ['台式计算机', 'A02010105'],
  [' 物业管理服务 ', 'C21040000'],
  // Two entries have this name; a bureau may have codes of its own.
  ['车辆维修和保养服务', '车辆维修和保养服务'],
  ['C1204', 'C1204'],
  ['', null],
])('a sheet that says %j for a 品目 means %j', (text, code) => {
  expect(value(text)).toBe(code);
});
