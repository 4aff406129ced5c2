/** 更换表式: another form for one sheet or for all of the budget; the indicators go where that form has their places. */
import { useState } from 'react';
import type { FormFamily } from '../../shared/goals/form-spec.ts';
import { formOf, formsFor, placesOf } from '../../shared/goals/forms.ts';
import type { GoalSheetOverview } from '../../shared/goals/overview.ts';
import { call } from '../api.ts';
import { Operation, Tick } from '../projects/operation.tsx';
import { usePlace } from '../state/window-state.ts';

interface ChangeFormProps {
  readonly sheet: { readonly id: number };
  readonly form: FormFamily;
  readonly sheets: readonly GoalSheetOverview[];
  readonly onClose: () => void;
}

export function ChangeForm({ sheet, form, sheets, onClose }: ChangeFormProps) {
  const { budget, stores } = usePlace();
  const families = formsFor(budget.year);
  const [to, setTo] = useState(families.find(({ id }) => id !== form.id)?.id ?? form.id);
  const [all, setAll] = useState(false);
  const chosen = all ? sheets.flatMap(({ sheetId }) => sheetId ?? []) : [sheet.id];
  const target = formOf(to);
  const run = async () => {
    await stores.settled();
    return call('goal.changeForm', { sheets: chosen, form: to });
  };
  return (
    <Operation
      title="更换表式"
      action="更换"
      effect={
        to === form.id && !all
          ? null
          : `${chosen.length} 张目标表改用“${target.label}”，指标按二级指标归位，放不下的留在原名下并标出；文字和资金不变。`
      }
      lacks="已经是这个表式。"
      done={`${chosen.length} 张目标表已改用“${target.label}”`}
      run={run}
      onClose={onClose}
    >
      <fieldset className="goal-forms">
        <legend>表式</legend>
        {families.map((family) => (
          <label key={family.id} className="operation-tick">
            <input type="radio" name="goal-form" checked={family.id === to} onChange={() => setTo(family.id)} />
            <span>
              <b>{family.label}</b>
              {family.id === form.id ? '（当前）' : ''}
              <small>
                {levelsText(family)}；{family.basis}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <Tick
        label={`本预算的 ${sheets.filter(({ sheetId }) => sheetId !== null).length} 张目标表都更换`}
        checked={all}
        onChange={setAll}
      />
    </Operation>
  );
}

function levelsText(family: FormFamily): string {
  const names = family.levels.map(({ name }) => name).join('、');
  return `${names}（${placesOf(family).length} 类二级指标）`;
}
