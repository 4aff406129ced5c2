import { describe, expect, it } from 'vitest';
import {
  changeOfNothing,
  departmentWords,
  doubledWords,
  isVagueName,
  oddPlaces,
  oldNameWritten,
  personalNumber,
  unevenShares,
  wordsOfOtherLevel,
} from './telling-words.ts';

describe('words that give a slip away', () => {
  it('are found as they stand, and titles of documents are left alone', () => {
    expect(doubledWords('公用经费增加增加5.00万元')).toBe('增加增加');
    expect(doubledWords('逐步推进，不断增加人员，增加车辆')).toBeNull();
    expect(changeOfNothing('会议费增加 0.00 万元')).toBe('增加 0.00 万元');
    expect(changeOfNothing('会议费增加0.05万元、增长10%')).toBeNull();
    expect(oldNameWritten('医疗卫生与计划生育支出20.00万元')).toMatchObject({ current: '卫生健康支出' });
    expect(oldNameWritten('按《医疗卫生与计划生育支出管理办法》执行')).toBeNull();
    expect(oldNameWritten('农业项目')).toBeNull();
    expect(wordsOfOtherLevel('指省直部门取得的收入', 'county')).toBe('省直');
    expect(wordsOfOtherLevel('指市直部门取得的收入', 'city')).toBeNull();
    expect(departmentWords('本部门没有安排')).toBe('本部门');
    expect(departmentWords('部门预算支出经济分类')).toBeNull();
  });

  it('name an amount without two places, but no limit of a rule', () => {
    expect(oddPlaces('共346.30万元，其中17,192万元')).toBe('17,192万元');
    expect(oddPlaces('设备3.5万元')).toBe('3.5万元');
    expect(oddPlaces('单价50万元以上的设备2台，价值12.50万元')).toBeNull();
    expect(oddPlaces('共20人，5,000元')).toBeNull();
  });

  it('hide the middle of a number they tell, and take no longer number for one', () => {
    expect(personalNumber('王某13812345678')).toBe('138****5678');
    expect(personalNumber('14012319800101123X')).toBe('140****123X');
    expect(personalNumber('0358-6722000，编号2025138123456789')).toBeNull();
  });

  it('tell shares that make no whole, but not what rounding makes of them', () => {
    expect(unevenShares('人员占60.00%，公用占41.00%')).toBe('101.00%');
    expect(unevenShares('甲占33.33%，乙占33.33%，丙占33.33%')).toBeNull();
    expect(unevenShares('其中甲占33.33%，乙占33.33%，丙占33.36%')).toBeNull();
    expect(unevenShares('甲占33.33%，乙占33.33%，丙占33.37%')).toBe('100.03%');
    // Shares of different wholes are no sum.
    expect(unevenShares('男性占60%，高级职称占60%')).toBeNull();
  });

  it('tell names that name nothing from names that do', () => {
    for (const name of ['其他经费', '补充单位公用经费', '2025年专项经费', '日常办公经费', '业务费', '其它支出项目']) {
      expect(isVagueName(name), name).toBe(true);
    }
    for (const name of ['城区道路清扫经费', '2023年度实施项目的二类费用', '遗属补助', '驻村工作队经费']) {
      expect(isVagueName(name), name).toBe(false);
    }
  });
});
