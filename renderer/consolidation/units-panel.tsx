/** 汇总范围: the department's units with state, totals and errors, which are missing, and what is to be said of the tables. */

import type { ConsolidationState } from '../../shared/consolidation/state-types.ts';
import { labelOf, STAGES } from '../../shared/entities/vocabulary.ts';
import { ImportTask } from '../pages/import-task.tsx';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { Shown } from '../ui/states.tsx';
import { DepartmentWorkbook } from './department-workbook.tsx';
import { OutsideUnits } from './outside-units.tsx';
import { TableFindings } from './table-findings.tsx';
import { UnitTable } from './unit-table.tsx';
import '../styles/consolidation.css';

export function UnitsPanel() {
  const { budget } = usePlace();
  const asked = useCall('consolidation.get', { budgetId: budget.id });
  return (
    <div className="units-panel">
      <Shown asked={asked} what="汇总范围">
        {(state) => <Units state={state} />}
      </Shown>
    </div>
  );
}

function Units({ state }: { readonly state: ConsolidationState }) {
  const { budget } = usePlace();
  const missing = state.units.filter((unit) => unit.budget === null).length;
  const below = state.units.length - 1;
  return (
    <>
      <header className="page-head">
        <h2>
          {budget.year}年{labelOf(STAGES, budget.stage)}部门汇总
        </h2>
        <span className="muted">本级和 {below} 个下属单位，每张表都按各单位现在的数合计。</span>
        {missing === 0 ? null : <span className="notice">缺 {missing} 个单位的预算，合计里没有它们。</span>}
      </header>
      <div className="units-actions">
        <ImportTask compact />
        <ImportTask compact folder />
        <DepartmentWorkbook compact />
      </div>
      <UnitTable units={state.units} totals={state.totals} />
      {state.outside.length === 0 ? null : <OutsideUnits units={state.outside} />}
      <TableFindings findings={state.findings} />
    </>
  );
}
