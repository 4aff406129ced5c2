import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf, Draft } from '../../samples/published-workbook.fixture.ts';
import { createCodeBook } from '../codes/index.ts';
import { auditOf } from './audit.ts';
import { figureKey } from './found.ts';
import { NO_CORRECTIONS, type Recognition, recognise } from './recognise.ts';

const codes = createCodeBook(2025);
const TITLE = '2025年“三公”经费支出预算表';
const KEYS = ['total', 'abroad', 'vehicle', 'vehiclePurchase', 'vehicleRunning', 'reception'] as const;

/** 万元 with two places. */
const printed = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

interface Merge {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function read(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): Recognition {
  const draft = new Draft('三公');
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      if (text !== '') draft.put(row, column, text, /^\d+\.\d\d$/.test(text) ? 'number' : 'text');
    });
  });
  for (const { row, from, to } of merges) draft.merges.push({ top: row, bottom: row, left: from, right: to });
  return recognise(bookOf([draft]), NO_CORRECTIONS, { codes: () => codes, usualYear: 2025 });
}

/** Figures of 表10 by item, in hundredths of a 万元; with a fund those of its column. */
function figures({ tables }: Recognition, slot = '0.total'): Readonly<Record<string, number | undefined>> {
  const table = tables.find(({ no }) => no === 10);
  return Object.fromEntries(
    KEYS.map((key) => {
      const fen = table?.figures.get(figureKey(0, key, slot))?.fen;
      return [key, fen == null ? undefined : fen / 10_000];
    }),
  );
}

const top = [[TITLE], ['单位名称：甲局', '', '', '', '', '', '单位：万元']];
const HEADS = ['单位名称', '合计', '因公出国（境）费', '公务用车购置及运行费', '', '', '公务接待费'];
const BELOW = ['', '', '', '小计', '公务用车购置费', '公务用车运行费'];
const VEHICLE = { row: 2, from: 3, to: 5 };
const AMOUNTS = ['甲局', '12.00', '2.00', '7.00', '5.00', '2.00', '3.00'];
const EXPECTED = { total: 1200, abroad: 200, vehicle: 700, vehiclePurchase: 500, vehicleRunning: 200, reception: 300 };
const wrongIn = (recognition: Recognition) =>
  auditOf(recognition, codes).findings.filter(({ table, severity }) => table === 10 && severity !== 'advice');

describe('表10 laid across', () => {
  it('has its figures by item, with the cells they stand in, and nothing wrong where nothing is', () => {
    const recognition = read([...top, HEADS, BELOW, AMOUNTS], [VEHICLE]);
    expect(figures(recognition)).toEqual(EXPECTED);
    const [table] = recognition.tables;
    expect(table).toMatchObject({ no: 10, confidence: 'sure' });
    expect(table?.figures.get('0|vehicleRunning|0.total')?.cells).toEqual([{ row: 4, column: 5 }]);
    expect(wrongIn(recognition).map(({ message }) => message)).toEqual([]);
  });

  it('is compared like any other: a total that is not the sum of its items is told at its cell', () => {
    const recognition = read([...top, HEADS, BELOW, ['甲局', '13.00', ...AMOUNTS.slice(2)]], [VEHICLE]);
    const [found, ...others] = wrongIn(recognition);
    expect([found?.ruleId, found?.cells[0], others]).toEqual(['T10-total', { sheet: 0, row: 4, column: 1 }, []]);
  });

  it('is known without a title, by its heads', () => {
    const [, ...untitled] = [...top, HEADS, BELOW, AMOUNTS];
    expect(figures(read([['经费情况'], ...untitled], [VEHICLE]))).toEqual(EXPECTED);
  });

  it('takes this year’s columns where last year’s stand beside them, by year or by words', () => {
    for (const [last, now] of [
      ['2024年预算数', '2025年预算数'],
      ['上年预算数', '本年预算数'],
    ] as const) {
      const years = ['单位名称', last, '', '', '', '', '', now];
      const heads = ['', ...HEADS.slice(1), ...HEADS.slice(1)];
      const below = [
        '',
        '',
        '',
        '小计',
        '公务用车购置费',
        '公务用车运行费',
        '',
        '',
        '',
        '小计',
        '公务用车购置费',
        '公务用车运行费',
      ];
      const before = ['9.00', '1.00', '6.00', '4.00', '2.00', '2.00'];
      const recognition = read(
        [...top, years, heads, below, ['甲局', ...before, ...AMOUNTS.slice(1)]],
        [
          { row: 2, from: 1, to: 6 },
          { row: 2, from: 7, to: 12 },
          { row: 3, from: 3, to: 5 },
          { row: 3, from: 9, to: 11 },
        ],
      );
      expect(figures(recognition), last).toEqual(EXPECTED);
    }
  });

  it('counts units together, or takes the total that stands over them', () => {
    const units = [
      ['甲局', '7.00', '2.00', '2.00', '', '2.00', '3.00'],
      ['乙中心', '5.00', '', '5.00', '5.00', '', ''],
    ];
    expect(figures(read([...top, HEADS, BELOW, ...units], [VEHICLE]))).toEqual(EXPECTED);
    const total = ['合计', ...AMOUNTS.slice(1)];
    expect(figures(read([...top, HEADS, BELOW, total, ...units], [VEHICLE]))).toEqual(EXPECTED);
  });

  it('has the figures of funds where its rows are funds', () => {
    const funds = [
      ['合计', ...AMOUNTS.slice(1)],
      ['一般公共预算', '10.00', '2.00', '5.00', '5.00', '', '3.00'],
      ['政府性基金预算', '2.00', '', '2.00', '', '2.00', ''],
      ['国有资本经营预算', '', '', '', '', '', ''],
    ];
    const recognition = read([...top, ['资金来源', ...HEADS.slice(1)], BELOW, ...funds], [VEHICLE]);
    expect(figures(recognition)).toEqual(EXPECTED);
    expect(figures(recognition, '0.general')).toMatchObject({ total: 1000, vehiclePurchase: 500, reception: 300 });
    expect(figures(recognition, '0.fund')).toMatchObject({ total: 200, vehicleRunning: 200 });
    expect(wrongIn(recognition).map(({ message }) => message)).toEqual([]);
  });

  it('says the same as the table laid upright, whatever the amounts', () => {
    const cents = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(cents, cents, cents, cents, (abroad, purchase, running, reception) => {
        const vehicle = purchase + running;
        const amounts = [abroad + vehicle + reception, abroad, vehicle, purchase, running, reception].map(printed);
        const across = read([...top, HEADS, BELOW, ['甲局', ...amounts]], [VEHICLE]);
        const items = [
          '合计',
          '因公出国（境）费',
          '公务用车购置及运行费',
          '①公务用车购置费',
          '②公务用车运行维护费',
          '公务接待费',
        ];
        const upright = read([...top, ['项目', '2025年预算数'], ...items.map((item, at) => [item, amounts[at] ?? ''])]);
        expect(figures(across)).toEqual(figures(upright));
        expect(Object.values(figures(across)).every((amount) => amount !== undefined)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('表10 with its totals only', () => {
  it('is not compared with funds it does not print, and says so', () => {
    const recognition = read([
      ...top,
      ['项目', '2025年预算数'],
      ['合计', '3.00'],
      ['因公出国（境）费', ''],
      ['公务接待费', '3.00'],
      ['公务用车购置及运行费', ''],
    ]);
    expect(wrongIn(recognition).map(({ message }) => message)).toEqual([]);
    expect(auditOf(recognition, codes).unmade.map(({ ruleId }) => ruleId)).toContain('T10-rows');
  });
});
