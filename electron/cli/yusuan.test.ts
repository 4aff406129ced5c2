import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readJson } from '../../samples/source.ts';
import { fen } from '../../shared/money/fen.ts';
import { add, createBook, makeCore } from '../core/core.fixture.ts';
import { readWorkbook } from '../core/import/xlsx/read-workbook.ts';
import { headlessMainJob } from './headless.ts';

const PROGRAM = join(import.meta.dirname, 'yusuan.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yusuan-cli-'));
  expect((await yusuan('sample', '示例.ysb')).code).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly note: string;
}

/** Runs the program in the test's folder, with a data folder there too. */
function yusuan(...words: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      cwd: folder,
      env: { ...process.env, YUSUAN_DATA_FOLDER: join(folder, 'data') },
    });
    let out = '';
    let note = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      note += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, note }));
  });
}

describe('yusuan', () => {
  it('explains itself in Chinese', async () => {
    const { code, out } = await yusuan('--help');
    expect(code).toBe(0);
    for (const command of ['new', 'import', 'tables', 'check', 'audit', 'export', 'dump', 'sample'])
      expect(out).toContain(command);
    expect(out).toContain('结束码：0 正常');
  });

  it('answers a mistake in the command with code 2 and says what it is', async () => {
    expect(await yusuan('frob', 'a.ysb')).toMatchObject({ code: 2, out: '', note: expect.stringContaining('frob') });
    expect(await yusuan('tables', '没有.ysb')).toMatchObject({
      code: 2,
      note: expect.stringContaining('找不到账套“没有.ysb”'),
    });
  });

  it('never replaces a book', async () => {
    for (const command of ['sample', 'new']) {
      expect(await yusuan(command, '示例.ysb')).toMatchObject({ code: 2, note: expect.stringContaining('已存在') });
    }
  });

  it('prints the published tables as data and as text', async () => {
    const tables = await yusuan('tables', '示例.ysb', '--json');
    expect(tables.code).toBe(0);
    const published = readJson<{ document: string; tables: { rows: unknown }[] }>('lanxian-2025/expected-tables.json');
    const printed: typeof published = JSON.parse(tables.out);
    expect(printed.document).toBe(published.document);
    expect(printed.tables[0]?.rows).toEqual(published.tables[0]?.rows);
    expect((await yusuan('tables', '示例.ysb')).out).toContain('收入总计              13623.06');
  });

  it('exports workbook and document into a folder that it makes, and prints where they are', async () => {
    const exported = await yusuan('export', '示例.ysb', '--out', '导出');
    expect(exported).toMatchObject({ code: 0, note: '' });
    const paths = exported.out.trim().split('\n');
    expect(paths.map((path) => basename(path)).sort()).toEqual((await readdir(join(folder, '导出'))).sort());
    expect(paths.map((path) => basename(path))).toEqual([
      '岚县城乡环卫和市政服务中心2025年预算公开表.xlsx',
      '岚县城乡环卫和市政服务中心2025年度单位预算公开.docx',
      '岚县城乡环卫和市政服务中心2025年度单位预算公开.pdf',
    ]);
    const workbook = await readWorkbook(await readFile(join(folder, paths[0] ?? '')), 'out.xlsx');
    expect(workbook.length).toBe(14);

    // What it exports stands its own audit.
    const audited = await yusuan('audit', paths[0] ?? '', '--json');
    expect(audited.code).toBe(0);
    expect(JSON.parse(audited.out)).toMatchObject({
      year: 2025,
      missing: [],
      counts: { error: 0, warning: 0, rounding: 16 },
    });
  });

  it('audits a published table by code 1 when something is wrong and 2 when it cannot be read', async () => {
    const lines = [
      '2025年预算支出总表',
      '单位：万元',
      '科目编码,科目名称,合计,基本支出,项目支出',
      '合计,,10.00,5.00,4.00',
    ];
    await writeFile(join(folder, '来文.csv'), lines.join('\n'));
    const audited = await yusuan('audit', '来文.csv');
    expect(audited.code).toBe(1);
    expect(audited.out).toContain('[错误] !C4 表3“合计”：合计10.00万元，基本支出加项目支出为9.00万元，相差1.00万元。');
    expect(audited.out).toContain('没有表12');
    await writeFile(join(folder, '坏.xlsx'), '不是工作簿');
    const refused = await yusuan('audit', '坏.xlsx');
    expect(refused).toMatchObject({ code: 2, out: '', note: expect.stringContaining('坏.xlsx') });
  });

  it('dumps a book, takes the dump into a new one whose dump is the same, and refuses it a second time', async () => {
    const dumped = await yusuan('dump', '示例.ysb');
    expect(dumped.code).toBe(0);
    await writeFile(join(folder, '数据.json'), dumped.out);
    expect(await yusuan('import', '新.ysb', '数据.json')).toMatchObject({
      code: 0,
      note: expect.stringContaining('47 个项目'),
    });
    expect((await yusuan('dump', '新.ysb')).out).toBe(dumped.out);
    expect(await yusuan('import', '新.ysb', '数据.json')).toMatchObject({
      code: 2,
      note: expect.stringContaining('没有重复导入'),
    });
  });

  it('tells findings from a clean book by its code', async () => {
    await yusuan('new', '空白.ysb', '--unit', '044', '--name', '环卫中心', '--year', '2027');
    const line = { side: 'income', origin: 'current', fund: 'generalPublic', functional: '2120501', amount: '1.00' };
    const unit = { key: 'u', code: '045', name: '另一中心', level: 'county', kind: 'institution' };
    const budget = { unit: 'u', year: 2027, stage: 'first', status: 'draft', lines: [line] };
    const document = { format: 'yusuan-interchange', version: 1, units: [unit], budgets: [budget] };
    await writeFile(join(folder, '不平.json'), JSON.stringify(document));
    expect((await yusuan('import', '空白.ysb', '不平.json')).code).toBe(0);
    expect(await yusuan('check', '空白.ysb', '--unit', '044')).toMatchObject({ code: 0 });
    const unbalanced = await yusuan('check', '空白.ysb', '--unit', '045', '--json');
    expect(unbalanced.code).toBe(1);
    expect(JSON.parse(unbalanced.out).counts.error).toBeGreaterThan(0);
  });

  it('tells waived findings apart with their reason, and its code leaves them out', async () => {
    const core = makeCore(folder, '张三');
    await createBook(core);
    await add(core, 'line', 1, [
      {
        id: null,
        revision: null,
        position: null,
        side: 'income',
        origin: 'current',
        fund: 'generalPublic',
        functional: '2120501',
        revenue: null,
        nature: null,
        deptEconomic: null,
        govEconomic: null,
        use: null,
        projectId: null,
        amount: fen(0),
        note: null,
      },
    ]);
    const warnings = (await core.call('check.run', { budgetId: 1 })).filter(({ severity }) => severity === 'warning');
    await core.call('check.waive', { budgetId: 1, keys: warnings.map(({ key }) => key), reason: '等待财政分配' });
    await core.core.close();
    const { code, out } = await yusuan('check', '账.ysb');
    expect(code).toBe(0);
    expect(out).toMatch(/已说明理由、不再改正：\n\[警告\][^\n]*\n　　理由：等待财政分配（张三，2026-11-23）\n/);
    expect(out).toContain('错误 0 条，警告 0 条，提示');
    const { counts, findings } = JSON.parse((await yusuan('check', '账.ysb', '--json')).out);
    expect(counts).toMatchObject({ error: 0, warning: 0, waived: warnings.length });
    expect(findings[0].waived).toMatchObject({ reason: '等待财政分配' });
  });

  it('says which of several budgets it takes, and lists them when none fits', async () => {
    await yusuan('sample', '部门.ysb', '--which', 'invented-2025');
    const first = await yusuan('tables', '部门.ysb', '--json');
    expect(first.note).toContain('账套中有 3 份单位预算，取最新的：');
    expect(await yusuan('tables', '部门.ysb', '--unit', '021002')).toMatchObject({ code: 0, note: '' });
    expect(await yusuan('tables', '部门.ysb', '--year', '2024')).toMatchObject({
      code: 2,
      note: expect.stringContaining('021001'),
    });
  });

  it('consolidates a department, names the unit that is missing, and writes the workbook under its name', async () => {
    await yusuan('sample', '汇总.ysb', '--which', 'invented-2025');
    const whole = await yusuan('consolidate', '汇总.ysb', '--json');
    expect([whole.code, whole.note]).toEqual([0, '']);
    const { department } = readJson<Record<string, { tables: { rows: unknown }[] }>>(
      'invented-2025/expected-tables.json',
    );
    const told = JSON.parse(whole.out);
    expect(told.tables.map(({ rows }: { rows: unknown }) => rows)).toEqual(department?.tables.map(({ rows }) => rows));
    // Both totals as table 1 has them, with what stays for next year.
    expect(told.totals.expenditure).toBe(told.totals.income);
    for (const { income, expenditure } of told.units) expect(expenditure).toBe(income);
    expect(told.units.map(({ code, consolidated }: never) => [code, consolidated])).toEqual([
      ['021', true],
      ['021001', true],
      ['021002', true],
    ]);
    const unit = {
      key: 'u',
      code: '021003',
      name: '青屏县少年宫',
      superior: 's',
      level: 'county',
      kind: 'institution',
    };
    const superior = { key: 's', code: '021', name: '青屏县教育体育局', level: 'county', kind: 'administrative' };
    const empty = { format: 'yusuan-interchange', version: 1, units: [superior, unit], budgets: [] };
    await writeFile(join(folder, '少年宫.json'), JSON.stringify(empty));
    expect(await yusuan('import', '汇总.ysb', '少年宫.json')).toMatchObject({ code: 0 });
    const missing = await yusuan('consolidate', '汇总.ysb', '--out', '部门');
    expect(missing.code).toBe(1);
    expect(missing.out).toContain('  021003 青屏县少年宫：缺这一阶段的预算');
    expect(missing.out).toContain('[警告] “青屏县少年宫”没有2025年（批复）预算，没有汇总在内');
    const [workbook = '', ...more] = await readdir(join(folder, '部门'));
    expect([workbook, more]).toEqual(['青屏县教育体育局2025年部门预算公开表（缺1个单位）.xlsx', []]);
    // Its rows by unit and by kind of unit are no slips to the audit.
    expect(await yusuan('audit', join('部门', workbook))).toMatchObject({ code: 0 });
  });

  it('puts the budgets of a file in the place of those of the book only when it is told to', async () => {
    await yusuan('sample', '旧.ysb');
    await writeFile(join(folder, '新数据.json'), (await yusuan('dump', '旧.ysb')).out);
    const before = await yusuan('tables', '旧.ysb', '--json');
    expect((await yusuan('import', '旧.ysb', '新数据.json')).code).toBe(2);
    expect((await yusuan('import', '旧.ysb', '新数据.json', '--replace')).code).toBe(0);
    expect(await yusuan('tables', '旧.ysb', '--json')).toEqual(before);
  });

  it('refuses a wrong file and leaves no book behind that was made for it', async () => {
    await writeFile(join(folder, '错.json'), '{"a": 1}');
    expect(await yusuan('import', '无.ysb', '错.json')).toMatchObject({
      code: 2,
      note: expect.stringContaining('“错.json”不是'),
    });
    expect(existsSync(join(folder, '无.ysb'))).toBe(false);
    expect(await yusuan('import', '无.ysb', '不在.json')).toMatchObject({ code: 2 });
  });
});

describe('headlessMainJob', () => {
  it('leaves the workbook of the sample, afresh each time, and says so in both languages', async () => {
    vi.stubEnv('YUSUAN_DATA_FOLDER', join(folder, 'data'));
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const out = join(folder, 'out');
    await mkdir(out);
    for (const left of ['示例账套.ysb', '预算公开表.xlsx']) await writeFile(join(out, left), 'of an earlier time');
    await headlessMainJob(out);
    expect((await readdir(out)).sort()).toEqual([
      '单位预算公开.docx',
      '单位预算公开.pdf',
      '示例账套.ysb',
      '绩效目标表.pdf',
      '预算公开表.xlsx',
    ]);
    expect((await readWorkbook(await readFile(join(out, '预算公开表.xlsx')), 'out.xlsx')).length).toBe(14);
    const lines = said.mock.calls.join('\n');
    expect(lines).toContain('已导出 out/预算公开表.xlsx，');
    expect(lines).toContain(
      'Exported: out/预算公开表.xlsx, out/单位预算公开.docx, out/单位预算公开.pdf, out/绩效目标表.pdf; 13 tables',
    );
    vi.unstubAllEnvs();
    // It prints twice.
  }, 120_000);
});
