/** 合并项目: several become the one selected; sums stay. */
import { useState } from 'react';
import { sumFen } from '../../shared/money/fen.ts';
import type { ProjectOverview } from '../../shared/projects/types.ts';
import { call } from '../api.ts';
import { RowList } from '../ui/row-list.tsx';
import { Operation, Tick } from './operation.tsx';
import { yuan } from './yuan.ts';

interface MergeProps {
  /** The project that stays. */
  readonly one: ProjectOverview;
  readonly all: readonly ProjectOverview[];
  readonly onClose: () => void;
}

export function Merge({ one, all, onClose }: MergeProps) {
  const { name } = one.project;
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const [search, setSearch] = useState('');
  const [indicators, setIndicators] = useState(true);
  const others = all.filter(({ project }) => project.id !== one.project.id);
  const coming = others.filter(({ project }) => ids.has(project.id));
  const sheets = [one, ...coming].filter(({ goalSheetId }) => goalSheetId !== null).length;
  const effect = [
    `${coming.length} 个项目并入“${name}”并删除，合并后 ${yuan(sumFen([one, ...coming].map(({ amount }) => amount)))}，`,
    '支出总计不变。',
    sheets > 1 ? `${sheets} 份绩效目标表留 1 份，资金数相加。` : '',
  ].join('');
  return (
    <Operation
      title={`合并到项目“${name}”`}
      action="合并"
      effect={coming.length === 0 ? null : effect}
      lacks="请勾选要并入的项目。"
      done={`已将 ${coming.length} 个项目并入“${name}”`}
      run={() =>
        call('project.merge', {
          intoId: one.project.id,
          projects: [one, ...coming].map(({ project: { id, revision } }) => ({ id, revision })),
          goalSheetOf: null,
          indicators,
        })
      }
      onClose={onClose}
    >
      <input
        type="search"
        className="input"
        placeholder="搜索要并入的项目"
        aria-label="搜索要并入的项目"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <RowList
        label="要并入的项目"
        rows={others.filter(({ project }) => project.name.includes(search.trim()))}
        height={34}
        keyOf={({ project }) => project.id}
      >
        {({ project, amount }, tabIndex) => (
          <label className="operation-row">
            <input
              type="checkbox"
              tabIndex={tabIndex}
              checked={ids.has(project.id)}
              onChange={() => setIds(switched(ids, project.id))}
            />
            <span title={project.name}>{project.name}</span>
            <b>{yuan(amount)}</b>
          </label>
        )}
      </RowList>
      <Tick label="并入其他绩效目标表的指标（相同的只留一条）" checked={indicators} onChange={setIndicators} />
    </Operation>
  );
}

/** The set with one id more, or without it. */
function switched(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
