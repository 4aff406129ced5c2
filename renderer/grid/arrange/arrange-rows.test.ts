import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetLine } from '../../../shared/entities/budget-line.ts';
import { codeChoices, optionChoices } from '../../../shared/intake/choices.ts';
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { type Arranged, arrangeRows, type Section } from './arrange-rows.ts';
import { type Arrangement, STORED_ORDER, withFilter } from './arrangement.ts';
import { groupChoices } from './grouping.ts';
import { partsOf } from './words.ts';

const { fields } = budgetLine;
const columns: readonly GridColumn[] = [
  { key: 'amount', field: fields.amount, width: 100 },
  { key: 'note', field: fields.note, width: 100 },
  { key: 'functional', field: fields.functional, width: 100 },
  { key: 'fund', field: fields.fund, width: 100 },
];
const codes = codeChoices(
  [
    { code: '2050201', name: '学前教育', path: '教育支出 / 普通教育 / 学前教育', mark: 'O' },
    { code: '2050202', name: '小学教育', path: '教育支出 / 普通教育 / 小学教育', mark: 'O' },
    {
      code: '2120501',
      name: '城乡社区环境卫生',
      path: '城乡社区支出 / 城乡社区环境卫生 / 城乡社区环境卫生',
      mark: 'O',
    },
  ],
  [7],
  () => '',
);
const listOf = (field: GridColumn['field']) =>
  field.kind === 'code' ? codes : optionChoices(field.kind === 'enum' ? field.options : [], () => '');
const lookup: CellLookup = {
  amountUnit: 'yuan',
  choices: (field) => listOf(field).choices,
  choiceOf: (field, value) => listOf(field).byValue.get(value) ?? null,
  recent: () => [],
};

function arranged(rows: readonly Values[], arrangement: Arrangement, waits: ReadonlySet<number> = new Set()): Arranged {
  const ids = rows.map((_, index) => index + 1);
  const work = arrangeRows(
    ids,
    (id) => ({ values: rows[id - 1] ?? {}, waits: waits.has(id) }),
    arrangement,
    columns,
    lookup,
  );
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
}

const line = fc.record({
  amount: fc.option(fc.integer({ min: -50, max: 50 }), { nil: null }),
  note: fc.option(fc.constantFrom('安', '城', '安装', '2号', '10号'), { nil: null }),
  functional: fc.option(fc.constantFrom('2050201', '2050202', '2120501', '2129999'), { nil: null }),
  fund: fc.constantFrom<CellValue>('generalPublic', 'governmentFund', 'ownFunds'),
});
const lines = fc.array(line, { maxLength: 40 });
const idsOf = (sections: readonly Section[] | null): readonly number[] => (sections ?? []).flatMap(({ ids }) => ids);
const sortBy = (column: string, descending = false): Arrangement => ({ ...STORED_ORDER, sort: { column, descending } });

describe('sorting', () => {
  test('loses and doubles no row, puts empty cells last, and leaves equal rows in stored order', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('amount', 'note', 'functional', 'fund'),
        fc.boolean(),
        (rows, column, descending) => {
          const ids = idsOf(arranged(rows, sortBy(column, descending)).sections);
          expect([...ids].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1));
          const values = ids.map((id) => (rows[id - 1] as Values)[column] ?? null);
          const filled = values.indexOf(null);
          if (filled >= 0) expect(values.slice(filled).every((value) => value === null)).toBe(true);
          ids.forEach((id, index) => {
            const next = ids[index + 1];
            if (next !== undefined && values[index] === values[index + 1]) expect(id).toBeLessThan(next);
          });
        },
      ),
    );
  });

  test('goes by size for amounts, by number for codes, by pinyin for texts, as listed for choices', () => {
    const rows = [
      { amount: 1_000, note: '城区', functional: '2120501', fund: 'ownFunds' },
      { amount: 900, note: '安装10号', functional: '2050202', fund: 'generalPublic' },
      { amount: -5, note: '安装2号', functional: '2050201', fund: 'governmentFund' },
    ];
    expect(idsOf(arranged(rows, sortBy('amount')).sections)).toEqual([3, 2, 1]);
    expect(idsOf(arranged(rows, sortBy('functional')).sections)).toEqual([3, 2, 1]);
    expect(idsOf(arranged(rows, sortBy('note')).sections)).toEqual([3, 2, 1]);
    expect(idsOf(arranged(rows, sortBy('fund')).sections)).toEqual([2, 3, 1]);
    expect(idsOf(arranged(rows, sortBy('amount', true)).sections)).toEqual([1, 2, 3]);
  });
});

describe('filtering', () => {
  test('hides exactly the rows that do not pass, and none that waits to be mended', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: -50, max: 50 }), fc.nat(40), (rows, from, waiting) => {
        const arrangement = withFilter(STORED_ORDER, 'amount', { kind: 'between', from, to: null });
        const { hidden, sections } = arranged(rows, arrangement, new Set([waiting]));
        expect(sections).toBeNull();
        const wanted = rows.flatMap(({ amount }, index) =>
          index + 1 !== waiting && (amount === null || amount < from) ? [index + 1] : [],
        );
        expect([...hidden]).toEqual(wanted);
      }),
    );
  });

  test('takes the beginning of a code, a part of a text in any width, picked values, and empty cells', () => {
    const rows = [
      { amount: 1, note: 'ＡＢ型', functional: '2050201', fund: 'governmentFund' },
      { amount: 2, note: null, functional: '2120501', fund: 'governmentFund' },
      { amount: 3, note: '甲', functional: null, fund: 'ownFunds' },
    ];
    const shown = (column: string, filter: Arrangement['filters'][string]) => {
      const { hidden } = arranged(rows, withFilter(STORED_ORDER, column, filter));
      return [1, 2, 3].filter((id) => !hidden.has(id));
    };
    expect(shown('functional', { kind: 'contains', text: '212' })).toEqual([2]);
    expect(shown('functional', { kind: 'contains', text: '学前' })).toEqual([1]);
    expect(shown('note', { kind: 'contains', text: 'ab' })).toEqual([1]);
    expect(shown('fund', { kind: 'among', values: ['ownFunds'] })).toEqual([3]);
    expect(shown('functional', { kind: 'among', values: [null] })).toEqual([3]);
    expect(shown('note', { kind: 'filled', filled: false })).toEqual([2]);
    expect(shown('amount', { kind: 'between', from: 2, to: 2 })).toEqual([2]);
    expect(shown('gone', { kind: 'among', values: [] })).toEqual([1, 2, 3]);
  });
});

describe('grouping', () => {
  test('puts each row into exactly one group, the groups in the order of their values', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(3, 5, null), (rows, digits) => {
        const { sections } = arranged(rows, { ...STORED_ORDER, group: { column: 'functional', digits } });
        expect([...idsOf(sections)].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1));
        const keys = (sections ?? []).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { key, ids } of sections ?? []) {
          const codesIn = ids.map((id) => rows[id - 1]?.functional ?? null);
          const groups = codesIn.map((code) => (code === null ? '' : `=${code.slice(0, digits ?? 7)}`));
          expect(groups.every((group) => group === key)).toBe(true);
        }
        const named = keys.filter((key) => key !== '');
        expect(named).toEqual([...named].sort());
        if (keys.includes('')) expect(keys.at(-1)).toBe('');
      }),
    );
  });

  test('names a class by the path of its codes, and says which levels a column has', () => {
    const rows = [{ functional: '2050201' }, { functional: '2129999' }, { functional: null }];
    const labels = (digits: number | null) =>
      arranged(rows, { ...STORED_ORDER, group: { column: 'functional', digits } }).sections?.map(({ label }) => label);
    expect(labels(3)).toEqual(['205 教育支出', '212（未在科目表中）', '（空白）']);
    expect(labels(5)).toEqual(['20502 普通教育', '21299（未在科目表中）', '（空白）']);
    expect(labels(null)).toEqual(['2050201 学前教育', '2129999（未在科目表中）', '（空白）']);
    expect(columns.map((column) => groupChoices(column).map(({ label }) => label))).toEqual([
      [],
      [],
      ['功能分类科目（类）', '功能分类科目（款）', '功能分类科目（项）'],
      ['资金来源'],
    ]);
  });
});

test('an arrangement is told part by part, each with the arrangement without it', () => {
  const arrangement: Arrangement = {
    sort: { column: 'amount', descending: true },
    filters: {
      amount: { kind: 'between', from: 100_000, to: null },
      functional: { kind: 'contains', text: '205' },
      fund: { kind: 'among', values: ['governmentFund', 'ownFunds'] },
    },
    group: { column: 'functional', digits: 3 },
  };
  const parts = partsOf(arrangement, columns, lookup);
  expect(parts.map(({ text }) => text)).toEqual([
    '金额：不低于 1,000.00',
    '功能分类科目：以“205”开头',
    '资金来源：政府性基金预算、单位资金',
    '排序：金额从大到小',
    '分组：功能分类科目（类）',
  ]);
  expect(parts.map(({ without }) => Object.keys(without.filters).length)).toEqual([2, 2, 2, 3, 3]);
  expect(parts.at(-1)?.without.group).toBeNull();
});
