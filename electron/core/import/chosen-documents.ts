/** The documents that the user's choice brings: those of one file, or of every submission package in a folder. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { FailureError, fail } from '../../../shared/api/failure.ts';
import type { InterchangeDocument } from '../../../shared/interchange/index.ts';
import type { Job } from '../context.ts';
import { step } from '../export/in-steps.ts';
import { readPackage } from '../package/read-package.ts';
import { budgetsIn, readDocument } from './interchange.ts';
import { readInterchangeFile } from './json-file.ts';

export interface ChosenDocument {
  /** Of the file, without its path. */
  readonly name: string;
  readonly document: InterchangeDocument;
}

const isPackage = (path: string) => extname(path).toLowerCase() === '.zip';

/**
 * Reads and checks them all. Of two that bring the same budget nobody knows which one counts, so both are refused.
 * @throws FailureError WRONG_FILE, FILE_LIMIT, IMPORT_REFUSED, CANCELLED
 */
export async function readDocuments(path: string, job: Job): Promise<readonly ChosenDocument[]> {
  const paths = await pathsAt(path);
  const read: ChosenDocument[] = [];
  const nameOf = new Map<string, string>();
  for (const [done, file] of paths.entries()) {
    await step(job, done, paths.length);
    const name = basename(file);
    const raw = await (isPackage(file) ? readPackage(file) : readInterchangeFile(file));
    const document = paths.length === 1 ? readDocument(raw) : inFile(name, () => readDocument(raw));
    for (const { code, year, stage } of budgetsIn(document)) {
      const budget = `${code} ${year} ${stage}`;
      const other = nameOf.get(budget);
      if (other !== undefined && other !== name) {
        const place = `“${other}”和“${name}”`;
        fail('IMPORT_REFUSED', { place, reason: '是同一单位、同一年度和阶段的预算，只留下要用的一个。' });
      }
      nameOf.set(budget, name);
    }
    read.push({ name, document });
  }
  return read;
}

/** Names the file in what is wrong with it, where several are read at once. */
export function inFile<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'IMPORT_REFUSED') throw error;
    throw new FailureError({ ...error.failure, sentence: `${name}：${error.failure.sentence}` });
  }
}

async function pathsAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) return [path];
  const names = await readdir(path).catch(() => []);
  const packages = names.filter(isPackage).sort();
  if (packages.length === 0) {
    fail('WRONG_FILE', { name: basename(path), expected: '放有上报包的文件夹', reason: '里面没有 .zip 文件' });
  }
  return packages.map((name) => join(path, name));
}
