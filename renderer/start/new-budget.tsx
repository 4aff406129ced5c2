/** Another year or stage for the unit on screen. */
import { useState } from 'react';
import { api } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { budget as budgetEntity } from '../../shared/entities/budget.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { reasonAgainst } from '../../shared/shape/field-check.ts';
import { call, failureOf } from '../api.ts';
import { FieldControl } from '../forms/field-control.tsx';
import { takeState } from '../state/events.ts';
import { queries } from '../state/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox } from '../ui/states.tsx';
import { Theme } from '../ui/theme.tsx';

interface NewBudgetProps {
  readonly unit: RowOfEntity<'unit'>;
  readonly onClose: () => void;
  readonly onCreated: (budgetId: number) => void;
}

const yearField = api['budget.create'].input.year;

export function NewBudget({ unit, onClose, onCreated }: NewBudgetProps) {
  const [year, setYear] = useState<number | null>(new Date().getFullYear() + 1);
  const [stage, setStage] = useState('first');
  const [failure, setFailure] = useState<Failure | null>(null);
  const reason = reasonAgainst(yearField, year);
  const create = async () => {
    if (year === null || reason !== null) return;
    try {
      const { budgetId, state } = await call('budget.create', { unitId: unit.id, year, stage });
      takeState(state);
      await queries.refetchQueries({ queryKey: ['budget.list'] });
      onCreated(budgetId);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Dialog
      title={`新建年度预算 · ${unit.name}`}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button is-primary" disabled={reason !== null} onClick={() => void create()}>
            新建
          </button>
        </>
      }
    >
      <Theme>
        <div className="row-form is-single">
          <div className="form-row">
            <label htmlFor="new-budget-year">预算年度</label>
            <div className="form-control">
              <FieldControl
                field={yearField}
                id="new-budget-year"
                value={year}
                disabled={false}
                invalid={reason !== null}
                onChange={(value) => setYear(typeof value === 'number' ? value : null)}
                onDone={() => undefined}
              />
              {reason === null ? null : <div className="form-problem">{reason}</div>}
            </div>
          </div>
          <div className="form-row">
            <label htmlFor="new-budget-stage">编报阶段</label>
            <div className="form-control">
              <FieldControl
                field={budgetEntity.fields.stage}
                id="new-budget-stage"
                value={stage}
                disabled={false}
                invalid={false}
                onChange={(value) => setStage(String(value))}
                onDone={() => undefined}
              />
            </div>
          </div>
        </div>
        {failure === null ? null : <FailureBox failure={failure} />}
      </Theme>
    </Dialog>
  );
}
