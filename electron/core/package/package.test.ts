import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fen } from '../../../shared/money/fen.ts';
import { DATA_FILE, MANIFEST_FILE, type Manifest } from '../../../shared/package/manifest.ts';
import type { TableModel } from '../../../shared/tables/model.ts';
import { createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';

const NAME = '包.zip';

/** Runs a test with the package of the invented department's sample lying in the folder, taken apart. */
const inPacked = (run: (test: TestCore, parts: Record<string, Uint8Array>) => Promise<void>) =>
  inCore(async (core) => {
    await core.call('book.openSample', { which: 'invented-2025' });
    core.choose = NAME;
    await core.call('export.package', { budgetId: 1, jobId: 'p' });
    await run(core, unzipSync(readFileSync(join(core.folder, NAME))));
  });

const manifestOf = (parts: Record<string, Uint8Array>) =>
  JSON.parse(strFromU8(parts[MANIFEST_FILE] ?? new Uint8Array())) as Manifest;

/** Puts changed parts in the package's place and answers how taking it in is refused. */
async function refusal(core: TestCore, parts: Record<string, Uint8Array>): Promise<string> {
  writeFileSync(join(core.folder, NAME), zipSync(parts, { level: 0 }));
  return (await failureOf(core.call('import.interchange', { jobId: 'i' }))).sentence;
}

test('holds the budget, all that is written of it, and a list with the fingerprint of each', () =>
  inPacked(async (core, parts) => {
    const manifest = manifestOf(parts);
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      Object.keys(parts)
        .filter((path) => path !== MANIFEST_FILE)
        .sort(),
    );
    expect(manifest.files.filter(({ path }) => path.endsWith('.csv'))).toHaveLength(13);
    // No browser in this test: the printed parts are left out, everything else is there.
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['预算公开表.xlsx', '公开文本.docx', '审核结果.xlsx']));
    expect(Object.keys(parts)).not.toContain('公开文本.pdf');
    const totals = await core.call('totals.get', { budgetId: 1 });
    expect(manifest.totals.income).toBe(
      `${Math.trunc(totals.income / 100)}.${String(totals.income % 100).padStart(2, '0')}`,
    );
    const [, csv] = Object.entries(parts).find(([path]) => path.startsWith('开放数据/表03')) ?? [];
    expect(strFromU8(csv ?? new Uint8Array()).split('\r\n')[0]).toContain('（万元）');
  }));

test('taken into another book gives the same budget, which packs to the same data', () =>
  inPacked(async (core, parts) => {
    await core.call('book.close', {});
    await createBook(core);
    core.choose = NAME;
    const report = await core.call('import.interchange', { jobId: 'i' });
    expect(report).toMatchObject({ budgets: 1, state: { undo: `导入 ${NAME}` } });
    const budgets = await core.call('budget.list', { parentId: null });
    const id = Number(budgets.columns[budgets.fields.indexOf('id')]?.at(-1));
    core.choose = '又.zip';
    await core.call('export.package', { budgetId: id, jobId: 'p' });
    const again = unzipSync(readFileSync(join(core.folder, '又.zip')));
    expect(strFromU8(again[DATA_FILE] ?? new Uint8Array())).toBe(strFromU8(parts[DATA_FILE] ?? new Uint8Array()));
  }));

test('taken in again is refused until it is said that it replaces what is there; then it does, once, and undo brings that back', () =>
  inPacked(async (core, parts) => {
    const [line] = await listed(core, 'line', 1);
    if (line === undefined) throw new Error('no lines');
    const { parentId: _parent, ...before } = line;
    await core.call('line.apply', {
      parentId: 1,
      label: '改',
      save: [{ ...before, amount: fen(line.amount + 100) }],
      remove: [],
    });
    const totals = () => core.call('totals.get', { budgetId: 1 });
    const counts = async () =>
      Promise.all(
        (['budget', 'unit', 'line', 'project', 'indicator', 'waiver'] as const).map(
          async (entity) => (await core.call(`${entity}.list`, { parentId: null })).count,
        ),
      );
    const [edited, all] = [await totals(), await counts()];
    core.choose = NAME;
    const refused = await failureOf(core.call('import.interchange', { jobId: 'i' }));
    expect(refused).toMatchObject({ code: 'ALREADY_IMPORTED' });
    expect(refused.at).not.toContain(core.folder);
    core.choose = null;
    const replaced = await core.call('import.interchange', { jobId: 'i', replacing: refused.at });
    expect(replaced.state.undo).toBe(`导入 ${NAME}，替换原有的`);
    expect(await counts()).toEqual(all);
    expect(edited.income + edited.expenditure).not.toBe((await totals()).income + (await totals()).expenditure);
    core.choose = '又.zip';
    await core.call('export.package', { budgetId: 1, jobId: 'p' });
    const again = unzipSync(readFileSync(join(core.folder, '又.zip')));
    expect(strFromU8(again[DATA_FILE] ?? new Uint8Array())).toBe(strFromU8(parts[DATA_FILE] ?? new Uint8Array()));
    await core.call('history.undo', {});
    expect(await totals()).toEqual(edited);
  }));

test('replaces a budget that was handed in, and leaves it as the package says', () =>
  inPacked(async (core) => {
    const [budget] = await listed(core, 'budget', null);
    if (budget === undefined) throw new Error('no budget');
    const { parentId: _parent, ...row } = budget;
    const save = [{ ...row, status: 'locked' as const }];
    await core.call('budget.apply', { parentId: null, label: '锁定', save, remove: [] });
    const { at } = await failureOf(core.call('import.interchange', { jobId: 'i' }));
    await core.call('import.interchange', { jobId: 'i', replacing: at });
    expect((await listed(core, 'budget', null))[0]?.status).toBe(budget.status);
    expect((await failureOf(core.call('import.interchange', { jobId: 'i', replacing: '别的' }))).code).toBe(
      'NOT_FOUND',
    );
  }));

test('all packages of a folder are taken in at once, or none where one is damaged or two bring the same budget', () =>
  inCore(async (core) => {
    await core.call('book.openSample', { which: 'invented-2025' });
    const inbox = join(core.folder, '上报');
    mkdirSync(inbox);
    for (const budgetId of [1, 2, 3]) {
      core.choose = `上报/${budgetId}.zip`;
      await core.call('export.package', { budgetId, jobId: 'p' });
    }
    const department = await core.call('table.all', { budgetId: 1, consolidated: true });
    await core.call('book.close', {});
    await createBook(core);
    core.choose = '上报';
    const take = (replacing?: string | null) =>
      core.call('import.interchange', { jobId: 'i', folder: true, replacing: replacing ?? null });
    const damaged = join(inbox, '4.zip');
    writeFileSync(damaged, 'PK');
    expect((await failureOf(take())).sentence).toContain('4.zip');
    copyFileSync(join(inbox, '2.zip'), damaged);
    expect((await failureOf(take())).sentence).toContain('“2.zip”和“4.zip”');
    expect(await core.call('book.state', {})).toMatchObject({ undo: null });
    rmSync(damaged);
    expect(await take()).toMatchObject({ budgets: 3, state: { undo: '导入 3个上报包' } });
    const budgets = await listed(core, 'budget', null);
    const taken = budgets.find(({ year }) => year === 2025)?.id ?? 0;
    const { tables } = await core.call('table.all', { budgetId: taken, consolidated: true });
    expect(tables.map(shown)).toEqual(department.tables.map(shown));
    const again = await failureOf(take());
    expect(again).toMatchObject({ code: 'ALREADY_IMPORTED', sentence: expect.stringContaining('等3份') });
    await take(again.at);
    expect((await listed(core, 'budget', null)).map(({ id }) => id)).toEqual(budgets.map(({ id }) => id));
    expect((await core.call('table.all', { budgetId: taken, consolidated: true })).tables.map(shown)).toEqual(
      department.tables.map(shown),
    );
    mkdirSync(join(core.folder, '空'));
    core.choose = '空';
    expect((await failureOf(take())).sentence).toContain('里面没有');
  }));

/** What a table prints; its rows are called by the ids of their book. */
const shown = ({ no, rows }: TableModel) => [no, rows.map(({ cells }) => cells.map(({ text }) => text))];

test('is refused, with the reason, when a file was changed, is missing, was added, or would lie outside', () =>
  inPacked(async (core, parts) => {
    const manifest = manifestOf(parts);
    const { [DATA_FILE]: data = new Uint8Array(), ...others } = parts;
    const listing = (files: Manifest['files']) => ({
      ...parts,
      [MANIFEST_FILE]: strToU8(JSON.stringify({ ...manifest, files })),
    });
    const changed = strToU8(strFromU8(data).replace('2025', '2026'));
    expect(await refusal(core, { ...parts, [DATA_FILE]: changed })).toContain('与清单不符');
    expect(await refusal(core, others)).toContain(`缺少“${DATA_FILE}”`);
    expect(await refusal(core, { ...parts, '其他.txt': strToU8('x') })).toContain('清单上没有的文件');
    expect(await refusal(core, { [DATA_FILE]: data })).toContain(`没有“${MANIFEST_FILE}”`);
    const outside = manifest.files.map((file) => ({ ...file, path: file.path.replace('审核', '../审核') }));
    expect(await refusal(core, listing(outside))).toContain('包外');
    expect(await refusal(core, { ...parts, [MANIFEST_FILE]: strToU8('{') })).toContain('不是正确的 JSON');
    expect(await core.call('book.state', {})).toMatchObject({ undo: null });
  }));

test('is refused when it is no archive, or one that unpacks without end', () =>
  inPacked(async (core, parts) => {
    const endless = zipSync({ ...parts, [MANIFEST_FILE]: new Uint8Array(2_000_000) });
    for (const [content, said] of [
      [strToU8('PK'), '不是上报包'],
      [readFileSync(join(core.folder, NAME)).subarray(0, 5_000), '不是上报包'],
      [endless, '超出了能安全读取的范围'],
    ] as const) {
      writeFileSync(join(core.folder, NAME), content);
      expect((await failureOf(core.call('import.interchange', { jobId: 'i' }))).sentence).toContain(said);
    }
  }));
