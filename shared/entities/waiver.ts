import type { Row } from './entity.ts';

/**
 * 放行说明: why a warning or an advice of the checks is left as it is. It holds for one rule at one place as long as the
 * rule says the same there; when the facts change, it lapses.
 */
export const waiver = {
  name: 'waiver',
  label: '放行说明',
  parent: 'budget',
  fields: {
    ruleId: { kind: 'text', label: '规则', maxLength: 80 },
    at: { kind: 'text', label: '位置', maxLength: 300, help: '程序记下的位置，不用手填。' },
    said: { kind: 'text', label: '审核结果', maxLength: 4000, multiline: true },
    reason: { kind: 'text', label: '理由', maxLength: 500, multiline: true },
    madeBy: { kind: 'text', label: '说明人', maxLength: 60, optional: true },
    madeOn: { kind: 'date', label: '说明日期', optional: true },
  },
} as const;
export type Waiver = Row<typeof waiver>;
