/** What rules on goal sheets ask of an indicator beyond its own fields. */
import type { RowOfEntity } from '../entities/index.ts';
import { monthsIn, yearsIn } from '../goals/dates.ts';
import { isOnForm, kindOf } from '../goals/forms.ts';
import { isNameOpen } from '../goals/prose.ts';
import { hasSeveralLimits, isEcho, isPercent, moneyIn, numberIn } from '../goals/value.ts';
import { partnersOf } from './indicator-partners.ts';
import type { Look } from './look.ts';
import type { Attributes } from './records.ts';

type Indicator = RowOfEntity<'indicator'>;

const UNITS: Readonly<Record<string, string>> = {
  平米: '平方米',
  万平米: '万平方米',
  立方: '立方米',
  万立方: '万立方米',
};
/** Outcomes of which less is better. */
const UNWANTED = /投诉|差错|事故|违规|违纪|流失|故障|破损率|死亡|不合格|返工|损失|能耗|排放|浓度|误差|偏差/;
const GROWING = /增长|增幅|提高|完成率|超/;

export function indicatorAttributes(look: Look): Attributes<Indicator> {
  const ofSheet = look.index('indicator', ({ parentId }) => parentId);
  const ofProject = look.index('procurement', ({ projectId }) => projectId);
  const partners = look.memo((sheetId: number | null) => partnersOf(ofSheet(sheetId)));
  /** Whether all that is bought for a project is services. */
  const servicesOnly = look.memo((id: number | null) => {
    const items = id === null ? [] : ofProject(id);
    return items.length > 0 && items.every(({ category }) => category === 'services');
  });
  const sheetOf = ({ parentId }: Indicator) => look.row('goalSheet', parentId);
  const projectId = (row: Indicator) => sheetOf(row)?.projectId ?? null;
  const projectName = (row: Indicator) => look.row('project', projectId(row))?.name ?? null;
  const total = (row: Indicator) => sheetOf(row)?.[row.period === 'annual' ? 'annualTotal' : 'implTotal'] ?? null;
  return {
    sheetName: (row) => sheetOf(row)?.nameOnSheet ?? projectName(row) ?? '单位整体绩效目标表',
    capOperator: () => '≤',
    floorOperator: () => '≥',
    onForm: (row) => {
      const sheet = sheetOf(row);
      return sheet === undefined || isOnForm(sheet.form, row.level1, row.level2);
    },
    operatorIssue,
    percentOutside,
    echo: ({ level2, level3, value }) =>
      (kindOf(level2) === 'benefit' || level3.trim().endsWith('率')) && isEcho(level3, value),
    severalLimits: ({ value }) => hasSeveralLimits(value),
    costMeasureMissing: ({ level2, value, measure }) =>
      kindOf(level2) === 'cost' && numberIn(value) !== null && !/元|%|％/.test(measure ?? ''),
    cost: (row) => (kindOf(row.level2) === 'cost' ? moneyIn(row.value, row.measure) : null),
    costMoney: total,
    longPast: ({ level2, value }) => kindOf(level2) === 'time' && isBefore(value, look.budget('year')),
    nameOpen: ({ level3 }) => isNameOpen(level3),
    longerName: ({ id, parentId }) => partners(parentId).longer.get(id) ?? null,
    alone: ({ id, parentId }) => partners(parentId).alone.has(id),
    properMeasure: ({ measure }) => UNITS[measure?.trim() ?? ''] ?? null,
    otherMonths: (row) => areOtherMonths(row, projectName(row)),
    worksWords: (row) => servicesOnly(projectId(row)) && row.level3.includes('工程'),
    rateUnnamed: ({ level2, level3, value, measure, operator }) =>
      kindOf(level2) === 'benefit' &&
      operator === null &&
      numberIn(value) !== null &&
      isPercent(value, measure) &&
      !/率|比|满意|覆盖|程度|度$/.test(level3),
    satisfaction: ({ level2, value, measure }) => {
      const number = kindOf(level2) === 'satisfaction' && isPercent(value, measure) ? numberIn(value) : null;
      return number === null ? null : number.lessThan(60) ? 'low' : number.lessThan(80) ? 'modest' : 'usual';
    },
  };
}

function operatorIssue({ level2, level3, operator, value, measure, direction }: Indicator): string | null {
  const kind = kindOf(level2);
  const [capped, floored] = [operator === '≤' || operator === '<', operator === '≥' || operator === '>'];
  if (kind === 'cost') return floored ? 'costFloor' : capped || numberIn(value) === null ? null : 'costOpen';
  if (!capped || direction === 'negative' || UNWANTED.test(level3)) return null;
  if (kind === 'quantity' || kind === 'satisfaction') return 'cap';
  return kind === 'quality' && isPercent(value, measure) ? 'cap' : null;
}

function percentOutside({ level2, level3, value, measure }: Indicator): boolean {
  const number = isPercent(value, measure) ? numberIn(value) : null;
  if (number === null) return false;
  return number.isNegative() || (number.greaterThan(100) && !GROWING.test(level3) && kindOf(level2) !== 'cost');
}

function isBefore(value: string, year: number): boolean {
  const years = yearsIn(value);
  return years.length > 0 && years.every((one) => one < year);
}

function areOtherMonths({ level2, level3 }: Indicator, projectName: string | null): boolean {
  const [named, meant] = [monthsIn(level3), monthsIn(projectName ?? '')];
  if (kindOf(level2) === 'time' || named.size === 0 || meant.size === 0) return false;
  return named.size !== meant.size || [...named].some((month) => !meant.has(month));
}
