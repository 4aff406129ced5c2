/** Several files the user asks for: they go into a new folder of their own, all of them or none. */
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';
import type { Written } from '../../../shared/api/types.ts';
import type { Context, Job } from '../context.ts';
import { replaceFile } from './replace-file.ts';

export interface FolderOrder {
  readonly jobId: string;
  readonly title: string;
  /** Name of the new folder; one that is taken gets a number. */
  readonly folderName: string;
  /** Makes the files one after the other; called after the user has chosen. Names must differ. */
  readonly render: (job: Job) => AsyncIterable<{ readonly name: string; readonly content: Uint8Array }>;
}

/** Asks for a folder and writes into a new one within it. @throws FailureError CANCELLED, TARGET_*, DISK_FULL. */
export async function writeFolder(
  ctx: Context,
  { jobId, title, folderName, render }: FolderOrder,
): Promise<Written & { readonly files: number }> {
  const chosen = await ctx.port.chooseFolder({ title });
  if (chosen === null) return fail('CANCELLED');
  return ctx.jobs.run(jobId, title, async (job) => {
    const folder = await newFolder(chosen, folderName);
    try {
      let [files, bytes] = [0, 0];
      let first = folder;
      for await (const { name, content } of render(job)) {
        job.check();
        const path = join(folder, name);
        bytes += await replaceFile(path, content);
        if (files === 0) first = path;
        files += 1;
      }
      return { id: ctx.files.remember(first), name: basename(folder), folder: basename(chosen), bytes, files };
    } catch (error) {
      // The folder is ours and new: nothing else is in it.
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  });
}

const MOST_TRIES = 1000;

async function newFolder(within: string, name: string): Promise<string> {
  for (let number = 1; number < MOST_TRIES; number += 1) {
    const path = join(within, number === 1 ? name : `${name} ${number}`);
    try {
      await mkdir(path);
      return path;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ENOENT') fail('TARGET_MISSING', { name });
      if (code === 'ENOSPC') fail('DISK_FULL', { name });
      if (code !== 'EEXIST') fail('TARGET_DENIED', { name });
    }
  }
  return fail('TARGET_DENIED', { name });
}
