/** 复制项目: a copy below it, with what is ticked. */
import { useState } from 'react';
import type { ProjectOverview } from '../../shared/projects/types.ts';
import { call } from '../api.ts';
import { NameField, Operation, Tick } from './operation.tsx';
import { yuan } from './yuan.ts';

export function Duplicate({ one, onClose }: { readonly one: ProjectOverview; readonly onClose: () => void }) {
  const { id, name: old } = one.project;
  const [name, setName] = useState(`${old}（复制）`);
  const [lines, setLines] = useState(true);
  const [goalSheet, setGoalSheet] = useState(true);
  const [procurement, setProcurement] = useState(false);
  const more = lines ? `支出总计增加 ${yuan(one.amount)}` : '支出总计不变';
  return (
    <Operation
      title={`复制项目“${old}”`}
      action="复制"
      effect={name.trim() === '' ? null : `在它下面新增“${name.trim()}”，${more}。`}
      lacks="请填写新项目名称。"
      done={`已复制为“${name.trim()}”`}
      run={() => call('project.duplicate', { projectId: id, name: name.trim(), lines, goalSheet, procurement })}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} />
      <Tick label={`预算明细（${one.lines} 条，${yuan(one.amount)}）`} checked={lines} onChange={setLines} />
      <Tick
        label={one.goalSheetId === null ? '绩效目标表（没有）' : `绩效目标表（${one.indicators} 个指标）`}
        checked={goalSheet}
        onChange={setGoalSheet}
      />
      <Tick
        label={`采购明细（${one.procurementItems} 条，${yuan(one.procurement)}）`}
        checked={procurement}
        onChange={setProcurement}
      />
    </Operation>
  );
}
