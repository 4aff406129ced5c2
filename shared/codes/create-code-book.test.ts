import { describe, expect, it } from 'vitest';
import { SHIPPED_RULE_SETS } from '../procurement/rule-sets/index.ts';
import type { Catalogue } from '../shape/shape.ts';
import { createCodeBook, type UserCodeLike } from './create-code-book.ts';

const own = (code: Partial<UserCodeLike>): UserCodeLike => ({
  catalogue: 'functional',
  fromYear: 2027,
  code: '2120502',
  name: '新科目',
  govIfAdministrative: null,
  govIfInstitution: null,
  ...code,
});

describe('the shipped code lists', () => {
  const book = createCodeBook(2025);

  it('name the codes of the 2025 golden tables', () => {
    expect(book.name('functional', '22904')).toBe('其他政府性基金及对应专项债务收入安排的支出');
    expect(book.name('functional', '2290402')).toBe('其他地方自行试点项目收益专项债券收入安排的支出');
    expect(book.name('functional', '2130599')).toBe('其他巩固脱贫攻坚成果衔接乡村振兴支出');
    expect(book.name('deptEconomic', '30302')).toBe('退休费');
    expect(book.name('govEconomic', '50905')).toBe('离退休费');
  });

  it('give the 30 classes in published order', () => {
    expect(book.classes).toHaveLength(30);
    expect(book.classes[0]).toEqual({ code: '201', name: '一般公共服务支出' });
    expect(book.classes[21]).toEqual({ code: '223', name: '国有资本经营预算支出' });
    expect(book.classes[23]).toEqual({ code: '227', name: '预备费' });
    expect(book.classes[29]).toEqual({ code: '234', name: '抗疫特别国债安排的支出' });
    expect(book.classes.every(({ code, name }) => name !== code)).toBe(true);
  });

  it('are well formed: digits by level, a parent for every code, no code twice, a name and a mark for each', () => {
    const digits: Record<string, readonly number[]> = {
      functional: [3, 5, 7],
      deptEconomic: [3, 5],
      govEconomic: [3, 5],
      revenue: [3, 5, 7, 9],
    };
    for (const [catalogue, allowed] of Object.entries(digits)) {
      const entries = book.list(catalogue as Catalogue);
      expect(entries.length).toBeGreaterThan(30);
      const codes = new Set(entries.map(({ code }) => code));
      expect(codes.size).toBe(entries.length);
      for (const { code, name, mark } of entries) {
        expect(allowed, code).toContain(code.length);
        expect(code).toMatch(/^[0-9]+$/);
        expect(name.trim(), code).toBe(name);
        expect(name, code).not.toBe('');
        expect(['O', 'K'], code).toContain(mark);
        if (code.length > 3) expect(codes.has(code.slice(0, -2)), `parent of ${code}`).toBe(true);
      }
    }
  });

  it('map every department economic item to a listed government class', () => {
    for (const { code, gov } of book.list('deptEconomic')) {
      if (code.length === 3) expect(gov, code).toBeUndefined();
      else {
        expect(book.name('govEconomic', gov?.administrative ?? ''), code).not.toBeNull();
        expect(book.name('govEconomic', gov?.institution ?? ''), code).not.toBeNull();
      }
    }
  });

  it('map by the kind of the unit, 参公 like administrative, and 303 alike for all', () => {
    expect(book.govEconomic('30101', 'administrative')).toBe('50101');
    expect(book.govEconomic('30101', 'referred')).toBe('50101');
    expect(book.govEconomic('30101', 'institution')).toBe('50501');
    expect(book.govEconomic('31002', 'institution')).toBe('50601');
    expect(book.govEconomic('30302', 'institution')).toBe(book.govEconomic('30302', 'administrative'));
    expect(book.govEconomic('30188', 'institution')).toBeNull();
  });

  it('show the path, because many items share a name', () => {
    const entry = book.list('functional').find(({ code }) => code === '2110301');
    expect(entry).toEqual({ code: '2110301', name: '大气', path: '节能环保支出 / 污染防治 / 大气', mark: 'O' });
  });

  it('do not name a code that is not listed', () => {
    expect(book.name('functional', '2129998')).toBeNull();
    expect(book.name('procurement', 'A02019998')).toBeNull();
  });

  it('serve years before the first list with the oldest one', () => {
    expect(createCodeBook(2016).name('functional', '212')).toBe('城乡社区支出');
  });
});

describe('the procurement catalogue', () => {
  const entries = createCodeBook(2025).list('procurement');
  const codes = new Map(entries.map((entry) => [entry.code, entry]));

  it('has all 4,272 entries of 2022, each with a name of its own words, a mark and initials', () => {
    expect(entries).toHaveLength(4272);
    expect(codes.size).toBe(4272);
    for (const { code, name, mark, initials } of entries) {
      expect(code).toMatch(/^[ABC](?:[0-9]{8})?$/);
      expect(name, code).toMatch(/^[^\s。；—][^\s。；]{0,39}$/);
      expect(['O', 'K'], code).toContain(mark);
      expect(initials, code).toMatch(/^[a-z0-9]+$/);
    }
  });

  it('says where an entry belongs', () => {
    expect(codes.get('A02010105')).toEqual({
      code: 'A02010105',
      name: '台式计算机',
      path: '货物 / 设备 / 信息化设备 / 计算机 / 台式计算机',
      mark: 'O',
      initials: 'tsjsj',
    });
    expect(codes.get('C21040000')?.path).toBe('服务 / 房地产服务 / 物业管理服务');
    expect(codes.get('A')?.path).toBe('货物');
  });

  it('names what the notice of Shanxi takes from it', () => {
    const [notice] = SHIPPED_RULE_SETS;
    expect(notice?.catalogue.map(({ code }) => codes.get(code)?.name)).toEqual(
      notice?.catalogue.map(({ name }) => name),
    );
  });

  it('takes what the user adds', () => {
    const added = own({ catalogue: 'procurement', code: 'A02019998', name: '新设备', fromYear: 2026 });
    const entry = createCodeBook(2027, [added])
      .list('procurement')
      .find(({ code }) => code === 'A02019998');
    expect(entry?.path).toBe('货物 / 设备 / 信息化设备 / 其他信息化设备 / 新设备');
  });
});

describe("the user's own codes", () => {
  it('are listed with their path from their first year on', () => {
    const codes = [own({})];
    expect(createCodeBook(2026, codes).name('functional', '2120502')).toBeNull();
    const book = createCodeBook(2028, codes);
    expect(book.name('functional', '2120502')).toBe('新科目');
    expect(book.list('functional').find(({ code }) => code === '2120502')).toEqual({
      code: '2120502',
      name: '新科目',
      path: '城乡社区支出 / 城乡社区环境卫生 / 新科目',
      mark: 'U',
    });
  });

  it('stand before the shipped ones, the newest last', () => {
    const codes = [own({ code: '212', name: '乙', fromYear: 2027 }), own({ code: '212', name: '甲', fromYear: 2026 })];
    expect(createCodeBook(2026, codes).name('functional', '212')).toBe('甲');
    expect(createCodeBook(2027, codes).name('functional', '212')).toBe('乙');
    expect(createCodeBook(2025, codes).name('functional', '212')).toBe('城乡社区支出');
  });

  it('keep the shipped mapping where they bring none, and use one column for both where only one is given', () => {
    const renamed = own({ catalogue: 'deptEconomic', code: '30101', name: '基本工资（新）' });
    expect(createCodeBook(2027, [renamed]).govEconomic('30101', 'institution')).toBe('50501');
    const added = own({ catalogue: 'deptEconomic', code: '30199', govIfAdministrative: '50199' });
    const book = createCodeBook(2027, [{ ...added, code: '30188' }]);
    expect(book.govEconomic('30188', 'administrative')).toBe('50199');
    expect(book.govEconomic('30188', 'institution')).toBe('50199');
  });

  it('add a class after the published ones', () => {
    const book = createCodeBook(2027, [own({ code: '235', name: '新类' })]);
    expect(book.classes).toHaveLength(31);
    expect(book.classes.at(-1)).toEqual({ code: '235', name: '新类' });
  });
});
