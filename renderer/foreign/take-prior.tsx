/** 取作上年数: which figures of the workbook become prior-year figures, of which budget; looked over before it counts. */
import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { BookState } from '../../shared/api/types.ts';
import { cellName } from '../../shared/foreign/sheet.ts';
import type { ForeignPrior, ForeignState } from '../../shared/foreign/state-types.ts';
import { formatWan } from '../../shared/money/format.ts';
import { call, failureOf } from '../api.ts';
import { NewBook } from '../start/new-book.tsx';
import { takeState } from '../state/events.ts';
import { queries, useCall } from '../state/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox, Shown } from '../ui/states.tsx';
import { notify } from '../ui/toasts.tsx';
import { closeForeign } from './foreign.ts';
import { type Target, TargetChoice, useTargets } from './prior-target.tsx';

interface TakePriorProps {
  readonly state: ForeignState;
  readonly onClose: () => void;
}

export function TakePrior({ state, onClose }: TakePriorProps) {
  const book = useCall('book.state', {});
  if (book.kind !== 'ready') return null;
  return book.value === null ? (
    <IntoNewBook state={state} onClose={onClose} />
  ) : (
    <IntoBook book={book.value} state={state} onClose={onClose} />
  );
}

/** The measures ticked: at first all that the workbook has. */
function useTicks(prior: ForeignPrior | null) {
  const [ticks, setTicks] = useState<ReadonlySet<string> | null>(null);
  const all = useMemo(
    () => new Set<string>(prior?.figures.filter(({ amount }) => amount !== null).map(({ measure }) => measure)),
    [prior],
  );
  const ticked = ticks ?? all;
  const tick = (measure: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(measure);
    else next.delete(measure);
    setTicks(next);
  };
  return { ticked, tick };
}

function IntoBook({ book, state, onClose }: TakePriorProps & { readonly book: BookState }) {
  const targets = useTargets(state);
  const [chosen, setTarget] = useState<Target | null>(null);
  const target = chosen ?? targets.first;
  const budgetId = target?.kind === 'budget' ? target.budgetId : null;
  const asked = useCall('foreign.prior', { fileId: state.fileId, budgetId });
  const { ticked, tick } = useTicks(asked.kind === 'ready' ? asked.value : null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    if (target === null) return;
    setBusy(true);
    setFailure(null);
    try {
      const into =
        target.kind === 'budget'
          ? { budgetId: target.budgetId, unitId: null, year: null, stage: null }
          : { budgetId: null, unitId: target.unitId, year: target.year, stage: target.stage };
      const taken = await call('foreign.takePrior', { fileId: state.fileId, ...into, measures: [...ticked] });
      takeState(taken.state);
      await queries.refetchQueries({ queryKey: ['budget.list'] });
      notify(`已取入 ${taken.filled} 项上年数。可撤销。`);
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(false);
  };
  const ready = !busy && target !== null && ticked.size > 0 && !book.readOnly && targets.reason(target) === null;
  return (
    <Dialog
      title="取作上年数"
      width={860}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button is-primary" disabled={!ready} onClick={() => void take()}>
            取入 {ticked.size} 项
          </button>
        </>
      }
    >
      <TargetChoice targets={targets} target={target} onTarget={setTarget} />
      {book.readOnly ? <p className="is-problem">账套现在只能查看，不能取入。</p> : null}
      <Shown asked={asked} what="数字">
        {(prior) => (
          <FigureTable prior={prior} state={state} ticked={ticked} onTick={tick} compare={budgetId !== null} />
        )}
      </Shown>
      {failure === null ? null : <FailureBox failure={failure} />}
    </Dialog>
  );
}

/** Without a book: figures are chosen, then a book is made that begins with them. */
function IntoNewBook({ state, onClose }: TakePriorProps) {
  const asked = useCall('foreign.prior', { fileId: state.fileId, budgetId: null });
  const { ticked, tick } = useTicks(asked.kind === 'ready' ? asked.value : null);
  const [making, setMaking] = useState(false);
  const measures = [...ticked];
  return (
    <Dialog
      title="取作上年数"
      width={860}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={ticked.size === 0}
            onClick={() => setMaking(true)}
          >
            以这 {ticked.size} 项新建账套…
          </button>
        </>
      }
    >
      <p className="muted">还没有打开账套。可以先打开账套再取，或用这些数新建一个 {state.year + 1} 年的账套。</p>
      <Shown asked={asked} what="数字">
        {(prior) => <FigureTable prior={prior} state={state} ticked={ticked} onTick={tick} compare={false} />}
      </Shown>
      {making ? (
        <NewBook
          initial={{ unitName: state.unitName === '' ? null : state.unitName, year: state.year + 1 }}
          onClose={() => setMaking(false)}
          onCreate={(input) => call('foreign.startBook', { fileId: state.fileId, ...input, measures })}
          onCreated={(next) => {
            closeForeign();
            takeState(next);
            notify(`已新建账套，取入 ${measures.length} 项上年数。`);
          }}
        />
      ) : null}
    </Dialog>
  );
}

interface FigureTableProps {
  readonly prior: ForeignPrior;
  readonly state: ForeignState;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (measure: string, on: boolean) => void;
  /** Whether the budget's own figures stand beside. */
  readonly compare: boolean;
}

function FigureTable({ prior, state, ticked, onTick, compare }: FigureTableProps) {
  const [announced, announce] = useState('');
  useEffect(() => announce(`选了 ${ticked.size} 项`), [ticked]);
  return (
    <>
      <table className="list-table foreign-prior">
        <thead>
          <tr>
            <th>取</th>
            <th>指标</th>
            <th className="is-right">{prior.year}年（万元）</th>
            <th>在表上的位置</th>
            {compare ? <th className="is-right">预算中现有（万元）</th> : null}
          </tr>
        </thead>
        <tbody>
          {prior.figures.map(({ measure, label, amount, place, reason, there }) => (
            <tr key={measure}>
              <td>
                <input
                  type="checkbox"
                  aria-label={label}
                  disabled={amount === null}
                  checked={ticked.has(measure)}
                  onChange={(event) => onTick(measure, event.currentTarget.checked)}
                />
              </td>
              <td>{label}</td>
              <td className="is-right">{amount === null ? '—' : formatWan(amount, { group: true })}</td>
              <td className="muted">
                {reason ??
                  (place === null
                    ? '没有这一行，按 0'
                    : `${state.sheets[place.sheet]?.name || '文件'} ${cellName(place)}`)}
              </td>
              {compare ? (
                <td className="is-right">
                  {there === null ? '' : formatWan(there, { group: true })}
                  {there !== null && amount !== null && there !== amount && ticked.has(measure) ? (
                    <span className="tag is-warning">将被替换</span>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted" role="status">
        {announced}
        {prior.figures.some(({ rounded }) => rounded) ? '；只有万元数的，比较时先取本年的万元数再相减。' : ''}
      </p>
    </>
  );
}
