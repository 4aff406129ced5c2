/** What support needs to know of a program that misbehaves, and nothing of what was entered. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { arch, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../../db/book.ts';
import { bookFacts } from '../../../db/book-facts.ts';
import { ENTITY_NAMES, layoutOf } from '../../../db/layout.ts';

/** Newest lines of the log that go along. */
const LOG_LINES = 200;

/**
 * The text of a support report: versions, the system, how many records of each kind the open book holds, the log.
 * The log holds no figures and no paths (log.ts); names of units, projects and files are left out.
 */
export function supportReport(version: string, dataFolder: string, book: Book | null, now: Date): string {
  const log = join(dataFolder, 'logs', 'yusuan.log');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-LOG_LINES) : [];
  return [
    `单位预算 ${version}`,
    `时间 ${now.toISOString()}`,
    `系统 ${platform()} ${release()} ${arch()}，内存 ${Math.round(totalmem() / 1024 ** 3)} GB`,
    `运行环境 Node ${process.versions.node}${process.versions.electron === undefined ? '' : `，Electron ${process.versions.electron}`}`,
    '',
    ...bookLines(book),
    '',
    `日志（最近 ${lines.length} 条，只有程序位置，没有录入的内容）`,
    ...lines,
    '',
  ].join('\n');
}

function bookLines(book: Book | null): readonly string[] {
  if (book === null) return ['没有打开账套'];
  const facts = bookFacts(book);
  const counts = ENTITY_NAMES.map((entity) => `${layoutOf(entity).label} ${facts.counts[entity]}`);
  return [
    `账套 格式 ${facts.version}，SQLite ${facts.sqlite}，${Math.round(statSync(book.path).size / 1024)} KB，${
      book.password === null ? '未加密' : '已加密'
    }，${book.readOnly ? '只读' : '可编辑'}`,
    counts.join('，'),
    `历史 ${facts.journal} 步`,
  ];
}
