/** Small facts for tests: a code book that knows a few codes, and a line maker. */
import type { CodeBook } from '../codes/code-book.ts';
import { fen } from '../money/fen.ts';
import type { FactsContext, LineFact } from './fact.ts';

const NAMES: Readonly<Record<string, string>> = {
  '208': '社会保障和就业支出',
  '20805': '行政事业单位养老支出',
  '2080505': '机关事业单位基本养老保险缴费支出',
  '212': '城乡社区支出',
  '21205': '城乡社区环境卫生',
  '2120501': '城乡社区环境卫生',
  '301': '工资福利支出',
  '30101': '基本工资',
  '302': '商品和服务支出',
  '30217': '公务接待费',
  '30231': '公务用车运行维护费',
  '303': '对个人和家庭的补助',
  '30302': '退休费',
};

const codes: CodeBook = {
  year: 2025,
  name: (_catalogue, code) => NAMES[code] ?? null,
  classes: [
    { code: '208', name: '社会保障和就业支出' },
    { code: '212', name: '城乡社区支出' },
  ],
  govEconomic: (dept, kind) => `${kind === 'institution' ? '505' : '502'}${dept.slice(3, 5)}`,
  list: () => [],
};

export const context: FactsContext = {
  year: 2025,
  unitName: '测试单位',
  units: [
    { id: 1, name: '甲局', kind: 'administrative' },
    { id: 2, name: '乙中心', kind: 'institution' },
  ],
  projects: [
    { id: 11, unitId: 1, name: '同名项目' },
    { id: 12, unitId: 1, name: '同名项目' },
    { id: 13, unitId: 2, name: '另一项目' },
  ],
  codes,
};

/** A basic general-public line of 1 元 with what the test changes. */
export function line(id: number, changes: Partial<LineFact> = {}): LineFact {
  return {
    id,
    unitId: 1,
    side: 'expenditure',
    origin: 'current',
    fund: 'generalPublic',
    functional: '2120501',
    revenue: null,
    nature: 'basic',
    deptEconomic: '30101',
    govEconomic: null,
    use: null,
    projectId: null,
    amount: fen(100),
    ...changes,
  };
}
