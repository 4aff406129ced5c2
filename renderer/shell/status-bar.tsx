/** The lower edge: totals, balance, what is selected, and whether everything is in the book. */
import { memo } from 'react';
import { showAmount } from '../../shared/intake/show-cell.ts';
import { amountInWords } from '../../shared/money/amount-in-words.ts';
import { fen } from '../../shared/money/fen.ts';
import { expenditureTotal } from '../../shared/overview/expenditure-total.ts';
import { call, failureOf } from '../api.ts';
import { type TablesScope, useTablesScope } from '../consolidation/scope.ts';
import { takeState } from '../state/events.ts';
import { useCall } from '../state/query.ts';
import { type SaveState, saveState } from '../state/save-state.ts';
import { selectionStatus } from '../state/selection-status.ts';
import { useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';

export const StatusBar = memo(function StatusBar() {
  const place = usePlace();
  return (
    <footer className="status-bar">
      <Totals />
      <Selected />
      {place.book.readOnly ? <ReadOnly reason={place.book.readOnlyReason} /> : <Saving />}
    </footer>
  );
});

/** Why the book cannot be changed, and the way to try again once the other one has gone. */
function ReadOnly({ reason }: { readonly reason: string | null }) {
  const edit = async () => {
    try {
      takeState(await call('book.edit', {}));
      notify('现在可以编辑了。');
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  return (
    <span className="status-item is-warning" title={reason ?? ''}>
      <button type="button" className="link" onClick={() => void edit()}>
        改为编辑
      </button>{' '}
      只读：{reason ?? '不能修改'}
    </span>
  );
}

function Totals() {
  const { budget, amountUnit, page } = usePlace();
  const tables = useTablesScope();
  // The totals of what is on screen.
  const scope: TablesScope = page === 'tables' ? tables : { budgetId: budget.id };
  const asked = useCall('totals.get', scope);
  if (asked.kind !== 'ready') return <span className="status-item">…</span>;
  const { income, yearEndCarryover, difference } = asked.value;
  const name = amountUnit === 'wan' ? '万元' : '元';
  const show = (amount: number) => showAmount(amount, amountUnit);
  return (
    <>
      <span className="status-item status-unit muted">单位：{name}</span>
      {scope.consolidated ? <span className="status-item">部门汇总</span> : null}
      <span className="status-item">
        收入总计 <b>{show(income)}</b>
      </span>
      <span className="status-item">
        支出总计 <b>{show(expenditureTotal(asked.value))}</b>
      </span>
      {yearEndCarryover === 0 ? null : (
        <span className="status-item">
          其中年终结转 <b>{show(yearEndCarryover)}</b>
        </span>
      )}
      <span className={difference === 0 ? 'status-item is-balanced' : 'status-item is-unbalanced'} role="status">
        {difference === 0
          ? '✓ 收支平衡'
          : `收支不平：${difference > 0 ? '收入多' : '支出多'} ${show(Math.abs(difference))} ${name}`}
      </span>
    </>
  );
}

function Selected() {
  const { amountUnit } = usePlace();
  const { summary, problem, help, path, amount } = useSignal(selectionStatus);
  if (problem !== null) {
    return (
      <span className="status-item is-problem" title={problem}>
        {problem}
      </span>
    );
  }
  if (summary?.sum != null && summary.average !== null) {
    return (
      <span className="status-item is-wide">
        求和 <b>{showAmount(summary.sum, amountUnit)}</b>　计数 <b>{summary.filled}</b>　平均{' '}
        <b>{showAmount(summary.average, amountUnit)}</b>
      </span>
    );
  }
  if (summary !== null) return <span className="status-item is-wide">计数 {summary.filled}</span>;
  const words = amount === null ? null : amountInWords(fen(amount));
  return <span className="status-item is-wide muted">{words === null ? (path ?? help ?? '') : `大写：${words}`}</span>;
}

function Saving() {
  const { stores } = usePlace();
  const state = useSignal(saveState);
  return (
    <span className={state.kind === 'failed' ? 'status-item is-problem' : 'status-item'} role="status">
      {savingText(state)}
      {state.kind === 'failed' ? (
        <button type="button" className="link" onClick={() => stores.retry()}>
          再保存一次
        </button>
      ) : null}
    </span>
  );
}

function savingText(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
      return '自动保存已开启';
    case 'saving':
      return '正在保存…';
    case 'saved':
      return `已保存 ${state.at}`;
    case 'failed':
      return `保存失败：${state.failure.sentence}${state.failure.remedy}`;
  }
}
