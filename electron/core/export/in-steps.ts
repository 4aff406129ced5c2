/** Long work in steps: between two of them waiting calls are answered, `job.cancel` among them. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Job } from '../context.ts';

/** Tells how far a job is and lets others have a turn. @throws FailureError CANCELLED. */
export async function step(job: Job, done: number, total: number): Promise<void> {
  job.progress(done, total);
  await turn();
  job.check();
}

/** Makes one thing after the other of many; how far it is nobody is told. @throws FailureError CANCELLED. */
export async function inSteps<A, B>(job: Job, from: readonly A[], make: (each: A) => B): Promise<readonly B[]> {
  const made: B[] = [];
  for (const each of from) {
    await step(job, 0, 0);
    made.push(make(each));
  }
  return made;
}
