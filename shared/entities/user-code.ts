import type { Row } from './entity.ts';

export const CATALOGUES = [
  { value: 'functional', label: '支出功能分类' },
  { value: 'deptEconomic', label: '部门预算支出经济分类' },
  { value: 'govEconomic', label: '政府预算支出经济分类' },
  { value: 'revenue', label: '政府收入分类' },
  { value: 'procurement', label: '政府采购品目' },
] as const;

/** 自增科目: a code the user added or imported because a new year brings it. */
export const userCode = {
  name: 'code',
  label: '自增科目',
  parent: 'book',
  fields: {
    catalogue: { kind: 'enum', label: '科目体系', options: CATALOGUES },
    fromYear: { kind: 'integer', label: '起用年度', min: 2015, max: 2100 },
    code: { kind: 'text', label: '科目编码', maxLength: 12 },
    name: { kind: 'text', label: '科目名称', maxLength: 100 },
    govIfAdministrative: { kind: 'text', label: '行政单位对应政府经济科目', maxLength: 5, optional: true },
    govIfInstitution: { kind: 'text', label: '事业单位对应政府经济科目', maxLength: 5, optional: true },
  },
} as const;
export type UserCode = Row<typeof userCode>;
