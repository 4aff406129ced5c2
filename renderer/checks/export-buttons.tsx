/** Files of 审核: what was found as a list, all of it or what the filters leave, and the package once handed in. */
import { useState } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { call } from '../api.ts';
import { useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';
import type { FileJob } from '../ui/file-job.tsx';
import { notify } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';
import { arrange } from './arrange.ts';
import { isFiltered, reviewState } from './review-state.ts';
import { useGroupNames } from './use-group-names.ts';

interface ExportButtonsProps {
  readonly job: FileJob;
  /** All of them, worst first; none as long as they are not known. */
  readonly findings: readonly KeptFinding[];
}

export function ExportButtons({ job, findings }: ExportButtonsProps) {
  const { budget } = usePlace();
  const state = useSignal(reviewState);
  const names = useGroupNames();
  const [onlyShown, setOnlyShown] = useState(false);
  const narrowed = isFiltered(state) || state.state === 'waived';
  const save = (format: 'xlsx' | 'pdf') => {
    const keys = narrowed && onlyShown ? arrange(findings, state, names).findings.map(({ key }) => key) : [];
    if (narrowed && onlyShown && keys.length === 0) return notify('筛选后一条也没有，没有导出。请换一个筛选条件。');
    job.write((jobId) => call('export.findings', { budgetId: budget.id, keys, format, jobId }));
  };
  const what = narrowed && onlyShown ? '筛选出的审核结果' : '全部审核结果';
  return (
    <>
      {narrowed ? (
        <label className="only-shown">
          <input type="checkbox" checked={onlyShown} onChange={(event) => setOnlyShown(event.target.checked)} />
          只导出筛选出的
        </label>
      ) : null}
      <button
        type="button"
        className="button"
        title={`${what}存成 Excel，已放行的附理由`}
        {...whileBusy(job.isBusy, () => save('xlsx'))}
      >
        导出 Excel
      </button>
      <button
        type="button"
        className="button"
        title={`${what}存成 PDF，可直接打印`}
        {...whileBusy(job.isBusy, () => save('pdf'))}
      >
        导出 PDF
      </button>
      {budget.status === 'draft' ? null : (
        <button
          type="button"
          className="button is-primary"
          title="交给主管部门的一个文件：数据、公开表、公开文本、绩效目标表和审核结果，附清单"
          {...whileBusy(job.isBusy, () => job.write((jobId) => call('export.package', { budgetId: budget.id, jobId })))}
        >
          导出上报包
        </button>
      )}
    </>
  );
}
