/** Long tasks: one kind of progress and one way to cancel for all of them. */
import { fail } from '../../shared/api/failure.ts';
import type { Job, Jobs } from './context.ts';
import type { Port } from './port.ts';

/** Keeps the running tasks of a core; progress goes to every window. */
export function createJobs(port: Pick<Port, 'emit'>): Jobs {
  const running = new Map<string, AbortController>();
  return {
    run: async (jobId, title, task) => {
      const controller = new AbortController();
      let last = { done: 0, total: 0 };
      const tell = (finished: boolean) =>
        port.emit({ name: 'job.progress', payload: { jobId, title, ...last, finished } });
      const job: Job = {
        signal: controller.signal,
        progress: (done, total) => {
          last = { done, total };
          tell(false);
        },
        check: () => {
          if (controller.signal.aborted) fail('CANCELLED');
        },
      };
      running.set(jobId, controller);
      try {
        tell(false);
        return await task(job);
      } finally {
        running.delete(jobId);
        tell(true);
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
  };
}
