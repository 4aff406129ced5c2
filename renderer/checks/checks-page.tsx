/** 审核: what the checks found and what is missing before hand-in, each with the way to where it is mended. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { call } from '../api.ts';
import { usePlace } from '../state/window-state.ts';
import { type FileJob, FileJobLine, useFileJob } from '../ui/file-job.tsx';
import { Shown } from '../ui/states.tsx';
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
        <ExportButtons job={job} />
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

function ExportButtons({ job }: { readonly job: FileJob }) {
  const { budget } = usePlace();
  const save = (format: 'xlsx' | 'pdf') =>
    job.write((jobId) => call('export.findings', { budgetId: budget.id, keys: [], format, jobId }));
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={job.isBusy}
        title="全部审核结果存成 Excel，已放行的附理由"
        onClick={() => save('xlsx')}
      >
        导出 Excel
      </button>
      <button
        type="button"
        className="button"
        disabled={job.isBusy}
        title="全部审核结果存成 PDF，可直接打印"
        onClick={() => save('pdf')}
      >
        导出 PDF
      </button>
      {budget.status === 'draft' ? null : (
        <button
          type="button"
          className="button is-primary"
          disabled={job.isBusy}
          title="交给主管部门的一个文件：数据、公开表、公开文本、绩效目标表和审核结果，附清单"
          onClick={() => job.write((jobId) => call('export.package', { budgetId: budget.id, jobId }))}
        >
          导出上报包
        </button>
      )}
    </>
  );
}
