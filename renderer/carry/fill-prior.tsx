/** 取上年数: fills the prior-year figures from last year's budget in the same book. */
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { usePlace } from '../state/window-state.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';

export function FillPrior() {
  const { budget, book } = usePlace();
  const fill = async () => {
    try {
      const answer = await call('prior.fill', { budgetId: budget.id, fromBudgetId: null, overwrite: false });
      takeState(answer.state);
      const kept = answer.kept === 0 ? '' : `，原有的 ${answer.kept} 项没有改动`;
      notify(`已按${budget.year - 1}年的明细填入 ${answer.filled} 项上年数${kept}。可撤销。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  return (
    <button
      type="button"
      className="button"
      disabled={book.readOnly || budget.status !== 'draft'}
      title={`由本账套中${budget.year - 1}年的预算精确算出；已填的不改`}
      onClick={() => void fill()}
    >
      取上年数
    </button>
  );
}
