import type { Row } from './entity.ts';
import { LEVELS, UNIT_KINDS } from './vocabulary.ts';

/** 单位: a budget unit; a unit with children is a 主管部门. */
export const unit = {
  name: 'unit',
  label: '单位',
  parent: 'book',
  fields: {
    code: { kind: 'text', label: '单位编码', maxLength: 30, help: '财政部门编定的单位编码，如 044 或 044001。' },
    name: { kind: 'text', label: '单位名称', maxLength: 100, help: '写全称，与印章一致。' },
    superiorId: {
      kind: 'ref',
      label: '主管部门',
      entity: 'unit',
      optional: true,
      help: '填了以后，主管部门的“公开表”里可以看部门汇总。',
    },
    level: { kind: 'enum', label: '单位级次', options: LEVELS },
    kind: {
      kind: 'enum',
      label: '单位性质',
      options: UNIT_KINDS,
      help: '决定部门经济科目对应哪个政府经济科目，以及是否编列机关运行经费。',
    },
    region: {
      kind: 'text',
      label: '行政区划',
      maxLength: 60,
      optional: true,
      help: '如 山西省吕梁市岚县；采购规则按此选用。',
    },
  },
} as const;
export type Unit = Row<typeof unit>;
