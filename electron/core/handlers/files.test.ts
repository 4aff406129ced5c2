import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJson } from '../../../samples/source.ts';
import { type CallFunction, createClient } from '../../../shared/api/client.ts';
import type { CoreEvent, JobProgress } from '../../../shared/api/events.ts';
import { type Failure, FailureError, fail } from '../../../shared/api/failure.ts';
import type { Core } from '../core.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';
import { createSampleBook } from '../new-book.ts';
import { openCore } from '../open-core.ts';
import type { Port } from '../port.ts';

/** A core over the sample book; `chosen` is what the user chooses next. */
let folder: string;
let core: Core;
let call: CallFunction;
let chosen: string | null;
let progress: JobProgress[];
let revealed: string[];
let onEvent: (event: CoreEvent) => void;

const book = () => join(folder, '示例.ysb');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-files-'));
  progress = [];
  revealed = [];
  onEvent = () => undefined;
  const port: Port = {
    chooseOpen: async () => chosen,
    chooseSave: async () => chosen,
    chooseFolder: async () => null,
    printPdf: async () => fail('NO_BROWSER'),
    reveal: async (path) => void revealed.push(path),
    emit: (event) => {
      if (event.name === 'job.progress') progress.push(event.payload);
      onEvent(event);
    },
    now: () => new Date('2026-11-20T08:00:00Z'),
    user: '张三',
    dataFolder: join(folder, 'data'),
  };
  createSampleBook(book(), 'lanxian-2025', port);
  core = openCore(port);
  call = createClient((name, input) => core.dispatch(name, input));
  chosen = book();
  await call('book.open', { recentId: null });
});

afterEach(async () => {
  await core.close();
  await rm(folder, { recursive: true, force: true });
});

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, got ${String(error)}`);
  return error.failure;
}

describe('export.workbook', () => {
  it('writes the tables where the user chose, tells how far it is, and shows the file when asked', async () => {
    chosen = join(folder, '公开表.xlsx');
    const written = await call('export.workbook', { budgetId: 1, jobId: 'j' });
    const bytes = await readFile(chosen);
    expect(written).toMatchObject({ name: '公开表.xlsx', bytes: bytes.length });
    expect(JSON.stringify(written)).not.toContain(folder);
    const [, first] = await readWorkbook(bytes, '公开表.xlsx');
    const rows: string[] = [];
    for await (const row of first?.rows() ?? []) rows.push(row.cells.map((cell) => cell?.text).join(' '));
    const published = readJson<{ tables: { rows: unknown[] }[] }>('lanxian-2025/expected-tables.json').tables[0];
    expect(rows.length).toBe(5 + (published?.rows.length ?? 0));
    expect(rows.at(-1)).toContain('收入总计 13623.06 支出总计 13623.06');
    expect(progress.map(({ done }) => done)).toEqual([...progress.map(({ done }) => done)].sort((a, b) => a - b));
    expect(progress.at(-1)).toMatchObject({ jobId: 'j', finished: true, total: 14 });
    await call('file.reveal', { id: written.id });
    expect(revealed).toEqual([chosen]);
    await rm(chosen);
    expect((await failureOf(call('file.reveal', { id: written.id }))).code).toBe('NOT_FOUND');
  });

  it('writes nothing when cancelled, before or during', async () => {
    chosen = null;
    expect((await failureOf(call('export.workbook', { budgetId: 1, jobId: 'j' }))).code).toBe('CANCELLED');
    chosen = join(folder, '公开表.xlsx');
    await writeFile(chosen, 'old');
    onEvent = (event) => {
      if (event.name === 'job.progress' && event.payload.done === 3) void call('job.cancel', { jobId: 'j' });
    };
    expect((await failureOf(call('export.workbook', { budgetId: 1, jobId: 'j' }))).code).toBe('CANCELLED');
    expect(await readFile(chosen, 'utf8')).toBe('old');
    expect(progress.at(-1)).toMatchObject({ finished: true });
  });

  it('says that the folder is gone, naming the file and not the path', async () => {
    chosen = join(folder, 'gone', '公开表.xlsx');
    const failed = await failureOf(call('export.workbook', { budgetId: 1, jobId: 'j' }));
    expect(failed.code).toBe('TARGET_MISSING');
    expect(failed.sentence).toContain('“公开表.xlsx”');
    expect(failed.sentence).not.toContain(folder);
  });

  it('knows no budget that is not there', async () => {
    expect((await failureOf(call('export.workbook', { budgetId: 99, jobId: 'j' }))).code).toBe('NOT_FOUND');
  });
});

describe('export.interchange and import.interchange', () => {
  it('take a budget out and into another book, with a backup first, as one step of its history', async () => {
    chosen = join(folder, '数据.json');
    await call('export.interchange', { budgetId: 1, jobId: 'e' });
    const exported = await readFile(chosen, 'utf8');
    chosen = join(folder, '新.ysb');
    await call('book.create', {
      unitCode: '044',
      unitName: '岚县城乡环卫和市政服务中心',
      level: 'county',
      unitKind: 'institution',
      year: 2026,
    });
    chosen = join(folder, '数据.json');
    const report = await call('import.interchange', { jobId: 'i' });
    expect(report).toMatchObject({ budgets: 1, lines: 79, projects: 47, state: { undo: '导入 数据.json' } });
    expect(await readdir(join(folder, '备份'))).toEqual([expect.stringMatching(/^新 2026-11-20 .* 导入前\.ysb$/)]);
    const budgets = await call('budget.list', { parentId: null });
    const id = budgets.columns[budgets.fields.indexOf('id')]?.at(-1);
    const totals = await call('totals.get', { budgetId: Number(id) });
    expect(totals).toMatchObject({ lines: 79, difference: 0 });
    chosen = join(folder, '又.json');
    await call('export.interchange', { budgetId: Number(id), jobId: 'e' });
    expect(await readFile(chosen, 'utf8')).toBe(exported);
    await call('history.undo', {});
    expect((await call('budget.list', { parentId: null })).count).toBe(1);
  });

  it('refuse a repeated import, a wrong file and a locked place without a change', async () => {
    chosen = join(folder, '数据.json');
    await call('export.interchange', { budgetId: null, jobId: 'e' });
    const before = await call('book.state', {});
    expect((await failureOf(call('import.interchange', { jobId: 'i' }))).code).toBe('ALREADY_IMPORTED');
    chosen = book();
    expect((await failureOf(call('import.interchange', { jobId: 'i' }))).code).toBe('WRONG_FILE');
    chosen = null;
    expect((await failureOf(call('import.interchange', { jobId: 'i' }))).code).toBe('CANCELLED');
    expect(await call('book.state', {})).toEqual(before);
  });
});

describe('codes.import', () => {
  const functional = { catalogue: 'functional', fromYear: 2027 } as const;
  const GB18030_NAME = [0xd0, 0xc2, 0xbf, 0xc6, 0xc4, 0xbf];

  async function importing(name: string, content: string | Uint8Array) {
    chosen = join(folder, name);
    await writeFile(chosen, content);
    return call('codes.import', functional);
  }

  it('takes a list of tsv, csv in GB18030 or xlsx, and counts what is known already', async () => {
    const tsv = '科目编码\t科目名称\n2120599\t新科目\n208\t社会保障和就业支出\n';
    expect(await importing('科目.tsv', tsv)).toMatchObject({ added: 1, same: 1 });
    expect(await importing('科目.tsv', tsv)).toMatchObject({ added: 0, same: 2 });
    const gb = new Uint8Array([...strToU8('code,name\r\n2120598,'), ...GB18030_NAME]);
    expect(await importing('科目.csv', gb)).toMatchObject({ added: 1, same: 0 });
    const codes = await call('codes.list', { catalogue: 'functional', year: 2027 });
    expect(codes.filter(({ mark }) => mark === 'U').map(({ code, name }) => [code, name])).toEqual([
      ['2120598', '新科目'],
      ['2120599', '新科目'],
    ]);
    expect((await call('book.state', {}))?.undo).toBe('导入科目 科目.csv');
  });

  it('finds the list behind a cover sheet of a workbook', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const sheet = (rows: string[][]) =>
      strToU8(
        `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(text).join('')}</row>`).join('')}</sheetData></worksheet>`,
      );
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
    const bytes = zipSync({
      '_rels/.rels': strToU8(`<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="${office}"><sheets><sheet name="封面" r:id="r1"/><sheet name="表" r:id="r2"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships>${relation('r1', 'worksheet', '1.xml')}${relation('r2', 'worksheet', '2.xml')}</Relationships>`,
      ),
      'xl/1.xml': sheet([['2027年政府收支分类科目']]),
      'xl/2.xml': sheet([
        ['编码', '名称'],
        ['2120597', '另一新科目'],
      ]),
    });
    expect(await importing('科目.xlsx', bytes)).toMatchObject({ added: 1, same: 0 });
  });

  it('refuses a list with a mistake in it whole, naming the row', async () => {
    const failed = await failureOf(importing('科目.csv', '编码,名称\n2120599,新科目\n21205x,错\n'));
    expect(failed.code).toBe('IMPORT_REFUSED');
    expect(failed.sentence).toContain('第3行：编码“21205x”不对');
    expect((await failureOf(importing('说明.txt', '没有表头'))).sentence).toContain('没有找到表头');
    expect((await failureOf(importing('图.csv', new Uint8Array([0, 1, 2, 0])))).code).toBe('WRONG_FILE');
    await mkdir(join(folder, '夹.csv'));
    chosen = join(folder, '夹.csv');
    expect((await failureOf(call('codes.import', functional))).code).toBe('WRONG_FILE');
    expect(await call('code.list', { parentId: null })).toMatchObject({ count: 0 });
  });
});
