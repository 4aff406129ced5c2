import { spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/api/failure.ts';
import { type FileOperations, removeLeftovers, replaceFile } from './replace-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yusuan-replace-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const fault = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });

function operations(changes: Partial<FileOperations>): FileOperations {
  return { open: fs.open, rename: fs.rename, rm: fs.rm, access: fs.access, realpath: fs.realpath, ...changes };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, got ${String(error)}`);
  expect(error.message).toContain('报表.xlsx');
  expect(error.message).not.toContain(folder);
  return error.failure.code;
}

describe('replaceFile', () => {
  it('creates a file and replaces one, and leaves nothing else in the folder', async () => {
    const target = join(folder, '报表.xlsx');
    expect(await replaceFile(target, bytes('first'))).toBe(5);
    await replaceFile(target, bytes('second'));
    expect(await readFile(target, 'utf8')).toBe('second');
    expect(await readdir(folder)).toEqual(['报表.xlsx']);
  });

  it('writes through a link, so that the shared file it points to is the one that changes', async () => {
    const real = join(folder, 'real.xlsx');
    await writeFile(real, 'old');
    await symlink(real, join(folder, '报表.xlsx'));
    await replaceFile(join(folder, '报表.xlsx'), bytes('new'));
    expect(await readFile(real, 'utf8')).toBe('new');
  });

  it('waits for a program that holds the target for a moment', async () => {
    const target = join(folder, '报表.xlsx');
    let held = 2;
    const rename: FileOperations['rename'] = async (from, to) => {
      held -= 1;
      if (held >= 0) throw fault('EBUSY', 'rename');
      await fs.rename(from, to);
    };
    await replaceFile(target, bytes('new'), { operations: operations({ rename }), waits: [1, 1, 1] });
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
    it(`says on Windows that the target is open when renaming keeps answering ${code}, and keeps the old file`, async () => {
      const target = join(folder, '报表.xlsx');
      await writeFile(target, 'old');
      const rename = async () => {
        throw fault(code, 'rename');
      };
      const options = { operations: operations({ rename }), platform: 'win32', waits: [1] } as const;
      expect(await codeOf(replaceFile(target, bytes('new'), options))).toBe('TARGET_OPEN');
      expect(await readFile(target, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['报表.xlsx']);
    });
  }

  it('says on Windows that writing is denied when the target is marked read-only', async () => {
    const rename = async () => {
      throw fault('EPERM', 'rename');
    };
    const access = async () => {
      throw fault('EACCES', 'access');
    };
    const options = { operations: operations({ rename, access }), platform: 'win32', waits: [1] } as const;
    expect(await codeOf(replaceFile(join(folder, '报表.xlsx'), bytes('new'), options))).toBe('TARGET_DENIED');
  });

  for (const code of ['EACCES', 'EPERM', 'EROFS']) {
    it(`says that writing is denied when the folder refuses a new file with ${code}`, async () => {
      const open = async () => {
        throw fault(code, 'open');
      };
      const work = replaceFile(join(folder, '报表.xlsx'), bytes('new'), { operations: operations({ open }) });
      expect(await codeOf(work)).toBe('TARGET_DENIED');
    });
  }

  it('says that the folder is gone when it is', async () => {
    expect(await codeOf(replaceFile(join(folder, 'gone', '报表.xlsx'), bytes('new')))).toBe('TARGET_MISSING');
  });

  for (const [code, step] of [
    ['ENOSPC', 'writeFile'],
    ['EDQUOT', 'writeFile'],
    ['ENOSPC', 'sync'],
  ] as const) {
    it(`says that the disk is full when ${step} answers ${code}, keeps the old file and removes the half-written one`, async () => {
      const target = join(folder, '报表.xlsx');
      await writeFile(target, 'old');
      const open: FileOperations['open'] = async (path, flags) => {
        const handle = await fs.open(path, flags);
        handle[step] = async () => {
          throw fault(code, step);
        };
        return handle;
      };
      expect(await codeOf(replaceFile(target, bytes('new'), { operations: operations({ open }) }))).toBe('DISK_FULL');
      expect(await readFile(target, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['报表.xlsx']);
    });
  }

  it('leaves the old file whole when the process is killed while writing', async () => {
    const target = join(folder, '报表.xlsx');
    await writeFile(target, 'old');
    const module = pathToFileURL(join(import.meta.dirname, 'replace-file.ts')).href;
    // The child reports when the temporary file holds its bytes, then never comes to renaming it.
    const script = `
      import * as fs from 'node:fs/promises';
      import { replaceFile } from ${JSON.stringify(module)};
      const rename = () => { process.stdout.write('written'); return new Promise(() => setInterval(() => {}, 1000)); };
      await replaceFile(${JSON.stringify(target)}, new Uint8Array(1e6), { operations: { ...fs, rename } });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', () => reject(new Error('the child ended before it wrote')));
    });
    child.kill('SIGKILL');
    await ended;
    expect(await readFile(target, 'utf8')).toBe('old');
  });
});

describe('removeLeftovers', () => {
  it('removes temporary files older than a day and nothing else', async () => {
    const old = join(folder, '~yusuan-00000000-0000-0000-0000-000000000000.tmp');
    const young = join(folder, '~yusuan-11111111-1111-1111-1111-111111111111.tmp');
    const other = join(folder, '~yusuan-notes.tmp');
    for (const path of [old, young, other]) await writeFile(path, '');
    const now = new Date('2026-11-20T08:00:00Z');
    const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
    await utimes(old, days(2), days(2));
    await utimes(other, days(2), days(2));
    await utimes(young, days(0.5), days(0.5));
    await removeLeftovers(folder, now);
    expect(await stat(old).catch(() => null)).toBeNull();
    expect((await readdir(folder)).length).toBe(2);
  });

  it('ignores a folder that cannot be listed', async () => {
    await expect(removeLeftovers(join(folder, 'gone'), new Date())).resolves.toBeUndefined();
  });
});
