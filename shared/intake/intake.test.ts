import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from './compare.ts';
import { type IntakeOutline, outline, rowReader } from './plan.ts';
import type { ReadCell } from './read-cell.ts';
import { closest } from './text.ts';

const grid = (text: string) => text.split('\n').map((row) => row.split('|'));
const asText: ReadCell = (_field, text) => ({ ok: true, value: text.trim() });
const planOf = ({ entity, header }: IntakeOutline, texts: readonly string[], read: ReadCell) =>
  rowReader({ entity, uses: header.uses, units: [], unit: 'yuan', fills: {}, read })(texts, 2);

describe('outline', () => {
  it('finds the header below a merged title and skips title, unit line, subtotals, blanks and notes', () => {
    const cells = grid(
      [
        '2027年部门支出预算明细表|||',
        '单位：万元|||',
        '功能科目编码|功能科目名称|经济分类|预算数',
        '2120501|城乡社区环境卫生|30101|104.93',
        '|||',
        '小计|||104.93',
        '2210201|住房公积金|30113|23.25',
        '合 计|||128.18',
        '注：以上为初步数|||',
      ].join('\n'),
    );
    const plan = outline('line', cells, []);
    expect(plan.header.unit).toBe('wan');
    expect(plan.header.uses.map((use) => use?.field ?? null)).toEqual(['functional', null, 'deptEconomic', 'amount']);
    expect(plan.kinds).toEqual([
      'title',
      'title',
      'header',
      'record',
      'blank',
      'subtotal',
      'record',
      'subtotal',
      'title',
    ]);
  });

  it('does not count the rows of a code tree twice', () => {
    const cells = grid('科目编码|科目名称|金额\n208|社会保障|10\n20805|养老|10\n2080505|养老保险|10\n212|城乡社区|5');
    expect(outline('line', cells, []).kinds).toEqual(['header', 'subtotal', 'subtotal', 'record', 'record']);
  });

  it('counts a whole code above a mistyped longer one', () => {
    const cells = grid('科目编码|科目名称|金额\n2110302|水体|10\n21103021|水体|5');
    expect(outline('line', cells, []).kinds).toEqual(['header', 'record', 'record']);
  });

  it('turns a wide sheet with a column per fund into one record per filled fund, and leaves its 合计 out', () => {
    const cells = grid('项目名称|合计|财政拨款||单位资金\n||一般公共预算|政府性基金预算|\n道路维修|30|10|20|-');
    const plan = outline('line', cells, []);
    expect(plan.header.rows).toEqual([0, 1]);
    const records = planOf(plan, cells[2] ?? [], asText);
    expect(records.map(({ values }) => [values.projectId, values.fund, values.amount])).toEqual([
      ['道路维修', 'generalPublic', '10'],
      ['道路维修', 'governmentFund', '20'],
    ]);
  });

  it('falls back to the positions of the grid when there is no header', () => {
    const cells = grid('2120501|30101|100\n2120501|30102|200');
    const plan = outline('line', cells, [{ field: 'functional' }, { field: 'deptEconomic' }, { field: 'amount' }]);
    expect(plan.header.rows).toEqual([]);
    expect(plan.kinds).toEqual(['record', 'record']);
  });

  it('keeps a cell that cannot be read, with its place, beside the cells that can', () => {
    const cells = grid('项目名称|类别\n甲|特定目标类\n乙|乱写');
    const read: ReadCell = (field, text) =>
      field.kind === 'enum' && text === '乱写' ? { ok: false, reason: '没有这一类' } : { ok: true, value: text };
    const [record] = planOf(outline('project', cells, []), cells[2] ?? [], read);
    expect(record?.values.name).toBe('乙');
    expect(record?.problems[0]).toEqual({ column: 1, field: 'category', text: '乱写', reason: '没有这一类' });
  });
});

describe('compareRecords', () => {
  const rows = fc.array(
    fc.record({ name: fc.constantFrom('甲', '乙', '丙'), note: fc.constantFrom('一', '二', null) }),
    { maxLength: 8 },
  );

  it('finds everything unchanged when the same records come again, in any order', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const existing = list.map((values, index) => ({ id: index + 1, values }));
        const incoming = [...list].reverse().map((values) => ({ id: null, values }));
        const outcomes = compareRecords('project', existing, incoming, ['name', 'note']);
        expect(outcomes.every(({ kind }) => kind === 'same')).toBe(true);
        expect(new Set(outcomes.map((outcome) => ('id' in outcome ? outcome.id : 0))).size).toBe(list.length);
      }),
    );
  });

  it('matches by id first, then by key, takes unknown ids for new records, and keeps fields the sheet does not have', () => {
    const existing = [
      { id: 1, values: { name: '甲', note: '旧', code: 'X' } },
      { id: 2, values: { name: '乙', note: '旧', code: 'Y' } },
    ];
    const outcomes = compareRecords(
      'project',
      existing,
      [
        // Fields the sheet has no column for may hold anything: they are not looked at.
        { id: 2, values: { name: '乙改名', note: '旧', code: null } },
        { id: null, values: { name: '甲', note: '新' } },
        { id: 9, values: { name: '丙', note: null } },
        { id: null, values: { name: '丁', note: null } },
      ],
      ['name', 'note'],
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'added', 'added']);
    expect(outcomes[0]).toEqual({
      kind: 'changed',
      id: 2,
      values: { name: '乙改名', note: '旧', code: 'Y' },
      fields: ['name'],
    });
  });
});

describe('closest', () => {
  it('offers the names most like a slip of the pen', () => {
    const names = ['机关事业单位基本养老保险缴费', '职业年金缴费', '住房公积金'];
    expect(closest('机关事业单位养老保险缴费', names, (name) => name, 2)[0]).toBe('机关事业单位基本养老保险缴费');
    expect(closest('差旅费', names, (name) => name, 2)).toEqual([]);
  });
});
