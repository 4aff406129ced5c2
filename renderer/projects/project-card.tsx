/** The selected project at a glance, with what can be done to it as a whole. */
import { useState } from 'react';
import { FUNDS, labelOf, ORIGINS, PROJECT_CATEGORIES } from '../../shared/entities/vocabulary.ts';
import type { ProjectOverview } from '../../shared/projects/types.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { COMPLETENESS } from './completeness.ts';
import { Duplicate } from './duplicate.tsx';
import { Merge } from './merge.tsx';
import { MoveLines } from './move-lines.tsx';
import { linesOf } from './picked-lines.ts';
import { Split } from './split.tsx';
import { yuan } from './yuan.ts';
import '../styles/projects.css';

const ACTIONS = [
  { id: 'duplicate', label: '复制…' },
  { id: 'merge', label: '合并…' },
  { id: 'split', label: '拆分…' },
  { id: 'move', label: '移动明细…' },
] as const;

interface ProjectCardProps {
  readonly one: ProjectOverview;
  readonly all: readonly ProjectOverview[];
}

export function ProjectCard({ one, all }: ProjectCardProps) {
  const { stores, budget, book, show } = usePlace();
  const [doing, setDoing] = useState<(typeof ACTIONS)[number]['id'] | null>(null);
  const { project, findings } = one;
  const lines = linesOf(stores.shelf('line', budget.id).store, project.id, useCodeNames(budget.year));
  const [first] = lines;
  const state = COMPLETENESS[one.completeness];
  const close = () => setDoing(null);
  const { startsOn, endsOn } = project;
  const period = startsOn === null && endsOn === null ? '未填' : `${startsOn ?? '未填'} 至 ${endsOn ?? '未填'}`;
  return (
    <aside className="project-card" aria-label="所选项目">
      <h2>{project.name}</h2>
      <p>
        <span className={`completeness is-${state.tone}`}>{state.label}</span> {one.lacks.join('；')}
      </p>
      <div className="project-actions">
        {ACTIONS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="button"
            disabled={book.readOnly || budget.status !== 'draft' || (lines.length === 0 && /split|move/.test(id))}
            onClick={() => setDoing(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <dl>
        <dt>类别</dt>
        <dd>{labelOf(PROJECT_CATEGORIES, project.category)}</dd>
        <dt>起止</dt>
        <dd>{period}</dd>
        <dt>支出金额</dt>
        <dd>
          <b>{yuan(one.amount)}</b>
          <ul>
            {one.amounts.map(({ fund, origin, amount }) => (
              <li key={`${fund} ${origin}`} className="project-source">
                {labelOf(FUNDS, fund)} · {labelOf(ORIGINS, origin)} <span>{yuan(amount)}</span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>明细</dt>
        <dd>
          {one.lines} 条
          {first === undefined ? null : (
            <button
              type="button"
              className="link"
              onClick={() => show('spending', { kind: 'row', entity: 'line', id: first.id, field: 'amount' })}
            >
              查看明细
            </button>
          )}
        </dd>
        <dt>绩效目标</dt>
        <dd className={one.goalSheetId === null ? 'is-problem' : ''}>
          {one.goalSheetId === null ? '缺' : `有，${one.indicators} 个指标`}
          <button
            type="button"
            className="link"
            onClick={() => show('goals', { kind: 'row', entity: 'project', id: project.id, field: null })}
          >
            {one.goalSheetId === null ? '去新建' : '查看目标表'}
          </button>
        </dd>
        <dt>采购</dt>
        <dd>
          {one.procurementItems === 0 ? '无' : `${one.procurementItems} 条，${yuan(one.procurement)}`}
          <button type="button" className="link" onClick={() => show('procurement')}>
            {one.procurementItems === 0 ? '去编采购' : '查看采购'}
          </button>
        </dd>
        <dt>审核</dt>
        <dd>
          {findings.error} 处错误、{findings.warning} 处警告
          {findings.error + findings.warning === 0 ? null : (
            <button type="button" className="link" onClick={() => show('checks')}>
              查看审核
            </button>
          )}
        </dd>
      </dl>
      {doing === 'duplicate' ? <Duplicate one={one} onClose={close} /> : null}
      {doing === 'merge' ? <Merge one={one} all={all} onClose={close} /> : null}
      {doing === 'split' ? <Split one={one} lines={lines} onClose={close} /> : null}
      {doing === 'move' ? <MoveLines one={one} all={all} lines={lines} onClose={close} /> : null}
    </aside>
  );
}

function useCodeNames(year: number): ReadonlyMap<string, string> {
  const functional = useCall('codes.list', { catalogue: 'functional', year });
  const economic = useCall('codes.list', { catalogue: 'deptEconomic', year });
  const codes = [functional, economic].flatMap((asked) => (asked.kind === 'ready' ? asked.value : []));
  return new Map(codes.map(({ code, name }) => [code, name]));
}
