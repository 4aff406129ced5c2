/** What takes files from outside, each with real files to begin from and what must hold after one that was made wrong. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseTsv } from '../../shared/intake/tsv.ts';
import { DATA_FILE, MANIFEST_FILE } from '../../shared/package/manifest.ts';
import type { Desk } from './desk.ts';
import { mutateBytes, mutateJson, mutateText, oneOf, type Random } from './mutate.ts';
import { packOf } from './seeds.ts';

export interface Target {
  readonly name: string;
  /** How many inputs of 20,000. */
  readonly share: number;
  /** Makes a wrong file and takes it in. Answers what became of it. @throws Error when something does not hold. */
  run(desk: Desk, random: Random): Promise<'taken' | 'refused'>;
}

/** A workbook with its parts changed and zipped again, or the bytes of its zip changed. */
function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.3) return mutateBytes(bytes, random);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[Math.floor(random() * names.length)] ?? '';
  const part = parts[name];
  if (part === undefined) return bytes;
  const changed = random() < 0.8 ? strToU8(mutateText(strFromU8(part), random)) : mutateBytes(part, random);
  return zipSync({ ...parts, [random() < 0.05 ? `../${name}` : name]: changed }, { level: 1 });
}

/** Most often still JSON, else a text or bytes that no longer are. */
function mutateJsonFile(bytes: Uint8Array, random: Random): Uint8Array {
  const how = random();
  if (how < 0.6) return strToU8(mutateJson(strFromU8(bytes), random));
  return how < 0.9 ? strToU8(mutateText(strFromU8(bytes), random)) : mutateBytes(bytes, random);
}

/** A package with wrong data that its list vouches for, with a wrong list, or wrong anywhere else. */
function mutatePackage(bytes: Uint8Array, random: Random): Uint8Array {
  const how = random();
  if (how > 0.7) return mutateZip(bytes, random);
  const parts = unzipSync(bytes);
  if (how < 0.4) return zipSync(packOf(mutateJsonFile(parts[DATA_FILE] ?? bytes, random)), { level: 1 });
  return zipSync({ ...parts, [MANIFEST_FILE]: mutateJsonFile(parts[MANIFEST_FILE] ?? bytes, random) }, { level: 1 });
}

async function intake(
  desk: Desk,
  kind: 'spending' | 'project' | 'goals' | 'procurement',
  file: string,
  skipBad: boolean,
) {
  const opened = await desk.attempt('intake.open', file, { budgetId: 1, kind, jobId: 'f' });
  if (opened === null) return 'refused';
  const before = await desk.counts();
  const applied = await desk.attempt('intake.apply', file, { fileId: opened.fileId, skipBad, jobId: 'f' });
  const after = await desk.counts();
  const grown = after.total - before.total;
  if (applied === null && grown !== 0) throw new Error(`a refused import left ${grown} records`);
  if (applied !== null && grown !== applied.added)
    throw new Error(`${applied.added} reported as added, ${grown} are there`);
  await desk.call('intake.close', { fileId: opened.fileId });
  if (grown !== 0 || (applied !== null && applied.changed > 0)) await desk.call('history.undo', {});
  return applied === null ? 'refused' : 'taken';
}

async function interchange(desk: Desk, file: string): Promise<'taken' | 'refused'> {
  const before = await desk.counts();
  const report = await desk.attempt('import.interchange', file, { jobId: 'f' });
  const after = await desk.counts();
  if (report === null) {
    if (after.total !== before.total) throw new Error('a refused file left records');
    return 'refused';
  }
  for (const [key, entity] of [
    ['lines', 'line'],
    ['projects', 'project'],
    ['goalSheets', 'goalSheet'],
  ] as const) {
    const grown = (after.of[entity] ?? 0) - (before.of[entity] ?? 0);
    if (grown !== report[key]) throw new Error(`${report[key]} ${entity} reported, ${grown} are there`);
  }
  await desk.call('history.undo', {});
  const undone = await desk.counts();
  if (undone.total !== before.total) throw new Error('undoing an import left records');
  return 'taken';
}

export const targets: readonly Target[] = [
  {
    name: '工作簿',
    share: 3_000,
    run: (desk, random) => {
      const kind = oneOf(random, ['spending', 'project', 'goals', 'procurement'] as const);
      const file = desk.write('导入.xlsx', mutateZip(desk.seed(`${kind}.xlsx`), random));
      return intake(desk, kind, file, random() < 0.5);
    },
  },
  {
    name: '文本表格',
    share: 2_000,
    run: (desk, random) => {
      const text = strFromU8(desk.seed('spending.csv'));
      return intake(desk, 'spending', desk.write('导入.csv', strToU8(mutateText(text, random))), random() < 0.5);
    },
  },
  {
    name: '外来公开表',
    share: 500,
    run: async (desk, random) => {
      const file = desk.write('来文.xlsx', mutateZip(desk.seed('tables.xlsx'), random));
      const opened = await desk.attempt('foreign.open', file, { jobId: 'f' });
      if (opened === null) return 'refused';
      // What was read must not break what is shown of it.
      for (const sheet of opened.sheets.keys()) await desk.call('foreign.sheet', { fileId: opened.fileId, sheet });
      await desk.call('foreign.prior', { fileId: opened.fileId, budgetId: 1 });
      return 'taken';
    },
  },
  {
    name: '剪贴板',
    share: 7_500,
    run: async (desk, random) => {
      const text = mutateText(strFromU8(desk.seed('block.tsv')), random);
      const rows = parseTsv(text);
      const cells = rows.reduce((sum, row) => sum + row.length, 0);
      if (cells > text.length + 1) throw new Error('more cells than characters');
      return 'taken';
    },
  },
  {
    name: '数据交换文件',
    share: 3_000,
    run: (desk, random) => {
      const file = desk.write('导入.json', mutateJsonFile(desk.seed('budget.json'), random));
      return interchange(desk, file);
    },
  },
  {
    name: '上报包',
    share: 2_000,
    run: (desk, random) => {
      const file = desk.write('导入.zip', mutatePackage(desk.seed('package.zip'), random));
      return interchange(desk, file);
    },
  },
  {
    name: '科目表',
    share: 1_500,
    run: async (desk, random) => {
      const text = strFromU8(desk.seed('codes.csv'));
      const file = desk.write('科目.csv', strToU8(mutateText(text, random)));
      const before = await desk.counts();
      const report = await desk.attempt('codes.import', file, { catalogue: 'deptEconomic', fromYear: 2027 });
      const grown = (await desk.counts()).total - before.total;
      if (grown !== (report?.added ?? 0)) throw new Error(`${report?.added ?? 0} codes reported, ${grown} are there`);
      if (grown > 0) await desk.call('history.undo', {});
      return report === null ? 'refused' : 'taken';
    },
  },
  {
    name: '采购规则',
    share: 2_000,
    run: async (desk, random) => {
      const file = desk.write('规则.json', mutateJsonFile(desk.seed('rules.json'), random));
      const added = await desk.attempt('procurement.addRuleSet', file, {});
      // Whatever was let in must not break what is decided by it.
      await desk.call('procurement.ruleSets', {});
      await desk.call('check.run', { budgetId: 1 });
      if (added !== null) await desk.call('procurement.removeRuleSet', { id: added.id });
      return added === null ? 'refused' : 'taken';
    },
  },
  {
    name: '账套文件',
    share: 500,
    run: async (desk, random) => {
      const file = desk.write('外来.ysb', mutateBytes(desk.seed('book.ysb'), random));
      const before = readFileSync(file);
      const opened = await desk.second('book.open', file, { recentId: null });
      if (opened === null) {
        if (!readFileSync(file).equals(before)) throw new Error('a refused book was changed');
        return 'refused';
      }
      await desk.second('table.all', file, { budgetId: 1 });
      await desk.second('check.run', file, { budgetId: 1 });
      await desk.second('book.close', file, {});
      return 'taken';
    },
  },
];

/** Puts a file where the chooser of the desk finds it. */
export function fileIn(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
