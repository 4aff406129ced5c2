/** 本单位 or 部门汇总, and the way up to the consolidation that the unit is part of; nothing where a unit stands alone. */
import { useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';
import { consolidatedChosen, useBudgetAbove, useMayConsolidate } from './scope.ts';

export function ScopeSwitch({ onChange }: { readonly onChange: (consolidated: boolean) => void }) {
  const { show } = usePlace();
  const may = useMayConsolidate();
  const above = useBudgetAbove();
  const consolidated = useSignal(consolidatedChosen);
  const choose = (next: boolean) => {
    consolidatedChosen.set(next);
    onChange(next);
  };
  const goUp = (budgetId: number) => {
    consolidatedChosen.set(true);
    show('tables', undefined, budgetId);
  };
  return (
    <>
      {above === null ? null : (
        <button type="button" className="link" onClick={() => goUp(above)}>
          ↑ 主管部门的汇总
        </button>
      )}
      {may ? (
        <div className="segmented" role="radiogroup" aria-label="公开表的范围">
          {[false, true].map((each) => (
            <label key={String(each)} className={consolidated === each ? 'is-on' : ''}>
              <input type="radio" name="tables-scope" checked={consolidated === each} onChange={() => choose(each)} />
              {each ? '部门汇总' : '本单位'}
            </label>
          ))}
        </div>
      ) : null}
    </>
  );
}
