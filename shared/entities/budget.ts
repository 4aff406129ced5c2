import type { Row } from './entity.ts';
import { STAGES, STATUSES } from './vocabulary.ts';

/** 单位预算: one unit, one fiscal year, one stage. */
export const budget = {
  name: 'budget',
  label: '单位预算',
  parent: 'book',
  fields: {
    unitId: { kind: 'ref', label: '单位', entity: 'unit' },
    year: { kind: 'integer', label: '预算年度', min: 2015, max: 2100 },
    stage: { kind: 'enum', label: '编报阶段', options: STAGES },
    status: { kind: 'enum', label: '状态', options: STATUSES },
    approvedOn: { kind: 'date', label: '批复日期', optional: true, help: '批复后20日内公开；从这一天起算。' },
    duties: { kind: 'text', label: '单位职责', maxLength: 20000, multiline: true, optional: true },
    organisation: { kind: 'text', label: '机构设置', maxLength: 20000, multiline: true, optional: true },
    responsible: { kind: 'text', label: '单位负责人', maxLength: 60, optional: true },
    accountant: { kind: 'text', label: '填表人', maxLength: 60, optional: true },
    phone: { kind: 'text', label: '联系电话', maxLength: 40, optional: true },
    assetsOn: {
      kind: 'date',
      label: '资产时点',
      optional: true,
      help: '国有资产占有使用情况的截止日，一般为上年12月31日。',
    },
  },
} as const;
export type Budget = Row<typeof budget>;
