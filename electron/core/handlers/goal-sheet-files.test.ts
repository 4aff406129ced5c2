import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBook, failureOf, inCore, type TestCore } from '../core.fixture.ts';

const ALL = { budgetId: 1, sheets: [], format: 'xlsx', each: false, jobId: 'j' } as const;

async function openSample(test: TestCore): Promise<void> {
  await test.call('book.openSample', { which: 'lanxian-2025' });
}

it('lists the sheets in book order with their numbers, and nothing for a budget without', async () => {
  await inCore(async (test) => {
    await createBook(test);
    expect(await test.call('goalSheets.printable', { budgetId: 1 })).toEqual([]);
    expect((await failureOf(test.call('export.goalSheets', ALL))).code).toBe('NO_GOAL_SHEETS');
    await openSample(test);
    const sheets = await test.call('goalSheets.printable', { budgetId: 1 });
    expect(sheets).toHaveLength(48);
    expect(sheets.slice(0, 2).map(({ number, isProject }) => [number, isProject])).toEqual([
      ['044-2025-000', false],
      ['044-2025-001', true],
    ]);
  });
});

it('writes the ticked sheets into one file named after what is in it, and counts them as it goes', async () => {
  await inCore(async (test) => {
    await openSample(test);
    const [, first, second] = await test.call('goalSheets.printable', { budgetId: 1 });
    const ids = [second?.id ?? 0, first?.id ?? 0];
    test.choose = '目标.xlsx';
    const written = await test.call('export.goalSheets', { ...ALL, sheets: ids });
    expect(written).toMatchObject({ name: '目标.xlsx' });
    expect(readFileSync(join(test.folder, '目标.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const progress = test.events.flatMap(({ name, payload }) => (name === 'job.progress' ? [payload] : []));
    expect(progress.at(-1)).toMatchObject({ title: '导出绩效目标表', finished: true, total: 2 });
  });
});

it('writes one file for each into a new folder, never into one that is there', async () => {
  await inCore(async (test) => {
    await openSample(test);
    const sheets = (await test.call('goalSheets.printable', { budgetId: 1 })).slice(0, 3);
    const folder = '岚县城乡环卫和市政服务中心2025年绩效目标表';
    mkdirSync(join(test.folder, '给财政局', folder), { recursive: true });
    test.choose = '给财政局';
    const written = await test.call('export.goalSheets', { ...ALL, sheets: sheets.map(({ id }) => id), each: true });
    expect(written).toMatchObject({ name: `${folder} 2`, folder: '给财政局', files: 3 });
    expect(readdirSync(join(test.folder, '给财政局', folder))).toEqual([]);
    expect(readdirSync(join(test.folder, '给财政局', `${folder} 2`)).sort()).toEqual(
      sheets.map(({ number, subject }) => `${number} ${subject}.xlsx`),
    );
    await test.call('file.reveal', { id: written.id });
    expect(test.revealed).toEqual([
      join(test.folder, '给财政局', `${folder} 2`, `${sheets[0]?.number} ${sheets[0]?.subject}.xlsx`),
    ]);
  });
});

it('leaves nothing behind when it is cancelled half way', async () => {
  await inCore(async (test) => {
    await openSample(test);
    mkdirSync(join(test.folder, '给财政局'));
    test.choose = '给财政局';
    const answer = test.call('export.goalSheets', { ...ALL, each: true });
    const written = () => readdirSync(join(test.folder, '给财政局'), { recursive: true }).length;
    while (written() < 3) await turn();
    await test.call('job.cancel', { jobId: 'j' });
    expect((await failureOf(answer)).code).toBe('CANCELLED');
    expect(readdirSync(join(test.folder, '给财政局'))).toEqual([]);
  });
});

it('says that there is no browser before anything is written', async () => {
  await inCore(async (test) => {
    await openSample(test);
    test.choose = '目标.pdf';
    expect((await failureOf(test.call('export.goalSheets', { ...ALL, format: 'pdf' }))).code).toBe('NO_BROWSER');
    expect(existsSync(join(test.folder, '目标.pdf'))).toBe(false);
  });
});
