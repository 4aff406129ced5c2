/** 拆分项目: lines, or parts of them, become a project of their own. */
import { useState } from 'react';
import { type Fen, fen, sumFen } from '../../shared/money/fen.ts';
import type { ProjectOverview } from '../../shared/projects/types.ts';
import { call } from '../api.ts';
import { LinePicker } from './line-picker.tsx';
import { NameField, Operation, Tick } from './operation.tsx';
import { type PickableLine, readPart } from './picked-lines.ts';
import { yuan } from './yuan.ts';

interface SplitProps {
  readonly one: ProjectOverview;
  readonly lines: readonly PickableLine[];
  readonly onClose: () => void;
}

export function Split({ one, lines, onClose }: SplitProps) {
  const { id, revision, name: old } = one.project;
  const [name, setName] = useState(`${old}（拆分）`);
  const [goalSheet, setGoalSheet] = useState(one.goalSheetId !== null);
  const [picked, setPicked] = useState<ReadonlyMap<number, string>>(new Map());
  const parts = lines.flatMap((line) => {
    const text = picked.get(line.id);
    return text === undefined ? [] : [{ line, part: readPart(text, line) }];
  });
  const wrong = parts.some(({ part }) => part === null);
  const taken = sumFen(parts.flatMap(({ line, part }): Fen[] => (part === null || !line.expenditure ? [] : [part])));
  const whole = name.trim() !== '' && parts.length > 0 && !wrong;
  return (
    <Operation
      title={`拆分项目“${old}”`}
      action="拆分"
      effect={
        whole
          ? `拆出 ${yuan(taken)} 到“${name.trim()}”，原项目留 ${yuan(fen(one.amount - taken))}，支出总计不变。`
          : null
      }
      lacks={wrong ? '拆出金额应大于零，且不超过这条明细的金额。' : '请填写名称，并勾选要拆出的明细。'}
      done={`已拆出“${name.trim()}”`}
      run={() =>
        call('project.split', {
          projectId: id,
          revision,
          name: name.trim(),
          goalSheet,
          lines: parts.map(({ line, part }) => ({
            id: line.id,
            revision: line.revision,
            amount: part === line.amount ? null : part,
          })),
        })
      }
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} />
      <LinePicker lines={lines} picked={picked} parts onPick={setPicked} />
      {one.goalSheetId === null ? null : (
        <Tick label="复制绩效目标表（资金数另填）" checked={goalSheet} onChange={setGoalSheet} />
      )}
    </Operation>
  );
}
