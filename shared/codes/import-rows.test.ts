import { describe, expect, it } from 'vitest';
import { codesFromRows } from './import-rows.ts';
import { currentName, slipIn } from './old-names.ts';

describe('codesFromRows', () => {
  it('finds the heading below a title and takes code, name and mapping', () => {
    const rows = [
      ['2027年科目表'],
      ['序号', '科目编码', '科目名称', '政府预算科目（行政）', '政府预算科目（事业）'],
      ['1', '30188', '新津贴', '50199 其他工资福利支出', '50501'],
      ['', '', '', '', ''],
    ];
    expect(codesFromRows(rows, 'deptEconomic', 2027)).toEqual({
      codes: [
        {
          catalogue: 'deptEconomic',
          fromYear: 2027,
          code: '30188',
          name: '新津贴',
          govIfAdministrative: '50199',
          govIfInstitution: '50501',
        },
      ],
      problems: [],
      notes: [],
    });
  });

  it('joins 类, 款 and 项 of three columns, carrying down what printed lists leave out', () => {
    const rows = [
      ['类', '款', '项', '科目名称'],
      ['201', '', '', '一般公共服务支出'],
      ['', '01', '', '人大事务'],
      ['', '', '01', '行政运行'],
      ['201', '3', '2', '一般行政管理事务'],
      ['202', '', '', '外交支出'],
    ];
    const { codes, problems } = codesFromRows(rows, 'functional', 2027);
    expect(problems).toEqual([]);
    expect(codes.map(({ code }) => code)).toEqual(['201', '20101', '2010101', '2010302', '202']);
  });

  it('names the row and the cause of what it does not take', () => {
    const rows = [
      ['编码', '名称'],
      ['2120', '少一位'],
      ['', '没有编码的'],
      ['2120501', ''],
      ['2120502', '甲'],
      ['2120502', '乙'],
    ];
    const { codes, problems } = codesFromRows(rows, 'functional', 2027);
    expect(codes.map(({ name }) => name)).toEqual(['甲']);
    expect(problems).toEqual([
      { row: 2, reason: '编码“2120”不对，应为类3位、款5位、项7位数字。' },
      { row: 3, reason: '“没有编码的”没有编码。' },
      { row: 4, reason: '编码“2120501”没有名称。' },
      { row: 6, reason: '编码“2120502”在前面已经有了（“甲”）。' },
    ]);
  });

  it('says when there is no heading, and takes nothing', () => {
    expect(codesFromRows([['2120501', '城乡社区环境卫生']], 'functional', 2027)).toEqual({
      codes: [],
      problems: [{ row: 1, reason: '没有找到表头，需要有“编码”（或“类”“款”“项”）和“名称”两栏。' }],
      notes: [],
    });
  });

  it('takes a name no longer in use, and says so', () => {
    const rows = [
      ['编码', '名称'],
      ['210', '医疗卫生与计划生育支出'],
    ];
    const { codes, notes } = codesFromRows(rows, 'functional', 2027);
    expect(codes).toHaveLength(1);
    expect(notes).toEqual([{ row: 2, reason: '“医疗卫生与计划生育支出”是旧名，现行名称是“卫生健康支出”。' }]);
  });

  it('knows procurement codes by their letter', () => {
    const rows = [
      ['品目编码', '品目名称'],
      ['A02010105', '台式计算机'],
      ['02010105', '台式计算机'],
    ];
    const { codes, problems } = codesFromRows(rows, 'procurement', 2027);
    expect(codes.map(({ code }) => code)).toEqual(['A02010105']);
    expect(problems).toHaveLength(1);
  });
});

describe('old names', () => {
  it('are known only as a whole, slips inside a name', () => {
    expect(currentName('扶贫')).toBe('巩固脱贫攻坚成果衔接乡村振兴');
    expect(currentName('扶贫车间租金')).toBeNull();
    expect(slipIn('2025年遗嘱补助')).toEqual({ wrong: '遗嘱补助', right: '遗属补助' });
    expect(slipIn('其他支出')).toBeNull();
  });
});
