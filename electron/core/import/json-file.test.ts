import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FailureCode, FailureError } from '../../../shared/api/failure.ts';
import { readInterchangeFile } from './json-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yusuan-json-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function reading(content: string | Uint8Array, mostBytes?: number): Promise<unknown> {
  const path = join(folder, '数据.json');
  await writeFile(path, content);
  return readInterchangeFile(path, mostBytes);
}

async function refusal(work: Promise<unknown>, code: FailureCode = 'WRONG_FILE'): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, got ${String(error)}`);
  expect(error.failure.code).toBe(code);
  expect(error.message).not.toContain(folder);
  return error.message;
}

describe('readInterchangeFile', () => {
  it('reads a document, with a byte order mark too', async () => {
    const text = '{"format":"yusuan-interchange","version":1}';
    expect(await reading(text)).toEqual({ format: 'yusuan-interchange', version: 1 });
    expect(await reading(`\ufeff${text}`)).toEqual({ format: 'yusuan-interchange', version: 1 });
  });

  it('says what another file is', async () => {
    expect(await refusal(reading('PK\u0003\u0004xx'))).toContain('“数据.json”不是预算数据交换文件（JSON）（这是 Excel');
    expect(await refusal(reading('SQLite format 3\u0000'))).toContain('账套文件');
    expect(await refusal(reading('%PDF-1.7'))).toContain('PDF');
    expect(await refusal(reading(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))).toContain('旧版');
    expect(await refusal(reading(new Uint8Array([0xbf, 0xc6])))).toContain('UTF-8');
    expect(await refusal(reading(' \n'))).toContain('空');
    expect(await refusal(reading('{"a":1}'))).toContain('format');
    expect(await refusal(reading('null'))).toContain('format');
  });

  it('names the line that is no JSON', async () => {
    expect(await refusal(reading('{\n"format": "yusuan-interchange",\n"version": 一\n}'))).toContain('第 3 行');
    expect(await refusal(reading('{\n"format": "yusuan-interchange",'))).toContain('第 2 行');
  });

  it('refuses a newer version, a file too large, a folder and a file that is not there', async () => {
    expect(await refusal(reading('{"format":"yusuan-interchange","version":2}'))).toContain('升级');
    expect(await refusal(reading('{"format":"yusuan-interchange","version":"1"}'))).toContain('version 应为 1');
    expect(await refusal(reading(' '.repeat(3_000_000), 2_000_000), 'FILE_LIMIT')).toContain('文件有 3 MB，最多 2 MB');
    await mkdir(join(folder, '夹.json'));
    expect(await refusal(readInterchangeFile(join(folder, '夹.json')))).toContain('文件夹');
    expect(await refusal(readInterchangeFile(join(folder, '无.json')))).toContain('找不到');
  });
});
