/** 绩效目标: the list of sheets, and the chosen one beside it as on paper. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { formOf, formsFor } from '../../shared/goals/forms.ts';
import type { GoalSheetOverview } from '../../shared/goals/overview.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { useCall } from '../state/query.ts';
import { sendRows } from '../state/send-rows.ts';
import { useSignal } from '../state/signal.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { focusField } from './focus-order.ts';
import { NoSheet } from './no-sheet.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetList } from './sheet-list.tsx';
import { SheetView } from './sheet-view.tsx';
import { lastSubject, lookAt, type Subject, targetOf } from './subject.ts';
import '../styles/projects.css';
import '../styles/goals.css';
import '../styles/goal-paper.css';
import '../styles/goal-indicators.css';

export function GoalsPage() {
  const place = usePlace();
  const { stores, budget, unit, book } = place;
  const shelf = stores.shelf('goalSheet', budget.id);
  const ready = useReady(shelf);
  const asked = useCall('goal.overview', { budgetId: budget.id });
  const version = useSyncExternalStore(
    (listener) => shelf.store.subscribe(listener),
    () => shelf.store.version,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with their version
  const bySubject = useMemo(
    () =>
      new Map(
        shelf.store.order.flatMap((id) => {
          const row = shelf.store.get(id);
          return row === undefined ? [] : [[subjectOf(row.values.projectId), row] as const];
        }),
      ),
    [shelf.store, version],
  );
  const { goTo } = place;
  const ofIndicator = goTo?.kind === 'row' && goTo.entity === 'indicator' ? { indicatorId: goTo.id } : null;
  const sheetOf = useCall('goal.sheetOf', ofIndicator);
  const owner = sheetOf.kind === 'ready' ? sheetOf.value : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: leads somewhere once, when its sheet is known
  const target = useMemo(
    () => targetOf(goTo, (id) => subjectIn(shelf.store.get(id)?.values), owner),
    [goTo, owner, ready.kind],
  );
  const remembered = useSignal(lastSubject).get(budget.id);
  const [listed, setListed] = useState(false);
  // A request leads somewhere once: whoever has gone on is not led back.
  const [followed, setFollowed] = useState<typeof goTo>(null);
  const sheets = asked.kind === 'ready' ? asked.value : null;
  const subject = remembered !== undefined ? remembered : (sheets?.[1]?.projectId ?? null);
  useEffect(() => {
    if (target !== null) lookAt(budget.id, target.subject);
  }, [target, budget.id]);
  if (ready.kind === 'failed') return <FailureBox failure={ready.failure} retry={ready.retry} />;
  if (asked.kind === 'failed') return <FailureBox failure={asked.failure} retry={asked.retry} />;
  if (ready.kind === 'loading' || sheets === null) return <Loading what="绩效目标表" />;

  const readOnly = book.readOnly || budget.status !== 'draft';
  const overview = sheets.find(({ projectId }) => projectId === subject) ?? sheets[0] ?? null;
  const shownSubject = overview?.projectId ?? null;
  const row = bySubject.get(shownSubject);
  const form = formOf(String(row?.values.form ?? usualForm(sheets, budget.year)));
  const choose = (next: Subject) => {
    setFollowed(goTo);
    lookAt(budget.id, next);
    setListed(false);
  };
  const make = async (subjects: readonly Subject[]) => {
    if (readOnly || subjects.length === 0) return;
    try {
      const projectIds = subjects.filter((id) => id !== null);
      const overall = subjects.includes(null);
      const form = usualForm(sheets, budget.year);
      const { sheetIds, state } = await call('goal.make', { budgetId: budget.id, form, projectIds, overall });
      takeState(state);
      await shelf.reload();
      notify(`已新建 ${sheetIds.length} 张绩效目标表，单位、资金等已填好，可撤销。`);
      if (subjects.length === 1) focusSoon();
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  const open = (sheet: GoalSheetOverview) => {
    choose(sheet.projectId);
    if (bySubject.has(sheet.projectId)) focusSoon();
    else void make([sheet.projectId]);
  };
  const copyToAnnual = async (ids: readonly number[]) => {
    if (row === undefined) return;
    try {
      await stores.settled();
      const ask = { sheetId: row.id, indicators: ids, all: ids.length === 0, goal: ids.length === 0 };
      const { indicators, state } = await call('goal.copyToAnnual', ask);
      takeState(state);
      notify(`已把 ${indicators} 个实施期指标${ids.length === 0 ? '和总体目标' : ''}复制到年度，可撤销。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  const remove = async () => {
    if (row === undefined) return;
    await stores.settled();
    const answer = await sendRows('goalSheet', budget.id, `删除“${overview?.name ?? ''}”的绩效目标表`, [], [row.id]);
    if (!answer.ok) {
      notifyFailure(answer.failure);
      return;
    }
    takeState(answer.state);
    await shelf.reload();
    notify('已删除这张绩效目标表，可撤销。');
  };
  const missing = sheets.filter(({ projectId }) => !bySubject.has(projectId)).map(({ projectId }) => projectId);
  return (
    <div className={listed ? 'goals-page is-listed' : 'goals-page'}>
      <aside className="goal-side" aria-label="绩效目标表列表">
        <SheetList sheets={sheets} subject={shownSubject} onChoose={choose} onOpen={open} />
        {missing.length > 1 && !readOnly ? (
          <button type="button" className="button goal-make-all" onClick={() => void make(missing)}>
            新建全部缺的 {missing.length} 张
          </button>
        ) : null}
      </aside>
      <div className="goal-main">
        <SheetHead
          name={overview?.name ?? unit.name}
          overview={overview}
          sheet={row === undefined ? null : { id: row.id, revision: row.revision, projectId: shownSubject }}
          form={form}
          sheets={sheets}
          readOnly={readOnly}
          onList={() => setListed(!listed)}
          onCopyToAnnual={() => void copyToAnnual([])}
          onRemove={() => void remove()}
        />
        {row === undefined ? (
          <NoSheet overview={overview} readOnly={readOnly} onMake={() => void make([shownSubject])} />
        ) : (
          <SheetView
            key={row.id}
            sheet={{ id: row.id, projectId: shownSubject }}
            form={form}
            overview={overview}
            name={overview?.name ?? unit.name}
            readOnly={readOnly}
            target={target?.subject === shownSubject && goTo !== followed ? target : null}
            onCopyToAnnual={(ids) => void copyToAnnual(ids)}
          />
        )}
      </div>
    </div>
  );
}

const subjectOf = (projectId: unknown): Subject => (typeof projectId === 'number' ? projectId : null);

function subjectIn(values: Readonly<Record<string, unknown>> | undefined): Subject | undefined {
  return values === undefined ? undefined : subjectOf(values.projectId);
}

/** The form of most sheets of the budget; in a budget without any, the newest form for its year. */
function usualForm(sheets: readonly GoalSheetOverview[], year: number): string {
  const counts = new Map<string, number>();
  for (const { form } of sheets) if (form !== null) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most?.[0] ?? formsFor(year).at(-1)?.id ?? '';
}

/** Into the first box, once the sheet is on screen. */
function focusSoon(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void focusField(null)));
}
