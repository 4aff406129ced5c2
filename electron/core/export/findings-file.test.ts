import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, type TestCore } from '../core.fixture.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';

const INCOME = line({ side: 'income', nature: null, deptEconomic: null, amount: fen(0) });

/** A budget with an error, a waived warning, and more. */
async function bookWithWaiver(core: TestCore) {
  await createBook(core);
  await add(core, 'line', 1, [INCOME, { ...INCOME, functional: null, amount: fen(700) }]);
  const findings = await core.call('check.run', { budgetId: 1 });
  const keys = findings.filter(({ ruleId }) => ruleId === 'line-amount-zero').map(({ key }) => key);
  await core.call('check.waive', { budgetId: 1, keys, reason: '等待财政分配' });
  return findings;
}

async function textsOf(core: TestCore, name: string) {
  const sheets: { readonly name: string; readonly rows: (readonly string[])[] }[] = [];
  for (const sheet of await readWorkbook(readFileSync(join(core.folder, name)), name)) {
    const rows: (readonly string[])[] = [];
    for await (const { cells } of sheet.rows()) rows.push(Array.from(cells, (cell) => cell?.text ?? ''));
    sheets.push({ name: sheet.name, rows });
  }
  return sheets;
}

test('as a workbook, open findings and waived ones stand apart, each waived one with its reason, who and when', () =>
  inCore(async (core) => {
    const findings = await bookWithWaiver(core);
    core.choose = '结果.xlsx';
    await core.call('export.findings', { budgetId: 1, keys: [], format: 'xlsx', jobId: 'a' });
    const [open, waived] = await textsOf(core, '结果.xlsx');
    expect(open?.name).toBe('审核结果');
    expect(open?.rows[0]?.[0]).toBe('环卫中心2027年单位预算审核结果');
    const told = open?.rows.slice(3).map((row) => row[4]) ?? [];
    expect(told).toHaveLength(findings.length - 1);
    expect(told[0]).toBe(findings[0]?.message);
    expect(open?.rows[1]?.[0]).toMatch(/错误 [0-9]+ 条，警告 [0-9]+ 条，提示 [0-9]+ 条；已说明理由 1 条。/);
    expect(waived?.name).toBe('不改的理由');
    expect(waived?.rows.at(-1)?.slice(5)).toEqual(['等待财政分配', '张三', '2026-11-23']);
    expect(told).not.toContain(waived?.rows.at(-1)?.[4]);
  }));

test('only the findings that are asked for are written', () =>
  inCore(async (core) => {
    const [first] = await bookWithWaiver(core);
    core.choose = '一条.xlsx';
    await core.call('export.findings', { budgetId: 1, keys: [first?.key ?? ''], format: 'xlsx', jobId: 'a' });
    const sheets = await textsOf(core, '一条.xlsx');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.rows.slice(3).map((row) => row[4])).toEqual([first?.message]);
  }));

test('as a PDF, every finding and the reason of every waiver is printed', () =>
  inCore(async (core) => {
    const findings = await bookWithWaiver(core);
    let printed = '';
    core.printPdf = async (html) => {
      printed = html;
      return new TextEncoder().encode('%PDF-1.4\n');
    };
    core.choose = '结果.pdf';
    await core.call('export.findings', { budgetId: 1, keys: [], format: 'pdf', jobId: 'a' });
    for (const { message } of findings) expect(printed).toContain(message.replaceAll('<', '&lt;'));
    expect(printed).toContain('等待财政分配');
    expect(printed.indexOf('等待财政分配')).toBeGreaterThan(printed.indexOf('已说明理由、不再改正的结果'));
  }));

test('where nothing prints, a PDF is refused in words and leaves no file', () =>
  inCore(async (core) => {
    await bookWithWaiver(core);
    core.choose = '结果.pdf';
    const failure = await failureOf(core.call('export.findings', { budgetId: 1, keys: [], format: 'pdf', jobId: 'a' }));
    expect(failure.code).toBe('NO_BROWSER');
    expect(() => readFileSync(join(core.folder, '结果.pdf'))).toThrow();
  }));
