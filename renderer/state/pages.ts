/** The pages of a budget, in the order of the navigation. */
export const PAGES = [
  { id: 'overview', label: '概览' },
  { id: 'unit', label: '单位信息' },
  { id: 'income', label: '收入' },
  { id: 'spending', label: '支出' },
  { id: 'projects', label: '项目' },
  { id: 'tables', label: '公开表' },
  { id: 'checks', label: '审核' },
  { id: 'export', label: '导出' },
] as const;
export type PageId = (typeof PAGES)[number]['id'];
