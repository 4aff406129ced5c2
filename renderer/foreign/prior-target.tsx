/** Which budget prior-year figures go into: one that is there, or a new one. */
import { useMemo } from 'react';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { labelOf, STAGES, STATUSES } from '../../shared/entities/vocabulary.ts';
import type { ForeignState } from '../../shared/foreign/state-types.ts';
import { useCall } from '../state/query.ts';
import { unpackRows } from '../state/unpack-rows.ts';

type Stage = RowOfEntity<'budget'>['stage'];

export type Target =
  | { readonly kind: 'budget'; readonly budgetId: number }
  | { readonly kind: 'new'; readonly unitId: number; readonly year: number; readonly stage: Stage };

export interface Targets {
  readonly units: readonly RowOfEntity<'unit'>[];
  readonly budgets: readonly RowOfEntity<'budget'>[];
  /** The unit's budget of the year after the workbook's, else the newest. */
  readonly first: Target | null;
  /** Why a target cannot take figures; null when it can. */
  readonly reason: (target: Target | null) => string | null;
  /** What to look at twice before taking figures; null when all is as expected. */
  readonly doubt: (target: Target | null) => string | null;
}

export function useTargets({ year, unitName }: ForeignState): Targets {
  const unitList = useCall('unit.list', { parentId: null });
  const budgetList = useCall('budget.list', { parentId: null });
  return useMemo(() => {
    const units = unitList.kind === 'ready' ? unpackRows<'unit'>(unitList.value) : [];
    const budgets = budgetList.kind === 'ready' ? unpackRows<'budget'>(budgetList.value) : [];
    const open = budgets.filter(({ status }) => status === 'draft');
    const named = units.find(({ name }) => name === unitName);
    const next = open.filter((budget) => budget.year === year + 1);
    const best =
      next.find(({ unitId }) => unitId === named?.id) ?? next[0] ?? [...open].sort((a, b) => b.year - a.year)[0];
    const unit = named ?? units[0];
    const budgetOf = (target: Target | null) =>
      target?.kind === 'budget' ? budgets.find(({ id }) => id === target.budgetId) : undefined;
    return {
      units,
      budgets: open,
      first:
        best !== undefined
          ? { kind: 'budget', budgetId: best.id }
          : unit === undefined
            ? null
            : { kind: 'new', unitId: unit.id, year: year + 1, stage: 'first' },
      reason: (target) => {
        if (target?.kind !== 'new') return target === null ? '账套中没有可以修改的预算。' : null;
        const same = budgets.some(
          (budget) => budget.unitId === target.unitId && budget.year === target.year && budget.stage === target.stage,
        );
        return same ? '这个单位已有这一年度、这一阶段的预算。' : null;
      },
      doubt: (target) => {
        const budget = budgetOf(target);
        const into = target?.kind === 'new' ? target : budget;
        if (into === undefined) return null;
        const own = units.find(({ id }) => id === into.unitId);
        const doubts = [
          into.year === year + 1 ? [] : [`文件是${year}年的，不是${into.year}年的上年`],
          own === undefined || unitName === '' || own.name === unitName
            ? []
            : [`文件是“${unitName}”的，预算是“${own.name}”的`],
        ].flat();
        return doubts.length === 0 ? null : `请核对：${doubts.join('；')}。`;
      },
    };
  }, [unitList, budgetList, year, unitName]);
}

interface TargetChoiceProps {
  readonly targets: Targets;
  readonly target: Target | null;
  readonly onTarget: (target: Target) => void;
}

const NEW = 'new';

export function TargetChoice({ targets, target, onTarget }: TargetChoiceProps) {
  const { units, budgets } = targets;
  const fresh = target?.kind === 'new' ? target : null;
  const reason = targets.reason(target);
  const doubt = targets.doubt(target);
  const nameOf = (unitId: number) => units.find(({ id }) => id === unitId)?.name ?? '';
  const begin = (): Target => ({
    kind: 'new',
    unitId: units[0]?.id ?? 0,
    year: new Date().getFullYear() + 1,
    stage: 'first',
  });
  return (
    <div className="foreign-target">
      <label>
        取入
        <select
          className="select"
          value={target?.kind === 'budget' ? String(target.budgetId) : NEW}
          onChange={({ currentTarget: { value } }) =>
            onTarget(value === NEW ? begin() : { kind: 'budget', budgetId: Number.parseInt(value, 10) })
          }
        >
          {budgets.map((budget) => (
            <option key={budget.id} value={budget.id}>
              {nameOf(budget.unitId)} {budget.year}年 · {labelOf(STAGES, budget.stage)} ·{' '}
              {labelOf(STATUSES, budget.status)}
            </option>
          ))}
          <option value={NEW}>新建年度预算</option>
        </select>
      </label>
      {fresh === null ? null : (
        <>
          <label>
            单位
            <select
              className="select"
              value={fresh.unitId}
              onChange={({ currentTarget: { value } }) => onTarget({ ...fresh, unitId: Number.parseInt(value, 10) })}
            >
              {units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.code} {unit.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            年度
            <input
              className="input"
              type="number"
              min={2015}
              max={2100}
              value={fresh.year}
              onChange={({ currentTarget: { value } }) =>
                onTarget({ ...fresh, year: Number.parseInt(value, 10) || fresh.year })
              }
            />
          </label>
          <label>
            阶段
            <select
              className="select"
              value={fresh.stage}
              onChange={({ currentTarget: { value } }) => {
                const stage = STAGES.find((each) => each.value === value)?.value;
                if (stage !== undefined) onTarget({ ...fresh, stage });
              }}
            >
              {STAGES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {reason === null ? null : (
        <p className="is-problem" role="alert">
          {reason}
        </p>
      )}
      {doubt === null ? null : <p className="foreign-doubt">{doubt}</p>}
    </div>
  );
}
