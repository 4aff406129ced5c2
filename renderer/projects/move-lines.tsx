/** 移动明细: lines of a project go to another one. */
import { useState } from 'react';
import { sumFen } from '../../shared/money/fen.ts';
import type { ProjectOverview } from '../../shared/projects/types.ts';
import { call } from '../api.ts';
import { LinePicker } from './line-picker.tsx';
import { Operation } from './operation.tsx';
import type { PickableLine } from './picked-lines.ts';
import { yuan } from './yuan.ts';

interface MoveLinesProps {
  readonly one: ProjectOverview;
  readonly all: readonly ProjectOverview[];
  readonly lines: readonly PickableLine[];
  readonly onClose: () => void;
}

export function MoveLines({ one, all, lines, onClose }: MoveLinesProps) {
  const others = all.filter(({ project }) => project.id !== one.project.id);
  const [target, setTarget] = useState<ProjectOverview | undefined>(undefined);
  const [picked, setPicked] = useState<ReadonlyMap<number, string>>(new Map());
  const moving = lines.filter(({ id }) => picked.has(id));
  const amount = sumFen(moving.filter(({ expenditure }) => expenditure).map((line) => line.amount));
  const name = target?.project.name ?? '';
  return (
    <Operation
      title={`移动项目“${one.project.name}”的明细`}
      action="移动"
      effect={
        target === undefined || moving.length === 0
          ? null
          : `${moving.length} 条明细共 ${yuan(amount)} 移到“${name}”，支出总计不变。`
      }
      lacks="请选择移到的项目，并勾选明细。"
      done={`已移动 ${moving.length} 条明细到“${name}”`}
      run={() =>
        call('project.moveLines', {
          projectId: target?.project.id ?? one.project.id,
          lines: moving.map(({ id, revision }) => ({ id, revision })),
        })
      }
      onClose={onClose}
    >
      <label className="operation-name">
        移到的项目
        <select
          className="select"
          value={target?.project.id ?? ''}
          onChange={(event) => setTarget(others.find(({ project }) => String(project.id) === event.target.value))}
        >
          <option value="">请选择</option>
          {others.map(({ project }) => (
            <option key={project.id} value={project.id}>
              {project.name}
            </option>
          ))}
        </select>
      </label>
      <LinePicker lines={lines} picked={picked} parts={false} onPick={setPicked} />
    </Operation>
  );
}
