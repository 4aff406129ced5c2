/** 审核: what the checks found and what is missing before hand-in, each with the way to where it is mended. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { FileJobLine, useFileJob } from '../ui/file-job.tsx';
import { Shown } from '../ui/states.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { NothingFound } from './nothing-found.tsx';
import { Review } from './review.tsx';
import { useFindings, useFindingsView } from './use-findings.ts';
import '../styles/review.css';

export function ChecksPage() {
  const asked = useFindings();
  const job = useFileJob();
  return (
    <div className="checks-page">
      <header className="page-head">
        <h1>审核</h1>
        <Checking />
        <span className="spring" />
        <ExportButtons job={job} findings={asked.kind === 'ready' ? asked.value : []} />
      </header>
      <FileJobLine job={job} unit="步" />
      <Shown asked={asked} what="审核结果">
        {(findings) => <Result findings={findings} />}
      </Shown>
    </div>
  );
}

function Result({ findings }: { readonly findings: readonly KeptFinding[] }) {
  const finished = useFindingsView()?.progress?.finished ?? false;
  return findings.length === 0 && finished ? <NothingFound /> : <Review findings={findings} finished={finished} />;
}

/** How far the checks of a large book are; nothing once they are through. */
function Checking() {
  const progress = useFindingsView()?.progress ?? null;
  if (progress === null || progress.finished) return null;
  const { done, total } = progress;
  return (
    <span className="checking muted" role="status">
      正在审核{total > 0 ? ` ${done} / ${total} 条明细` : ''}{' '}
      <progress value={total > 0 ? done : undefined} max={total || 1} />
    </span>
  );
}
