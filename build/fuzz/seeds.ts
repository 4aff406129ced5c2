/** Real files of every kind that the program takes in, small ones, made by the program itself. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { createEmptyBook } from '../../electron/core/new-book.ts';
import { sampleDocument } from '../../samples/sample-document.ts';
import type { CallFunction } from '../../shared/api/client.ts';
import { DATA_FILE, MANIFEST_FILE, PACKAGE_FORMAT, PACKAGE_VERSION } from '../../shared/package/manifest.ts';

const KINDS = ['spending', 'project', 'goals', 'procurement'] as const;

/** Makes an open book and the seed files. `choose` names the file that the core is given at its next question. */
export async function makeSeeds(call: CallFunction, choose: (name: string) => void, folder: string): Promise<void> {
  const book = path.join(folder, 'book.ysb');
  createEmptyBook(book, { user: 'fuzz', now: () => new Date(2026, 10, 25) });
  writeFileSync(path.join(folder, 'sample.json'), JSON.stringify(sampleDocument('lanxian-2025')));
  choose('book.ysb');
  await call('book.open', { recentId: null });
  choose('sample.json');
  await call('import.interchange', { jobId: 's' });
  for (const kind of KINDS) {
    choose(`${kind}.xlsx`);
    await call('grid.export', { budgetId: 1, kind, jobId: 's' });
  }
  choose('tables.xlsx');
  await call('export.workbook', { budgetId: 1, jobId: 's' });
  await call('book.close', {});
  // The book that stays open for imports is another one, so that the seed of books is not worked in.
  const own = path.join(folder, '..', 'own.ysb');
  writeFileSync(own, readFileSync(book));
  choose('../own.ysb');
  await call('book.open', { recentId: null });
  writeFileSync(path.join(folder, 'budget.json'), JSON.stringify(smallDocument(), null, 1));
  writeFileSync(path.join(folder, 'package.zip'), zipSync(packOf(strToU8(JSON.stringify(smallDocument())))));
  const head = '支出性质\t功能分类科目\t部门经济分类\t项目\t金额（元）\t资金来源';
  const rows = [
    '基本支出\t2120501\t30101\t\t12,352.39\t一般公共预算',
    '基本支出\t2120501 城乡社区环境卫生\t办公费\t\t1.2万\t一般公共预算',
    '合计\t\t\t\t２４，０００\t',
  ];
  writeFileSync(path.join(folder, 'block.tsv'), [head, ...rows].join('\n'));
  writeFileSync(
    path.join(folder, 'spending.csv'),
    [head, ...rows].join('\n').replaceAll(',', '').replaceAll('\t', ','),
  );
  writeFileSync(
    path.join(folder, 'codes.csv'),
    '编码,名称\n30297,数字化服务费\n30298,志愿服务补助\n39901,其他支出\n30201,办公费\n',
  );
  const rules = path.join(import.meta.dirname, '..', '..', 'shared', 'procurement', 'rule-sets', 'sme-2020-46.json');
  writeFileSync(path.join(folder, 'rules.json'), readFileSync(rules, 'utf8').replace('sme-2020-46', 'own-2026'));
}

/** A submission package with these data, and nothing printed. */
export function packOf(data: Uint8Array): Record<string, Uint8Array> {
  const note = strToU8('名称,金额（万元）\r\n合计,1.00\r\n');
  const listed = (file: string, content: Uint8Array) => ({
    path: file,
    what: '文件',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  const files = [listed(DATA_FILE, data), listed('开放数据/表01.csv', note)];
  const list = { format: PACKAGE_FORMAT, version: PACKAGE_VERSION, made: '2026-11-25T00:00:00.000Z', files };
  return { [MANIFEST_FILE]: strToU8(JSON.stringify(list)), [DATA_FILE]: data, '开放数据/表01.csv': note };
}

/** The sample of the invented department with one of its budgets. */
function smallDocument(): unknown {
  const document = sampleDocument('invented-2025');
  if (typeof document !== 'object' || document === null || !('budgets' in document)) throw new Error('no budgets');
  return { ...document, budgets: Array.isArray(document.budgets) ? document.budgets.slice(1, 2) : [] };
}
