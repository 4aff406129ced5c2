/**
 * The closed vocabularies of the field (design §2): identifier ↔ Chinese name, in the order they are published.
 */
import { FORM_FAMILIES } from '../goals/form-families/index.ts';
import type { Option } from '../shape/shape.ts';

const options = <const T extends readonly Option[]>(list: T): T => list;

export const LEVELS = options([
  { value: 'province', label: '省级' },
  { value: 'city', label: '市级' },
  { value: 'county', label: '县级' },
]);

export const UNIT_KINDS = options([
  { value: 'administrative', label: '行政单位' },
  { value: 'referred', label: '参照公务员法管理的事业单位' },
  { value: 'institution', label: '事业单位' },
]);

export const STAGES = options([
  { value: 'first', label: '一上' },
  { value: 'second', label: '二上' },
  { value: 'approved', label: '批复' },
]);

export const STATUSES = options([
  { value: 'draft', label: '编制中' },
  { value: 'submitted', label: '已上报' },
  { value: 'locked', label: '已锁定' },
]);

export const FUNDS = options([
  { value: 'generalPublic', label: '一般公共预算' },
  { value: 'governmentFund', label: '政府性基金预算' },
  { value: 'stateCapital', label: '国有资本经营预算' },
  { value: 'fiscalAccount', label: '财政专户管理资金' },
  { value: 'ownFunds', label: '单位资金' },
]);
export type Fund = (typeof FUNDS)[number]['value'];

/** 财政拨款: the first three funds. */
export const FISCAL_FUNDS = ['generalPublic', 'governmentFund', 'stateCapital'] as const satisfies readonly Fund[];

export const SIDES = options([
  { value: 'income', label: '收入' },
  { value: 'expenditure', label: '支出' },
  { value: 'yearEndCarryover', label: '年终结转' },
]);
export type Side = (typeof SIDES)[number]['value'];

export const ORIGINS = options([
  { value: 'current', label: '本年预算' },
  { value: 'carryover', label: '上年结转' },
]);
export type Origin = (typeof ORIGINS)[number]['value'];

export const NATURES = options([
  { value: 'basic', label: '基本支出' },
  { value: 'project', label: '项目支出' },
]);
export type Nature = (typeof NATURES)[number]['value'];

export const BASIC_USES = options([
  { value: 'personnel', label: '人员经费' },
  { value: 'operating', label: '公用经费' },
]);
export type BasicUse = (typeof BASIC_USES)[number]['value'];

export const PROJECT_CATEGORIES = options([
  { value: 'operations', label: '其他运转类' },
  { value: 'specificTarget', label: '特定目标类' },
]);

export const PROCUREMENT_CATEGORIES = options([
  { value: 'goods', label: '货物' },
  { value: 'works', label: '工程' },
  { value: 'services', label: '服务' },
]);

export const PERIODS = options([
  { value: 'implementation', label: '实施期' },
  { value: 'annual', label: '年度' },
]);

export const OPERATORS = options([
  { value: '≥', label: '≥' },
  { value: '>', label: '>' },
  { value: '=', label: '=' },
  { value: '≤', label: '≤' },
  { value: '<', label: '<' },
]);

export const INDICATOR_NATURES = options([
  { value: 'quantitative', label: '定量' },
  { value: 'qualitative', label: '定性' },
]);

export const INDICATOR_DIRECTIONS = options([
  { value: 'positive', label: '正向' },
  { value: 'negative', label: '反向' },
]);

/** The declared forms of goal sheets: a new one needs no line here. */
export const GOAL_FORMS: readonly Option[] = FORM_FAMILIES.map(({ id, label }) => ({ value: id, label }));

export const ASSET_KINDS = options([
  { value: 'vehicleQuota', label: '公务用车编制数' },
  { value: 'vehicleLeaders', label: '领导用车' },
  { value: 'vehicleConfidential', label: '机要通信用车' },
  { value: 'vehicleEmergency', label: '应急保障用车' },
  { value: 'vehicleEnforcement', label: '执法执勤用车' },
  { value: 'vehicleSpecial', label: '特种专业技术用车' },
  { value: 'vehicleBusiness', label: '事业单位业务用车' },
  { value: 'vehicleOther', label: '其他公务用车' },
  { value: 'officeArea', label: '办公用房建筑面积' },
  { value: 'equipmentOver500k', label: '单价50万元以上通用设备' },
  { value: 'equipmentOver1m', label: '单价100万元以上专用设备' },
  { value: 'other', label: '其他资产' },
]);

/** The Chinese label of a vocabulary value; the value itself when it is not listed. */
export function labelOf(list: readonly Option[], value: string): string {
  return list.find((option) => option.value === value)?.label ?? value;
}
