/** Shown once a file that was chosen takes its time to be read. */
import { useEffect, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { JobLine } from './job-line.tsx';

interface ReadingDialogProps {
  readonly jobId: string;
  /** What is counted, e.g. `行`. */
  readonly unit: string;
  readonly onClose: () => void;
}

/** Shorter waits need no words. */
const LATE_MS = 400;

export function ReadingDialog({ jobId, unit, onClose }: ReadingDialogProps) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <JobLine
      jobId={jobId}
      unit={unit}
      frame={(line) => (
        <Dialog title="正在读取文件" onClose={onClose} width={460}>
          {line}
        </Dialog>
      )}
    />
  );
}
