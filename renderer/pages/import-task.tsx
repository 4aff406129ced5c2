/** Takes an interchange file, or submission packages, into the book; what is there already gives way only when asked. */
import type { ImportReport } from '../../shared/api/types.ts';
import { call } from '../api.ts';
import { takeState } from '../state/events.ts';
import { usePlace } from '../state/window-state.ts';
import { Task } from '../ui/task.tsx';

const FILE =
  '读入下属单位的上报包或别处导出的数据文件；上报包先核对是否完整。要么全部导入，要么一条也不动；导入后可以撤销。';
const FOLDER = '读入文件夹里的全部上报包（.zip），先逐个核对是否完整。要么全部导入，要么一份也不动；导入后可以撤销。';

interface ImportTaskProps {
  readonly compact?: boolean;
  /** All packages in a folder at once. */
  readonly folder?: boolean;
}

export function ImportTask({ compact = false, folder = false }: ImportTaskProps) {
  const { book } = usePlace();
  const taken = (report: ImportReport) => {
    takeState(report.state);
    return report;
  };
  return (
    <Task<ImportReport>
      title={folder ? '导入一个文件夹里的上报包' : '导入数据（上报包、JSON）'}
      text={folder ? FOLDER : FILE}
      action={folder ? '导入文件夹里的上报包…' : compact ? '导入上报包…' : '选择文件并导入'}
      compact={compact}
      disabled={book.readOnly}
      run={async (jobId) => taken(await call('import.interchange', folder ? { jobId, folder } : { jobId }))}
      otherwise={({ code, at }) =>
        code === 'ALREADY_IMPORTED'
          ? {
              action: '用文件里的替换',
              run: async (jobId) => taken(await call('import.interchange', { jobId, replacing: at })),
            }
          : null
      }
      result={(report) => (
        <p>
          已导入：单位预算 {report.budgets} 份，明细 {report.lines} 条，项目 {report.projects} 个，采购{' '}
          {report.procurement} 条，绩效目标表 {report.goalSheets} 张。
        </p>
      )}
    />
  );
}
