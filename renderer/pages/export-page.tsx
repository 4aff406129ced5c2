/** 导出: the 13-table workbook and the interchange file, with progress, and the way back in. */
import { lazy, Suspense, useState } from 'react';
import type { Written } from '../../shared/api/types.ts';
import { call } from '../api.ts';
import { useFindingCounts } from '../checks/use-findings.ts';
import { DepartmentWorkbook } from '../consolidation/department-workbook.tsx';
import { useMayConsolidate } from '../consolidation/scope.ts';
import { openForeign } from '../foreign/foreign.ts';
import { usePlace } from '../state/window-state.ts';
import { Task, WrittenCard } from '../ui/task.tsx';
import { ImportTask } from './import-task.tsx';

const PrintDialog = lazy(() =>
  import('../goal-print/print-dialog.tsx').then((module) => ({ default: module.PrintDialog })),
);

export function ExportPage() {
  const { budget, book, show, backup, password } = usePlace();
  const errors = useFindingCounts().open.error;
  const isDepartment = useMayConsolidate();
  return (
    <div className="export-page">
      <header className="page-head">
        <h1>导出</h1>
        {errors === 0 ? null : (
          <span className="notice">
            审核还有 {errors} 个错误，仍可导出。
            <button type="button" className="link" onClick={() => show('checks')}>
              先去看看
            </button>
          </span>
        )}
      </header>
      <div className="export-cards">
        <Task<Written>
          title="预算公开表（Excel）"
          text="13张公开表和目录，一个工作簿；A4 纸，可直接打印，Excel 和 WPS 都能打开。"
          action="导出工作簿"
          run={(jobId) => call('export.workbook', { budgetId: budget.id, jobId })}
          result={(written) => <WrittenCard written={written} />}
        />
        {isDepartment ? <DepartmentWorkbook /> : null}
        <Task<Written>
          title="公开文本（PDF）"
          text="封面、目录、13张表、预算说明、绩效目标表和名词解释，一份完整的公开稿；在“文档”中预览和改写。"
          action="导出 PDF"
          run={(jobId) => call('export.pdf', { budgetId: budget.id, jobId })}
          result={(written) => <WrittenCard written={written} />}
        />
        <Task<Written>
          title="公开文本（Word）"
          text="与 PDF 相同的内容，可在 Word、WPS 中继续改；改后与账套不再联动。"
          action="导出 Word"
          run={(jobId) => call('export.docx', { budgetId: budget.id, jobId })}
          result={(written) => <WrittenCard written={written} />}
        />
        <GoalSheets />
        <Task<Written>
          title="上报包（ZIP）"
          text="交给主管部门的一个文件：预算数据、公开表、公开文本、绩效目标表、审核结果和开放数据，附带清单，收到的人导入时自动核对是否完整。"
          action="导出上报包"
          run={(jobId) => call('export.package', { budgetId: budget.id, jobId })}
          result={(written) => <WrittenCard written={written} />}
        />
        <section className="card task">
          <h2>备份与恢复</h2>
          <p className="muted">账套自动备份；可看备份与现在差在哪里，恢复到任一份，或另存一份到U盘。</p>
          <button type="button" className="button" title="备份与恢复（Ctrl+Shift+B）" onClick={backup}>
            打开备份与恢复
          </button>
        </section>
        <section className="card task">
          <h2>账套密码</h2>
          <p className="muted">
            {book.sealed
              ? '账套已加密：要用密码才能打开，一段时间没有操作会自动锁定。'
              : '账套没有加密。设置密码后，文件和以后的备份没有密码都打不开。'}
          </p>
          <button type="button" className="button" disabled={book.readOnly} onClick={password}>
            {book.sealed ? '更换或取消密码' : '设置密码'}
          </button>
        </section>
        <section className="card task">
          <h2>检查外来公开表</h2>
          <p className="muted">打开别处编的或已公开的13张表，核对勾稽关系，找出问题所在的单元格；也可取作上年数。</p>
          <button
            type="button"
            className="button"
            title="检查外来公开表（Ctrl+Shift+O）"
            onClick={() => void openForeign()}
          >
            选择工作簿
          </button>
        </section>
        <Task<Written>
          title="本单位预算数据（JSON）"
          text="当前这一份单位预算的全部数据，可交给别的账套或程序，读回来一分不差。"
          action="导出本单位数据"
          run={(jobId) => call('export.interchange', { budgetId: budget.id, jobId })}
          result={(written) => <WrittenCard written={written} />}
        />
        <Task<Written>
          title="整个账套数据（JSON）"
          text="账套里所有单位、所有年度的数据。"
          action="导出整个账套"
          run={(jobId) => call('export.interchange', { budgetId: null, jobId })}
          result={(written) => <WrittenCard written={written} />}
        />
        <ImportTask />
      </div>
    </div>
  );
}

/** 绩效目标表: which ones and as what is chosen in a dialog of its own. */
function GoalSheets() {
  const [open, setOpen] = useState(false);
  return (
    <section className="card task">
      <h2>绩效目标表（PDF、Word、Excel）</h2>
      <p className="muted">按官方表样打印，文字一个不少；可全部合成一份并带目录，也可一个项目一个文件。</p>
      <button type="button" className="button is-primary" onClick={() => setOpen(true)}>
        打印绩效目标表…
      </button>
      {open ? (
        <Suspense fallback={null}>
          <PrintDialog sheetId={null} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
