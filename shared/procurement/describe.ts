/** Conditions and answers of rule sets in plain Chinese, for the screen that says why. */
import { grouped } from '../money/format.ts';
import type { Condition } from './spec.ts';

/** How a purchase is organised (组织形式), by the answer of the rules. */
export const ORGANISATIONS: Readonly<Record<string, string>> = {
  central: '集中采购',
  department: '部门集中采购',
  decentralised: '分散采购',
  outside: '限额标准以下',
};

const WORDS: Readonly<Record<string, string>> = {
  goods: '货物',
  works: '工程',
  services: '服务',
  province: '省级',
  city: '市级',
  county: '县级',
  ...ORGANISATIONS,
};
const COMPARED = { '<': '小于', '<=': '不超过', '>': '超过', '>=': '达到' } as const;
const YES_NO = {
  inCatalogue: ['属于集中采购目录', '不在集中采购目录'],
  inDepartmentList: ['属于部门集中采购项目', '不是部门集中采购项目'],
  imported: ['进口产品', '非进口产品'],
  worksRelated: ['与工程建设有关', '与工程建设无关'],
} as const;

/** A condition in plain Chinese, for the screen that says why. */
export function describe(condition: Condition): string {
  switch (condition.fact) {
    case 'amount':
      return `金额${COMPARED[condition.op]}${grouped(condition.yuan)}元`;
    case 'inCatalogue':
    case 'inDepartmentList':
    case 'imported':
    case 'worksRelated':
      return YES_NO[condition.fact][condition.is ? 0 : 1];
    case 'category':
    case 'level':
    case 'organisation':
      return condition.in.map((word) => WORDS[word] ?? word).join('或');
    default:
      return condition satisfies never;
  }
}
