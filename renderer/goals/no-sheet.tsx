/** What stands in the place of a sheet that is not there yet. */
import type { GoalSheetOverview } from '../../shared/goals/overview.ts';
import { yuan } from '../projects/yuan.ts';

interface NoSheetProps {
  readonly overview: GoalSheetOverview | null;
  readonly readOnly: boolean;
  readonly onMake: () => void;
}

export function NoSheet({ overview, readOnly, onMake }: NoSheetProps) {
  const whose = overview?.projectId === null ? '单位还没有整体绩效目标表' : '这个项目还没有绩效目标表';
  return (
    <div className="state is-empty">
      <strong>{whose}。</strong>
      {overview === null ? null : <span>支出明细合计 {yuan(overview.spent)}，新建时自动填入年度资金。</span>}
      {readOnly ? null : (
        <button type="button" className="button is-primary" onClick={onMake}>
          新建绩效目标表
        </button>
      )}
      <span>在左边的列表里按 Enter 也可以新建。</span>
    </div>
  );
}
