/** The bytes of a file the user chose, or why there are none. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';

export interface Wanted {
  /** What such a file is called. */
  readonly expected: string;
  readonly mostBytes: number;
}

/** Refuses the file by its name, never by its path. @throws FailureError WRONG_FILE */
export function refuserOf(path: string, { expected }: Pick<Wanted, 'expected'>): (reason: string) => never {
  return (reason) => fail('WRONG_FILE', { name: basename(path), expected, reason });
}

/** @throws FailureError WRONG_FILE when it is not there, a folder or locked, FILE_LIMIT when it is too large. */
export async function readChosen(path: string, wanted: Wanted): Promise<Uint8Array> {
  const wrong = refuserOf(path, wanted);
  const seen = await stat(path).catch(() => null);
  if (seen === null) return wrong('找不到这个文件');
  if (!seen.isFile()) return wrong('这是文件夹');
  if (seen.size > wanted.mostBytes) {
    const reason = `文件有 ${megabytes(seen.size)} MB，最多 ${megabytes(wanted.mostBytes)} MB`;
    return fail('FILE_LIMIT', { name: basename(path), reason });
  }
  return readFile(path).catch(() => wrong('文件不能读取，可能没有权限或已被占用'));
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
