import type { Row } from './entity.ts';
import { GOAL_FORMS } from './vocabulary.ts';

const prose = (label: string) => ({ kind: 'text', label, maxLength: 20000, multiline: true, optional: true }) as const;
const money = (label: string) => ({ kind: 'fen', label, optional: true }) as const;

/** 绩效目标表: one per project; `projectId: null` is the unit's overall sheet (整体目标表). */
export const goalSheet = {
  name: 'goalSheet',
  label: '绩效目标表',
  parent: 'budget',
  fields: {
    projectId: { kind: 'ref', label: '项目', entity: 'project', optional: true, help: '留空为单位整体绩效目标表。' },
    form: { kind: 'enum', label: '表式', options: GOAL_FORMS },
    nameOnSheet: { kind: 'text', label: '表上项目名称', maxLength: 200, optional: true, help: '留空则取项目名称。' },
    supervisorCode: { kind: 'text', label: '主管部门编码', maxLength: 30, optional: true },
    supervisor: { kind: 'text', label: '主管部门', maxLength: 100, optional: true },
    implementer: { kind: 'text', label: '实施单位', maxLength: 100, optional: true },
    attribute: { kind: 'text', label: '项目属性', maxLength: 60, optional: true },
    term: { kind: 'text', label: '项目期', maxLength: 40, optional: true },
    implTotal: money('实施期资金总额'),
    implCentral: money('实施期中央财政资金'),
    implProvincial: money('实施期省级财政资金'),
    implLocal: money('实施期市县(区)财政资金'),
    implOwn: money('实施期单位自筹'),
    implOther: money('实施期其他资金'),
    annualTotal: money('年度资金总额'),
    annualCentral: money('年度中央财政资金'),
    annualProvincial: money('年度省级财政资金'),
    annualLocal: money('年度市县(区)财政资金'),
    annualOwn: money('年度单位自筹'),
    annualOther: money('年度其他资金'),
    overview: prose('项目概况'),
    basis: prose('立项依据'),
    necessity: prose('项目设立必要性'),
    safeguards: prose('保证项目实施的制度、措施'),
    plan: prose('项目实施计划'),
    implGoal: prose('实施期总体目标'),
    annualGoal: prose('年度总体目标'),
    responsible: { kind: 'text', label: '负责人', maxLength: 60, optional: true },
    handler: { kind: 'text', label: '经办人', maxLength: 60, optional: true },
    phone: { kind: 'text', label: '联系电话', maxLength: 40, optional: true },
    filledOn: { kind: 'date', label: '填报日期', optional: true },
  },
} as const;
export type GoalSheet = Row<typeof goalSheet>;
