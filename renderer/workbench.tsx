/** An open book: header, navigation, the page, status bar. */
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BookState, PackedRows } from '../shared/api/types.ts';
import type { EntityName, RowOfEntity } from '../shared/entities/index.ts';
import { call, failureOf } from './api.ts';
import { TrailBar } from './checks/trail-bar.tsx';
import { wantFindings } from './checks/use-findings.ts';
import { loadRecent } from './codes/recent.ts';
import type { CommandScope } from './commands/commands.ts';
import { useShortcuts } from './commands/use-shortcuts.ts';
import { pageFind } from './find/find-target.ts';
import { PageFind } from './find/page-find.tsx';
import { LinesPage } from './lines/lines-page.tsx';
import { locked } from './password/locked.ts';
import { useIdleLock } from './password/use-idle-lock.ts';
import { Header } from './shell/header.tsx';
import { Nav } from './shell/nav.tsx';
import { StatusBar } from './shell/status-bar.tsx';
import type { BookStores } from './state/book-stores.ts';
import { takeState } from './state/events.ts';
import { PAGES, type PageId } from './state/pages.ts';
import { type Asked, queries, useCall } from './state/query.ts';
import { budgetToShow, type Remembered, readRemembered, WINDOW_SETTING } from './state/remembered.ts';
import { saveState } from './state/save-state.ts';
import { NOTHING_SELECTED, selectionStatus } from './state/selection-status.ts';
import { writeSetting } from './state/settings.ts';
import { useSignal } from './state/signal.ts';
import { undoBegins } from './state/undoing.ts';
import { unpackRows } from './state/unpack-rows.ts';
import { type GoTo, type OpenBook, type Place, PlaceContext } from './state/window-state.ts';
import { TablesPage } from './tables/tables-page.tsx';
import { useBeside } from './tables/use-beside.ts';
import { Empty, FailureBox, Loading } from './ui/states.tsx';
import { notify, notifyFailure } from './ui/toasts.tsx';

const OverviewPage = lazy(() =>
  import('./pages/overview-page.tsx').then((module) => ({ default: module.OverviewPage })),
);
const UnitPage = lazy(() => import('./pages/unit-page.tsx').then((module) => ({ default: module.UnitPage })));
const ProjectsPage = lazy(() =>
  import('./pages/projects-page.tsx').then((module) => ({ default: module.ProjectsPage })),
);
const ProcurementPage = lazy(() =>
  import('./procurement/procurement-page.tsx').then((module) => ({ default: module.ProcurementPage })),
);
const GoalsPage = lazy(() => import('./goals/goals-page.tsx').then((module) => ({ default: module.GoalsPage })));
const ChecksPage = lazy(() => import('./checks/checks-page.tsx').then((module) => ({ default: module.ChecksPage })));
const DocumentPage = lazy(() =>
  import('./document/document-page.tsx').then((module) => ({ default: module.DocumentPage })),
);
const ExportPage = lazy(() => import('./pages/export-page.tsx').then((module) => ({ default: module.ExportPage })));
const HelpDialog = lazy(() => import('./commands/help-dialog.tsx').then((module) => ({ default: module.HelpDialog })));
const CarryDialog = lazy(() => import('./carry/carry-dialog.tsx').then((module) => ({ default: module.CarryDialog })));
const AboutDialog = lazy(() => import('./about/about-dialog.tsx').then((module) => ({ default: module.AboutDialog })));
const BackupDialog = lazy(() =>
  import('./backup/backup-dialog.tsx').then((module) => ({ default: module.BackupDialog })),
);
const PasswordDialog = lazy(() =>
  import('./password/password-dialog.tsx').then((module) => ({ default: module.PasswordDialog })),
);
const HistoryPanel = lazy(() =>
  import('./history/history-panel.tsx').then((module) => ({ default: module.HistoryPanel })),
);
const NewBudget = lazy(() => import('./start/new-budget.tsx').then((module) => ({ default: module.NewBudget })));

interface WorkbenchProps {
  readonly book: BookState;
  readonly stores: BookStores;
}

export function Workbench({ book, stores }: WorkbenchProps) {
  const units = useCall('unit.list', { parentId: null });
  const budgets = useCall('budget.list', { parentId: null });
  const setting = useCall('settings.get', { key: WINDOW_SETTING });
  const [changed, setChanged] = useState<Remembered | null>(null);
  useEffect(() => {
    loadRecent();
    wantFindings();
  }, []);
  const text = setting.kind === 'ready' ? setting.value : null;
  const stored = useMemo(() => readRemembered(text), [text]);
  const remembered = changed ?? stored;
  const latest = useRef(remembered);
  latest.current = remembered;
  const change = useCallback((next: Partial<Remembered>) => {
    const all = { ...latest.current, ...next };
    setChanged(all);
    writeSetting(WINDOW_SETTING, all);
  }, []);
  const allUnits = useRows<'unit'>(units);
  const allBudgets = useRows<'budget'>(budgets);
  if (units.kind === 'failed') return <FailureBox failure={units.failure} retry={units.retry} />;
  if (budgets.kind === 'failed') return <FailureBox failure={budgets.failure} retry={budgets.retry} />;
  if (units.kind === 'loading' || budgets.kind === 'loading' || setting.kind === 'loading') {
    return <Loading what="账套" />;
  }
  return (
    <Desk book={book} stores={stores} units={allUnits} budgets={allBudgets} remembered={remembered} onChange={change} />
  );
}

/** The rows of an answer, the same ones as long as the answer is. */
function useRows<N extends EntityName>(asked: Asked<PackedRows>): readonly RowOfEntity<N>[] {
  const packed = asked.kind === 'ready' ? asked.value : null;
  return useMemo(() => (packed === null ? [] : unpackRows<N>(packed)), [packed]);
}

interface DeskProps extends WorkbenchProps {
  readonly units: readonly RowOfEntity<'unit'>[];
  readonly budgets: readonly RowOfEntity<'budget'>[];
  readonly remembered: Remembered;
  readonly onChange: (next: Partial<Remembered>) => void;
}

function Desk({ book, stores, units, budgets, remembered, onChange }: DeskProps) {
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const [history, setHistory] = useState(false);
  const [over, setOver] = useState<'help' | 'about' | 'budget' | 'carry' | 'backup' | 'password' | null>(null);
  const finding = useSignal(pageFind);
  const open = useOpenBook(book);
  const idle = useMemo(() => (open.sealed ? () => void lock(open, stores) : null), [open, stores]);
  useIdleLock(idle);
  const budget = budgetToShow(remembered, units, budgets);
  const unit = units.find((each) => each.id === budget?.unitId);
  const totals = useCall(
    'totals.get',
    budget === undefined || remembered.page !== null ? null : { budgetId: budget.id },
  );
  // A book without lines opens with the next steps, any other at work.
  const empty = totals.kind === 'ready' && totals.value.lines === 0;
  const page = remembered.page ?? (totals.kind === 'loading' ? null : empty ? 'overview' : 'spending');
  const beside = useBeside(remembered, onChange);
  const { amountUnit } = remembered;
  const place = useMemo((): Place | null => {
    if (budget === undefined || unit === undefined || page === null) return null;
    return {
      book: open,
      stores,
      unit,
      budget,
      page,
      amountUnit,
      ...beside,
      goTo,
      show: (next, where, budgetId) => {
        selectionStatus.set(NOTHING_SELECTED);
        pageFind.set(false);
        setGoTo(where ?? null);
        onChange(budgetId === undefined ? { page: next } : { page: next, budget: budgetId });
      },
      backup: () => setOver('backup'),
      password: () => setOver('password'),
    };
  }, [open, stores, unit, budget, page, amountUnit, beside, goTo, onChange]);
  if (place === null) {
    return budget === undefined ? <Empty title="这个账套里还没有单位预算。" /> : <Loading what="账套" />;
  }
  const step = (name: 'history.undo' | 'history.redo') => {
    const [label, done] = name === 'history.undo' ? [book.undo, '撤销'] : [book.redo, '重做'];
    undoBegins(`已${done}：${label ?? ''}`, notify);
    return call(name, {}).then(takeState, (error: unknown) => notifyFailure(failureOf(error)));
  };
  const scope: CommandScope = {
    ...place,
    book,
    undo: () => step('history.undo'),
    redo: () => step('history.redo'),
    reassure: () => notify(reassurance(stores)),
    switchUnit: () => onChange({ amountUnit: amountUnit === 'yuan' ? 'wan' : 'yuan' }),
    history: () => setHistory((shown) => !shown),
    help: () => setOver('help'),
    leaveBook: () => leave(stores),
  };
  return (
    <PlaceContext.Provider value={place}>
      <Shortcuts scope={scope} />
      <div className="workbench">
        <Header
          scope={scope}
          units={units}
          budgets={budgets}
          onBudget={(id) => onChange({ budget: id })}
          onNewBudget={() => setOver('budget')}
          onCarry={() => setOver('carry')}
        />
        <Nav />
        <TrailBar />
        <main className="page" key={`${place.page}|${place.budget.id}`}>
          <Suspense fallback={<Loading what={PAGES.find((each) => each.id === place.page)?.label ?? ''} />}>
            <PageOf page={place.page} />
          </Suspense>
        </main>
        <Suspense fallback={null}>{history ? <HistoryPanel onClose={() => setHistory(false)} /> : null}</Suspense>
        <StatusBar />
        {finding ? <PageFind key={place.page} /> : null}
      </div>
      <Suspense fallback={null}>
        {over === 'help' ? <HelpDialog onClose={() => setOver(null)} onAbout={() => setOver('about')} /> : null}
        {over === 'about' ? <AboutDialog onClose={() => setOver(null)} /> : null}
        {over === 'backup' ? (
          <BackupDialog
            readOnly={book.readOnly}
            settled={() => stores.settled()}
            onClose={() => setOver(null)}
            onRestored={() => setOver(null)}
          />
        ) : null}
        {over === 'password' ? <PasswordDialog onClose={() => setOver(null)} /> : null}
        {over === 'carry' ? (
          <CarryDialog
            budget={place.budget}
            onClose={() => setOver(null)}
            onCreated={(id) => {
              setOver(null);
              onChange({ budget: id, page: null });
            }}
          />
        ) : null}
        {over === 'budget' ? (
          <NewBudget
            unit={place.unit}
            onClose={() => setOver(null)}
            onCreated={(id) => {
              setOver(null);
              onChange({ budget: id, page: null });
            }}
          />
        ) : null}
      </Suspense>
    </PlaceContext.Provider>
  );
}

function Shortcuts({ scope }: { readonly scope: CommandScope }) {
  useShortcuts(scope);
  return null;
}

/** Drawn anew when it is another page; what changes in a page it watches itself. */
const PageOf = memo(function PageOf({ page }: { readonly page: PageId }) {
  switch (page) {
    case 'overview':
      return <OverviewPage />;
    case 'unit':
      return <UnitPage />;
    case 'income':
    case 'spending':
      return <LinesPage side={page} />;
    case 'projects':
      return <ProjectsPage />;
    case 'procurement':
      return <ProcurementPage />;
    case 'goals':
      return <GoalsPage />;
    case 'tables':
      return <TablesPage />;
    case 'document':
      return <DocumentPage />;
    case 'checks':
      return <ChecksPage />;
    case 'export':
      return <ExportPage />;
  }
});

/** The book as it is open: the same object whatever is changed in it. */
function useOpenBook({ opening, name, folder, readOnly, sealed, readOnlyReason }: BookState): OpenBook {
  return useMemo(
    () => ({ opening, name, folder, readOnly, sealed, readOnlyReason }),
    [opening, name, folder, readOnly, sealed, readOnlyReason],
  );
}

function reassurance(stores: BookStores): string {
  const state = saveState.get();
  if (state.kind === 'failed' || stores.unsaved > 0) {
    return '已录入的内容都在；标红或标点的行改好后会自动保存，关闭程序也不会丢。';
  }
  return '已自动保存，无需手动保存。';
}

/** Closes a sealed book after a pause; what was typed is in the book first. */
async function lock(book: OpenBook, stores: BookStores): Promise<void> {
  try {
    await stores.settled();
    locked.set(`账套“${book.name}”一段时间没有操作，已锁定。录入的内容都已保存。`);
    await call('book.lock', {});
    queries.setQueryData(['book.state', {}], null);
  } catch (error) {
    locked.set(null);
    notifyFailure(failureOf(error));
  }
}

async function leave(stores: BookStores): Promise<void> {
  try {
    await stores.settled();
    await call('book.close', {});
    queries.setQueryData(['book.state', {}], null);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}
