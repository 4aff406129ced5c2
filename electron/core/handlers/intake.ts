/** Sheets for filling in, written and read back: looked over first, then taken into the book as one change. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { assertOpen } from '../../../db/guard.ts';
import { readSetting, writeSetting } from '../../../db/settings.ts';
import { fail } from '../../../shared/api/failure.ts';
import { labelOf } from '../../../shared/entities/vocabulary.ts';
import { sheetFields } from '../../../shared/intake/fields.ts';
import { COLUMNS_SETTING, readRememberedColumns, rememberUses, UNIT_SETTING } from '../../../shared/intake/memory.ts';
import { cellReader } from '../../../shared/intake/read-cell.ts';
import { KIND_SPECS, SHEET_KINDS, type SheetKind } from '../../../shared/intake/sheet-kinds.ts';
import { shownRow } from '../../../shared/intake/shown.ts';
import { readUse } from '../../../shared/intake/use-text.ts';
import type { Context, Handlers, Job } from '../context.ts';
import { fileName } from '../export/file-name.ts';
import { renderSheetWorkbook } from '../export/sheet-workbook.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { backUpBefore } from '../import/back-up-before.ts';
import { readTableFile } from '../import/table-file.ts';
import { applyIntake, assertWhole } from '../intake/apply-intake.ts';
import { budgetLookup, budgetPlace, rowsOfKind } from '../intake/book-rows.ts';
import { OpenIntake } from '../intake/open-intake.ts';
import type { IntakePart } from '../intake/part.ts';

const EXTENSIONS = ['xlsx', 'csv', 'tsv', 'txt'];

async function writeSheets(ctx: Context, budgetId: number, kind: SheetKind, jobId: string, example: boolean) {
  const place = budgetPlace(ctx, budgetId);
  const label = labelOf(SHEET_KINDS, kind);
  const words = example ? `${label}填报模板` : `${place.unitName}${place.year}年${label}`;
  return writeChosen(ctx, {
    jobId,
    title: example ? `保存${label}填报模板` : `导出${label}`,
    suggestedName: fileName(words, 'xlsx'),
    extension: 'xlsx',
    render: (job) => {
      const now = budgetPlace(ctx, budgetId);
      const lookup = budgetLookup(now);
      const parts = KIND_SPECS[kind].parts.map((part) => ({
        part,
        rows: example ? [] : rowsOfKind(now, kind, part.entity),
        lookup,
      }));
      return renderSheetWorkbook({ place: now, parts, example, now: ctx.port.now(), onRows: progressOf(job) });
    },
  });
}

function progressOf(job: Job) {
  return async (done: number, total: number) => {
    job.progress(done, total);
    // One turn of the event loop lets a waiting `job.cancel` in.
    await turn();
    job.check();
  };
}

/** Reads on and answers the state; a job only where the window waits for it. */
async function readOn(ctx: Context, intake: OpenIntake, jobId: string | null) {
  if (jobId === null) await intake.read(() => undefined);
  else {
    await ctx.jobs.run(jobId, '读取文件', (job) =>
      intake.read((done, total) => {
        job.check();
        job.progress(done, total);
      }),
    );
  }
  return intake.state();
}

function partOf(intake: OpenIntake, entity: string): IntakePart {
  return intake.parts.find(({ part }) => part.entity === entity) ?? fail('NOT_FOUND', { what: '工作表' });
}

export const intakeHandlers = {
  'template.export': ({ budgetId, kind, jobId }, ctx) => writeSheets(ctx, budgetId, kind, jobId, true),
  'grid.export': ({ budgetId, kind, jobId }, ctx) => writeSheets(ctx, budgetId, kind, jobId, false),

  'intake.open': async ({ budgetId, kind, jobId }, ctx) => {
    assertOpen(ctx.writable(), 'budget', budgetId);
    const label = labelOf(SHEET_KINDS, kind);
    const path = await ctx.port.chooseOpen({ title: `从 Excel 导入${label}`, extensions: EXTENSIONS });
    if (path === null) return fail('CANCELLED');
    return ctx.jobs.run(jobId, `读取 ${basename(path)}`, async (job) => {
      const sheets = await readTableFile(path);
      job.check();
      const intake = new OpenIntake({
        fileId: randomUUID(),
        name: basename(path),
        place: budgetPlace(ctx, budgetId),
        kind,
        sheets,
        revision: ctx.state().revision,
      });
      await intake.read((done, total) => {
        job.check();
        job.progress(done, total);
      });
      ctx.intakes.put(intake);
      return intake.state();
    });
  },

  'intake.preview': async ({ fileId, part: entity, sheet, unit, uses, fills, jobId }, ctx) => {
    const intake = ctx.intakes.get(fileId, ctx.book());
    intake.refresh(ctx.state().revision);
    if (entity !== null) {
      const part = partOf(intake, entity);
      if (sheet !== null) part.choose(sheet);
      if (unit !== null) part.sheet.setUnit(unit);
      if (uses.length > 0) part.sheet.setUses(uses.map((text) => readUse(part.part.entity, text ?? '')));
      for (const { field, text } of fills) {
        const declared = sheetFields(part.part.entity)[field];
        if (declared === undefined) continue;
        const reading = cellReader(part.sheet.lookup)(declared, text, 'yuan');
        part.sheet.setFill(field, reading.ok ? reading.value : null);
      }
    }
    return readOn(ctx, intake, jobId);
  },

  'intake.tick': async ({ fileId, part: entity, rows, on }, ctx) => {
    const intake = ctx.intakes.get(fileId, ctx.book());
    const { sheet } = partOf(intake, entity);
    for (const row of rows) sheet.tick(row, on);
    return readOn(ctx, intake, null);
  },

  'intake.mend': async ({ fileId, part: entity, row, column, text, alike }, ctx) => {
    const intake = ctx.intakes.get(fileId, ctx.book());
    const { sheet } = partOf(intake, entity);
    if (alike) sheet.mendAlike(row, column, text ?? '');
    else sheet.mend(row, column, text ?? '');
    return readOn(ctx, intake, null);
  },

  'intake.rows': ({ fileId, part: entity, rows }, ctx) => {
    const intake = ctx.intakes.get(fileId, ctx.book());
    const { sheet, outcomesOf } = partOf(intake, entity);
    return rows.map((row) => shownRow(sheet, row, outcomesOf));
  },

  'intake.apply': async ({ fileId, skipBad, jobId }, ctx) => {
    const intake = ctx.intakes.get(fileId, ctx.writable());
    return ctx.jobs.run(jobId, `导入 ${intake.name}`, async (job) => {
      // What the book holds may have changed since the preview.
      intake.refresh(ctx.state().revision);
      await intake.read((done, total) => {
        job.check();
        job.progress(done, total);
      });
      if (!skipBad) assertWhole(intake);
      if (intake.parts.some(({ report }) => report.added + report.changed > 0)) {
        backUpBefore(ctx.writable(), ctx.port.now());
        job.check();
      }
      const counts = ctx.change(`导入 ${intake.name}`, (change) => applyIntake(change, intake));
      remember(ctx, intake);
      ctx.intakes.clear(fileId);
      return { ...counts, state: ctx.state() };
    });
  },

  'intake.close': ({ fileId }, ctx) => {
    ctx.intakes.clear(fileId);
    return null;
  },
} satisfies Pick<
  Handlers,
  | 'template.export'
  | 'grid.export'
  | 'intake.open'
  | 'intake.preview'
  | 'intake.tick'
  | 'intake.mend'
  | 'intake.rows'
  | 'intake.apply'
  | 'intake.close'
>;

/** Keeps how the columns were used and what the amounts were in, for the next file of this kind. */
function remember(ctx: Context, intake: OpenIntake): void {
  const book = ctx.book();
  const stored = readSetting(book, COLUMNS_SETTING);
  let columns = readRememberedColumns(stored === null ? null : JSON.parse(stored));
  for (const { part, sheet } of intake.parts) {
    if (sheet.header.own) continue;
    columns = rememberUses(columns, part.entity, sheet.header, sheet.cells);
    if (sheet.needsUnit && sheet.unit !== null && sheet.header.unit === null) {
      writeSetting(book, UNIT_SETTING, JSON.stringify(sheet.unit));
    }
  }
  writeSetting(book, COLUMNS_SETTING, JSON.stringify(columns));
}
