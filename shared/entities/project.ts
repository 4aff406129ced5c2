import type { Row } from './entity.ts';
import { PROJECT_CATEGORIES } from './vocabulary.ts';

/** 项目: identified by its id, never by its name (names repeat in real books). */
export const project = {
  name: 'project',
  label: '项目',
  parent: 'budget',
  fields: {
    code: { kind: 'text', label: '项目编码', maxLength: 40, optional: true },
    name: { kind: 'text', label: '项目名称', maxLength: 200, help: '与项目库、绩效目标表一字不差。' },
    category: { kind: 'enum', label: '项目类别', options: PROJECT_CATEGORIES },
    startsOn: { kind: 'date', label: '开始日期', optional: true },
    endsOn: { kind: 'date', label: '结束日期', optional: true },
    continues: { kind: 'boolean', label: '下年延续', help: '结转到下一年度时默认带入延续的项目。' },
    confidential: { kind: 'boolean', label: '涉密', help: '涉密项目在项目支出表中并入“其他项目”，绩效目标表不公开。' },
    note: { kind: 'text', label: '说明', maxLength: 2000, multiline: true, optional: true },
    lineage: {
      kind: 'text',
      label: '沿用标识',
      maxLength: 60,
      optional: true,
      help: '结转到下一年度时自动写上，用来认出各年的同一个项目；一般不用填。',
    },
  },
} as const;
export type Project = Row<typeof project>;
