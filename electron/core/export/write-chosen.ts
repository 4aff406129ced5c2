/** Files the user asks for: where to write is asked first, then the content is made as a job and written whole. */
import { basename, dirname } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';
import type { Written } from '../../../shared/api/types.ts';
import type { Context, Job } from '../context.ts';
import { withExtension } from './file-name.ts';
import { removeLeftovers, replaceFile } from './replace-file.ts';

export interface WriteOrder {
  readonly jobId: string;
  readonly title: string;
  readonly suggestedName: string;
  readonly extension: string;
  /** Makes the content; called after the user has chosen, so that it is of that moment. */
  readonly render: (job: Job) => Promise<Uint8Array>;
}

/** Asks where to write, renders as a job and writes. @throws FailureError CANCELLED, TARGET_*, DISK_FULL. */
export async function writeChosen(
  ctx: Context,
  { jobId, title, suggestedName, extension, render }: WriteOrder,
): Promise<Written> {
  const chosen = await ctx.port.chooseSave({ title, suggestedName, extensions: [extension] });
  if (chosen === null) return fail('CANCELLED');
  const path = withExtension(chosen, extension);
  return ctx.jobs.run(jobId, title, async (job) => {
    const content = await render(job);
    job.check();
    const bytes = await replaceFile(path, content);
    await removeLeftovers(dirname(path), ctx.port.now());
    return { id: ctx.files.remember(path), name: basename(path), folder: basename(dirname(path)), bytes };
  });
}
