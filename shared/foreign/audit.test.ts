import { describe, expect, it } from 'vitest';
import {
  bookOf,
  Draft,
  draw,
  type Layout,
  type PublishedTable,
  publishedTables,
} from '../../samples/published-workbook.fixture.ts';
import { printedRules, printedTableChecks } from '../checks/printed/check-printed.ts';
import { createCodeBook } from '../codes/index.ts';
import { type Audit, auditOf, sheetRules } from './audit.ts';
import { NO_CORRECTIONS, recognise } from './recognise.ts';
import { cellName, type GridBook, UNCALCULATED } from './sheet.ts';

const tables = publishedTables();
const codes = createCodeBook(2025);
const audit = (book: GridBook): Audit =>
  auditOf(recognise(book, NO_CORRECTIONS, { codes: () => codes, usualYear: 2025 }), codes);

/** The document with what is wrong in it mended: one unit row, the right word, labels everywhere, one name per fund. */
const clean: readonly PublishedTable[] = tables.map((table) => ({
  ...table,
  form_label: `预算公开表${table.no}`,
  columns: table.columns.map(oneName),
  rows: table.rows
    .filter(({ row }) => table.no !== 13 || row !== 2)
    .map((row, at) => ({
      ...row,
      keys: Object.fromEntries(
        Object.entries(row.keys).map(([path, text]) => [
          path,
          `${text.replace('遗嘱', '遗属')}${table.no === 12 && text.startsWith('20') && at > 20 ? `（${at}）` : ''}`,
        ]),
      ),
      cells: Object.fromEntries(Object.entries(row.cells).map(([path, text]) => [oneName(path), text])),
    })),
}));
function oneName(path: string): string {
  return path.replace(/政府性基金$/, '政府性基金预算');
}

type Change = (draft: Draft, no: number) => void;

const drawClean = (change: Change = () => undefined, layout: (no: number) => Layout = () => ({})) =>
  clean.map((table) => {
    const draft = draw(table, layout(table.no));
    change(draft, table.no);
    return draft;
  });

const told = ({ findings }: Audit, book: GridBook) =>
  findings.map(({ ruleId, cells: [first] }) =>
    first === undefined ? ruleId : `${ruleId} ${book.sheets[first.sheet]?.name}!${cellName(first)}`,
  );

describe('the document as published', () => {
  const book = bookOf(tables.map((table) => draw(table)));
  const found = told(audit(book), book);

  it('has every cross-check made', () => {
    expect(audit(book)).toMatchObject({ unmade: [], made: printedTableChecks.length });
  });

  it.each([
    ['S-1 the unit row of table 13 is printed twice', 'F-row-repeated 表13!A7'],
    ['B-1 two projects are called 二类费用', 'F-project-repeated 表12!A39'],
    ['B-1 two projects are called 市政公用运行经费', 'F-project-repeated 表12!A43'],
    ['B-6 a fund has two names in heads', 'F-head-words 表2!E4'],
    ['B-7 a form label is written otherwise', 'F-label 表9!A1'],
    ['B-7 most tables have no form label', 'F-label-missing 表2!A1'],
    ['P-3 遗嘱 for 遗属', 'F-slip 表12!A44'],
    ['208 合计 in table 2', 'T2-levels 表2!C6'],
    ['208 合计 in table 3', 'T3-levels 表3!C6'],
    ['208 合计 in table 5', 'T5-levels 表5!C6'],
    ['208 基本支出 in table 3', 'T3-levels 表3!D6'],
    ['208 基本支出 in table 5', 'T5-levels 表5!D6'],
    ['21011 in table 2', 'T2-levels 表2!C17'],
    ['21011 in table 3', 'T3-levels 表3!C17'],
    ['21011 in table 5', 'T5-levels 表5!C17'],
    ['合计 across in table 6', 'T6-uses 表6!C5'],
    ['工资福利支出 合计 in table 6', 'T6-levels 表6!C6'],
    ['工资福利支出 人员经费 in table 6', 'T6-levels 表6!D6'],
  ])('shows %s', (_, where) => {
    expect(found).toContain(where);
  });

  it('has no error: what does not add up is 尾差, and is called so', () => {
    const { findings } = audit(book);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const sums = findings.filter(({ ruleId }) => ruleId.startsWith('T'));
    expect(sums.length).toBe(16);
    expect(sums.every(({ rounding, message }) => rounding && message.includes('尾差'))).toBe(true);
  });
});

describe('the document with its slips mended', () => {
  it('has nothing but 尾差', () => {
    const { findings } = audit(bookOf(drawClean()));
    expect(findings.filter(({ rounding }) => !rounding)).toEqual([]);
  });
});

const row = (draft: Draft, label: string): number => draft.rows.findIndex(([cell]) => cell?.text === label);
const put =
  (no: number, label: string, column: number, text: string, kind: 'text' | 'number' | 'error' = 'text'): Change =>
  (draft, of) => {
    if (of === no) draft.put(row(draft, label), column, text, kind);
  };
const renamed = (no: number, from: string, to: string): Change => put(no, from, 0, to);

/** For every rule about sheets, and many on printed tables, a workbook in which it must find something, and where. */
const SHOWN: Readonly<Record<string, readonly [book: () => GridBook, place: string]>> = {
  'F-table-missing': [() => bookOf(drawClean().filter((_, at) => at !== 5)), ''],
  'F-table-repeated': [
    () => bookOf([...drawClean(), ...drawClean(undefined, () => ({ sheetName: '旧' })).slice(2, 3)]),
    '旧!A2',
  ],
  'F-lost-piece': [() => bookOf([...drawClean(), other()]), '人员情况!A1'],
  'F-column-missing': [() => bookOf(drawClean((draft, no) => no === 3 && draft.put(4, 3, '乱写'))), '表3!A2'],
  'F-unknown-column': [() => bookOf(drawClean((draft, no) => no === 5 && withLastYear(draft))), '表5!F5'],
  'F-row-missing': [() => bookOf(drawClean(renamed(3, '合计', '其他的合计数'))), '表3!A2'],
  'F-row-unknown': [
    () => bookOf(drawClean(renamed(1, '二、政府性基金预算', '不知何物')).map((draft) => withFigure(draft, '不知何物'))),
    '表1!A7',
  ],
  'F-scale': [
    () =>
      bookOf(
        drawClean(undefined, (no) =>
          no === 6 ? { figure: (text) => ({ text: `${Number.parseInt(text, 10)}0000`, kind: 'number' }) } : {},
        ),
      ),
    '表5!D6',
  ],
  'F-amount': [() => bookOf(drawClean(put(3, '208', 2, '#REF!', 'error'))), '表3!C7'],
  'F-text-amount': [() => bookOf(drawClean(put(3, '208', 2, '52.58'))), '表3!C7'],
  'F-hidden': [() => bookOf(drawClean((draft, no) => no === 3 && draft.hiddenRows.add(8))), '表3!C9'],
  'F-decimals': [() => bookOf(drawClean((draft, no) => no === 3 && withGeneral(draft))), '表3!C7'],
  'F-code-shape': [() => bookOf(drawClean(renamed(3, '20805', '208051'))), '表3!B8'],
  'F-code-parent': [() => bookOf(drawClean(renamed(3, '20805', '20804'))), '表3!B9'],
  'F-code-name': [() => bookOf(drawClean(put(3, '20805', 1, '就业补助'))), '表3!B8'],
  'F-old-name': [
    () => bookOf(drawClean((draft, no) => no === 1 && draft.put(14, 2, '十、医疗卫生与计划生育支出'))),
    '表1!C15',
  ],
  'F-row-repeated': [
    () => bookOf(drawClean((draft, no) => no === 13 && draft.rows.splice(7, 0, [...(draft.rows[6] ?? [])]))),
    '表13!A8',
  ],
  'F-project-repeated': [
    () => bookOf(drawClean((draft, no) => no === 12 && draft.put(9, 0, draft.rows[8]?.[0]?.text ?? ''))),
    '表12!A10',
  ],
  'F-slip': [() => bookOf(drawClean((draft, no) => no === 12 && draft.put(9, 0, '其它费用'))), '表12!A10'],
  'F-units-sum': [() => bookOf([...drawClean().filter((_, at) => at !== 4), department()]), '部门!C4'],
  'F-year': [
    () => bookOf(drawClean(undefined, (no) => (no === 4 ? { title: '2024年财政拨款收支总表' } : {}))),
    '表4!A2',
  ],
  'F-unit-name': [
    () => bookOf(drawClean((draft, no) => no === 4 && draft.put(2, 0, '单位名称：岚县环卫中心'))),
    '表4!A3',
  ],
  'F-money': [() => bookOf(drawClean(undefined, (no) => (no === 4 ? { money: null } : {}))), '表4!A2'],
  'F-money-other': [() => bookOf(drawClean(undefined, (no) => (no === 4 ? { money: '单位：千元' } : {}))), '表4!G3'],
  'F-label': [() => bookOf(drawClean((draft, no) => no === 4 && draft.put(0, 0, '附表4'))), '表4!A1'],
  'F-label-missing': [() => bookOf(drawClean((draft, no) => no === 4 && draft.rows.splice(0, 1, []))), '表4!A2'],
  'F-head-words': [
    () =>
      bookOf(
        drawClean(undefined, (no) => (no === 12 ? { head: (text) => (text === '单位资金' ? '自有资金' : text) } : {})),
      ),
    '表2!H5',
  ],
  'F-note-missing': [() => bookOf(drawClean((draft, no) => no === 7 && draft.rows.pop())), '表7!A2'],
  'F-note-wrong': [() => bookOf(drawClean((draft, no) => no === 7 && draft.put(5, 2, '5', 'number'))), '表7!A2'],
};

function other(): Draft {
  const draft = new Draft('人员情况');
  draft.put(0, 0, '在职人员情况');
  for (let at = 1; at < 6; at += 1) draft.put(at, 1, `${at}3.5`, 'number');
  return draft;
}

function withFigure(draft: Draft, label: string): Draft {
  const at = row(draft, label);
  if (at >= 0) draft.put(at, 1, '3', 'number');
  return draft;
}

function withLastYear(draft: Draft): void {
  draft.put(4, 5, '去年');
  draft.put(6, 5, '12.5', 'number');
}

function withGeneral(draft: Draft): void {
  const cell = draft.rows[6]?.[2];
  const cells = draft.rows[6];
  if (cells !== undefined && cell !== undefined) cells[2] = { ...cell, text: '52.5812', style: 0 };
}

/** A department's table 5 with rows of two units that do not make the total. */
function department(): Draft {
  const draft = new Draft('部门');
  const rows = [
    ['2025年一般公共预算支出预算表'],
    ['单位名称：岚县城乡环卫和市政服务中心', '', '', '', '单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['合计', '', '30', '10', '20'],
    ['', '甲单位', '10', '10', ''],
    ['208', '社会保障和就业支出', '10', '10', ''],
    ['', '乙单位', '10', '', '10'],
    ['208', '社会保障和就业支出', '20', '', '20'],
  ];
  rows.forEach((cells, at) => {
    cells.forEach((text, column) => {
      draft.put(at, column, text, at > 2 && column > 1 ? 'number' : 'text');
    });
  });
  draft.put(4, 5, '甲单位');
  return draft;
}

describe('every rule', () => {
  it('is shown to find something, has an id of its own, a title and a basis', () => {
    expect(Object.keys(SHOWN)).toEqual(expect.arrayContaining(sheetRules.map(({ id }) => id)));
    for (const id of Object.keys(SHOWN)) expect([...sheetRules, ...printedRules].map((rule) => rule.id)).toContain(id);
    for (const { id, title, basis } of sheetRules) {
      expect(title, id).not.toBe('');
      expect(basis, id).not.toBe('');
    }
  });

  for (const [id, [make, place]] of Object.entries(SHOWN)) {
    it(`${id} finds it, says so in a sentence, and says where`, () => {
      const book = make();
      const result = audit(book);
      const own = result.findings.find(({ ruleId }) => ruleId === id);
      expect(own?.message).toMatch(/。$/);
      expect(own?.message).not.toMatch(/undefined|null|NaN/);
      expect(told(result, book)).toContain(`${id}${place === '' ? '' : ` ${place}`}`);
    });
  }
});

describe('figures', () => {
  it('a figure changed by a cent shows, as 尾差 where rounding can explain it', () => {
    const book = bookOf(drawClean(put(3, '211', 2, '9207.26', 'number')));
    const found = audit(book).findings.filter(({ cells: [first] }) => first !== undefined && cellName(first) === 'C21');
    expect(found.map(({ ruleId, rounding }) => `${ruleId} ${rounding}`)).toEqual(
      expect.arrayContaining(['T3-natures true', 'T3-levels true']),
    );
  });

  it('a figure that is really wrong is an error at its cell, with the others it was compared with', () => {
    const book = bookOf(drawClean(put(3, '211', 2, '9307.25', 'number')));
    const errors = audit(book).findings.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ ruleId }) => ruleId))).toEqual(new Set(['T3-T1-classes', 'T3-natures', 'T3-levels']));
    const [first] = errors.filter(({ ruleId }) => ruleId === 'T3-natures');
    expect(first?.cells.map(cellName)).toEqual(['C21', 'D21', 'E21']);
  });

  it('a formula without a result is not taken for nil', () => {
    const book = bookOf(drawClean(put(3, '合计', 2, UNCALCULATED, 'error')));
    const { findings, unmade } = audit(book);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('F-amount');
    expect(findings.filter(({ severity, ruleId }) => severity === 'error' && ruleId.startsWith('T'))).toEqual([]);
    expect(unmade.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['T3-T1-total', 'T3-natures', 'T3-levels']),
    );
  });

  it('rows that are left out because they are nil do no harm', () => {
    const lean = clean.map((table) => ({
      ...table,
      rows: [1, 4].includes(table.no)
        ? table.rows.filter(
            ({ keys, cells }) =>
              Object.values(cells).some((text) => text !== '') ||
              Object.values(keys).some((text) => /合计|总计/.test(text)),
          )
        : table.rows,
    }));
    const { findings } = audit(bookOf(lean.map((table) => draw(table))));
    expect(findings.filter(({ rounding }) => !rounding)).toEqual([]);
  });
});
