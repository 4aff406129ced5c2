import { FISCAL, FISCAL_FUND_COLUMNS, NO_DATA } from './filters.ts';
import type { TableSpec } from './spec.ts';

const PURCHASE = ['31013', '30913'] as const;
const RUNNING = ['30231'] as const;

/**
 * 表10 “三公”经费: economic classes 30212, 30217, 31013/30913 and 30231 over the fiscal funds, basic and project.
 * Its title, like table 4's, does not exclude carryover, so carried-over money counts.
 */
export const table10 = {
  no: 10,
  title: '{year}年财政拨款安排“三公”经费支出预算表',
  shortTitle: '“三公”经费表',
  blocks: [
    {
      over: { side: ['expenditure'], ...FISCAL, economic: ['30212', '30217', ...PURCHASE, ...RUNNING] },
      columns: [
        { label: '项目', show: 'label', width: 34 },
        { label: '{year}年预算数', under: [{ label: '合计', sum: {} }, ...FISCAL_FUND_COLUMNS] },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'abroad', label: '因公出国（境）费', where: { economic: ['30212'] } },
          { kind: 'fixed', key: 'reception', label: '公务接待费', where: { economic: ['30217'] } },
          {
            kind: 'fixed',
            key: 'vehicle',
            label: '公务用车购置及运行费',
            where: { economic: [...PURCHASE, ...RUNNING] },
          },
          { kind: 'fixed', key: 'vehiclePurchase', label: '①公务用车购置费', where: { economic: PURCHASE }, indent: 1 },
          {
            kind: 'fixed',
            key: 'vehicleRunning',
            label: '②公务用车运行维护费',
            where: { economic: RUNNING },
            indent: 1,
          },
          { kind: 'fixed', key: 'total', label: '合计', where: {}, bold: true },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
