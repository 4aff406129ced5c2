/** Goal sheets and indicators for the examples of the rules on them. */
import type { ExampleRow, RecordExample } from './record-spec.ts';

export const COST = {
  level1: '成本指标',
  level2: '经济成本指标',
  level3: '采购成本',
  operator: '≤',
  value: '50',
  measure: '万元',
} as const;
export const COUNT = { level2: '数量指标', level3: '改造数量', operator: '≥', value: '20', measure: '座' } as const;

export const sheets = (...goalSheets: readonly ExampleRow[]): RecordExample => ({ goalSheets });

/** The sheet of a project of that name. */
export const sheetOf = (name: string, fields: ExampleRow): RecordExample => ({
  projects: [{ name }],
  goalSheets: [{ projectId: 1, ...fields }],
});

export const indicatorsOn = (sheet: ExampleRow, ...indicators: readonly ExampleRow[]): RecordExample => ({
  goalSheets: [sheet],
  indicators: indicators.map((one) => ({ parentId: 1, ...one })),
});
