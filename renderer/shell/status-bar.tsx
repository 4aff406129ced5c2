/** The lower edge: totals, balance, what is selected, and whether everything is in the book. */

import { showAmount } from '../../shared/intake/show-cell.ts';
import { amountInWords } from '../../shared/money/amount-in-words.ts';
import { fen } from '../../shared/money/fen.ts';
import { useCall } from '../state/query.ts';
import { type SaveState, saveState } from '../state/save-state.ts';
import { selectionStatus } from '../state/selection-status.ts';
import { useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';

export function StatusBar() {
  const place = usePlace();
  return (
    <footer className="status-bar">
      <Totals />
      <Selected />
      {place.book.readOnly ? (
        <span className="status-item is-warning" title={place.book.readOnlyReason ?? ''}>
          只读：{place.book.readOnlyReason ?? '不能修改'}
        </span>
      ) : (
        <Saving />
      )}
    </footer>
  );
}

function Totals() {
  const { budget, amountUnit } = usePlace();
  const asked = useCall('totals.get', { budgetId: budget.id });
  if (asked.kind !== 'ready') return <span className="status-item">…</span>;
  const { income, expenditure, yearEndCarryover, difference } = asked.value;
  const name = amountUnit === 'wan' ? '万元' : '元';
  const show = (amount: number) => showAmount(amount, amountUnit);
  return (
    <>
      <span className="status-item muted">单位：{name}</span>
      <span className="status-item">
        收入总计 <b>{show(income)}</b>
      </span>
      <span className="status-item">
        支出总计 <b>{show(expenditure)}</b>
      </span>
      {yearEndCarryover === 0 ? null : (
        <span className="status-item">
          年终结转 <b>{show(yearEndCarryover)}</b>
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
  const { summary, problem, help, amount } = useSignal(selectionStatus);
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
  return <span className="status-item is-wide muted">{words === null ? (help ?? '') : `大写：${words}`}</span>;
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
