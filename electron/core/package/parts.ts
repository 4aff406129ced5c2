/** What lies in a submission package: the one list of it, in its order. */

import { interchangeText } from '../../../shared/interchange/index.ts';
import { DATA_FILE } from '../../../shared/package/manifest.ts';
import { tableCsv } from '../../../shared/tables/table-csv.ts';
import { tablesJson } from '../../../shared/tables/tables-json.ts';
import type { Context, Job } from '../context.ts';
import { fileStem } from '../export/file-name.ts';
import { renderFindingsFile } from '../export/findings-file.ts';
import { readSheets } from '../export/goal-sheets/sheet-facts.ts';
import { documentOfBudget } from '../export/interchange.ts';
import { renderWorkbook } from '../export/workbook.ts';
import { findingsOf } from '../findings.ts';
import { listedFindings } from '../findings-list.ts';
import { wholeDocx, wholePdf } from '../handlers/document.ts';
import { renderSheets } from '../handlers/goal-sheet-files.ts';
import { ownersOf } from '../owners.ts';

/** What a part is made from. */
export interface Source {
  readonly budgetId: number;
  readonly ctx: Context;
  readonly job: Job;
}

export interface Part {
  readonly path: string;
  /** What it is, for people. */
  readonly what: string;
  /** Needs an installed browser; left out where there is none. */
  readonly prints?: true;
  /** Null: this budget has none. */
  readonly render: (source: Source) => Promise<Uint8Array | null>;
}

const encoder = new TextEncoder();

const OPEN_DATA = '开放数据';

export const PARTS: readonly Part[] = [
  {
    path: DATA_FILE,
    what: '单位预算全部数据，可导入别的账套',
    render: async ({ budgetId, ctx }) => encoder.encode(interchangeText(documentOfBudget(ctx.book(), budgetId))),
  },
  {
    path: '预算公开表.xlsx',
    what: '13张预算公开表',
    render: ({ budgetId, ctx, job }) => {
      const { unit, budget } = ownersOf(budgetId, ctx);
      const tables = ctx.facts(budgetId).tables();
      const onSheet = async () => job.check();
      return renderWorkbook({ unitName: unit.name, year: budget.year, tables, now: ctx.port.now(), onSheet });
    },
  },
  {
    path: '公开文本.pdf',
    what: '预算公开文本',
    prints: true,
    render: ({ budgetId, ctx, job }) => wholePdf(budgetId, ctx, job),
  },
  {
    path: '公开文本.docx',
    what: '预算公开文本，可编辑',
    render: ({ budgetId, ctx, job }) => wholeDocx(budgetId, ctx, job),
  },
  {
    path: '绩效目标表.pdf',
    what: '绩效目标表',
    prints: true,
    render: async ({ budgetId, ctx, job }) => {
      const sheets = readSheets(ctx.book(), budgetId, []);
      return sheets.sheets.length === 0 ? null : renderSheets('pdf', sheets, job, ctx);
    },
  },
  {
    path: '审核结果.xlsx',
    what: '审核结果和不改的理由',
    render: async ({ budgetId, ctx, job }) =>
      renderFindingsFile({
        list: listedFindings(budgetId, ctx, await findingsOf(budgetId, ctx)),
        format: 'xlsx',
        now: ctx.port.now(),
        print: ctx.port.printPdf,
        signal: job.signal,
      }),
  },
  {
    path: `${OPEN_DATA}/预算公开表.json`,
    what: '13张预算公开表，供程序读取',
    render: async ({ budgetId, ctx }) => {
      const { unit, budget } = ownersOf(budgetId, ctx);
      const title = `${unit.name}${budget.year}年度单位预算公开`;
      return encoder.encode(JSON.stringify(tablesJson(title, ctx.facts(budgetId).tables()), null, 2));
    },
  },
];

/** The tables as open data: one part each. @throws FailureError NOT_FOUND */
export function tableParts(budgetId: number, ctx: Context): readonly Part[] {
  return ctx
    .facts(budgetId)
    .tables()
    .map((table) => ({
      path: `${OPEN_DATA}/${fileStem(`表${String(table.no).padStart(2, '0')} ${table.shortTitle}`)}.csv`,
      what: `${table.formLabel} ${table.shortTitle}`,
      render: async () => encoder.encode(tableCsv(table)),
    }));
}
