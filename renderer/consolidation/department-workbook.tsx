/** The workbook of a department's consolidated tables. */
import type { Written } from '../../shared/api/types.ts';
import { call } from '../api.ts';
import { usePlace } from '../state/window-state.ts';
import { Task, WrittenCard } from '../ui/task.tsx';

export function DepartmentWorkbook({ compact = false }: { readonly compact?: boolean }) {
  const { budget } = usePlace();
  return (
    <Task<Written>
      title="部门预算公开表（Excel）"
      text="本级和各级下属单位汇总后的13张表和目录，一个工作簿，以本部门的名义；缺单位时文件名里会写明。"
      action="导出部门公开表"
      compact={compact}
      run={(jobId) => call('export.workbook', { budgetId: budget.id, consolidated: true, jobId })}
      result={(written) => <WrittenCard written={written} />}
    />
  );
}
