/** The pages of a budget, in the order of the navigation. `key`, with Alt, goes there; it stays with its page. */
export const PAGES = [
  { id: 'overview', label: '概览', key: '1' },
  { id: 'unit', label: '单位信息', key: '2' },
  { id: 'income', label: '收入', key: '3' },
  { id: 'spending', label: '支出', key: '4' },
  { id: 'projects', label: '项目', key: '5' },
  { id: 'procurement', label: '采购', key: '6' },
  { id: 'goals', label: '绩效目标', key: '7' },
  { id: 'tables', label: '公开表', key: '8' },
  { id: 'document', label: '文档', key: '9' },
  { id: 'checks', label: '审核', key: '0' },
  { id: 'export', label: '导出', key: '-' },
] as const;
export type PageId = (typeof PAGES)[number]['id'];
