/** 沿用: parts of another goal sheet taken over into this one, likely sheets first. */
import { useMemo, useState } from 'react';
import type { GoalSource } from '../../shared/api/types.ts';
import { REUSE_PARTS, type ReusePart } from '../../shared/goals/reuse.ts';
import { call } from '../api.ts';
import { Operation, Tick } from '../projects/operation.tsx';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { RowList } from '../ui/row-list.tsx';
import { Shown } from '../ui/states.tsx';

interface ReuseProps {
  readonly sheet: { readonly id: number; readonly revision: number };
  readonly name: string;
  readonly year: number;
  readonly onClose: () => void;
}

const LIKENESS = { same: '同一项目', alike: '同名项目' } as const;

export function ReuseDialog({ sheet, name, year, onClose }: ReuseProps) {
  const { stores, budget, unit } = usePlace();
  const asked = useCall('goal.sources', { sheetId: sheet.id });
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<number | null>(null);
  const [parts, setParts] = useState<ReadonlySet<ReusePart>>(new Set(['texts', 'goals', 'implementation', 'annual']));
  const [replace, setReplace] = useState(false);
  const [moveYears, setMoveYears] = useState(true);
  const sources = asked.kind === 'ready' ? asked.value : [];
  const shown = useMemo(() => {
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return sources.filter((one) => words.every((word) => textOf(one).toLowerCase().includes(word)));
  }, [sources, query]);
  const [likely] = sources;
  const from = sources.find(({ sheetId }) => sheetId === picked) ?? (likely?.likeness != null ? likely : undefined);
  const toggle = (part: ReusePart, on: boolean) => {
    const next = new Set(parts);
    if (on) next.add(part);
    else next.delete(part);
    setParts(next);
  };
  const run = async () => {
    await stores.settled();
    const { store } = stores.shelf('goalSheet', budget.id);
    const revision = store.get(sheet.id)?.revision ?? sheet.revision;
    const fromSheetId = from?.sheetId ?? 0;
    return call('goal.reuse', { sheetId: sheet.id, revision, fromSheetId, parts: [...parts], replace, moveYears });
  };
  const taken = REUSE_PARTS.filter(({ value }) => parts.has(value));
  return (
    <Operation
      title={`沿用到“${name}”`}
      action="沿用"
      effect={
        from === undefined || taken.length === 0
          ? null
          : `从${from.year}年“${from.name}”取来${taken.map(({ label }) => label).join('、')}；空着的不覆盖。`
      }
      lacks={from === undefined ? '请选择取自哪张目标表。' : '请勾选要沿用的内容。'}
      done="已沿用所选内容"
      run={run}
      onClose={onClose}
    >
      <input
        type="search"
        className="input"
        placeholder="按项目、单位或年度搜索"
        aria-label="搜索可沿用的目标表"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Shown asked={asked} what="可沿用的目标表">
        {() => (
          <div className="goal-sources">
            <RowList label="可沿用的目标表" rows={shown} height={34} keyOf={({ sheetId }) => sheetId}>
              {(one, tabIndex) => (
                <label className="operation-tick">
                  <input
                    type="radio"
                    name="goal-source"
                    tabIndex={tabIndex}
                    checked={one.sheetId === from?.sheetId}
                    onChange={() => setPicked(one.sheetId)}
                  />
                  <span className="goal-source-name">{one.name}</span>
                  {one.likeness === null ? null : <span className="tag is-warning">{LIKENESS[one.likeness]}</span>}
                  <span className="muted">
                    {one.unitName === unit.name ? '' : `${one.unitName} · `}
                    {one.year}年 · 指标 {one.indicators.implementation}/{one.indicators.annual}
                  </span>
                </label>
              )}
            </RowList>
          </div>
        )}
      </Shown>
      <fieldset className="goal-parts">
        <legend>沿用的内容</legend>
        {REUSE_PARTS.map(({ value, label }) => (
          <Tick key={value} label={label} checked={parts.has(value)} onChange={(on) => toggle(value, on)} />
        ))}
      </fieldset>
      <Tick label="替换本表已有的指标（不勾选则追加在后面）" checked={replace} onChange={setReplace} />
      {from === undefined || from.year === year ? null : (
        <Tick
          label={`文字和指标里的年份顺延（如“${from.year}年”改为“${year}年”）`}
          checked={moveYears}
          onChange={setMoveYears}
        />
      )}
    </Operation>
  );
}

const textOf = ({ name, year, unitName, form }: GoalSource): string => `${name} ${year} ${unitName} ${form}`;
