/** How far a job of the core is, with a way to stop it; nothing before the job has begun. */
import type { ReactNode } from 'react';
import { call } from '../api.ts';
import { jobs } from '../state/events.ts';
import { useSignal } from '../state/signal.ts';

interface JobLineProps {
  readonly jobId: string;
  /** What the job counts. */
  readonly unit?: string;
  /** What stands around the line while there is one. */
  readonly frame: (line: ReactNode) => ReactNode;
}

export function JobLine({ jobId, unit = '行', frame }: JobLineProps) {
  const job = useSignal(jobs).get(jobId);
  if (job === undefined) return null;
  return frame(
    <div className="progress" role="status">
      <span>
        {job.title} {job.total > 0 ? `${job.done} / ${job.total} ${unit}` : ''}
      </span>
      <progress value={job.total > 0 ? job.done : undefined} max={job.total || 1} />
      <button type="button" className="button" onClick={() => call('job.cancel', { jobId }).catch(() => undefined)}>
        取消
      </button>
    </div>,
  );
}
