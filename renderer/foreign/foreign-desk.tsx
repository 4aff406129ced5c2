/** 外来公开表: its tables on the left, the picture of the sheet in the middle, the findings on the right. */
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { AuditFinding } from '../../shared/foreign/audit-types.ts';
import type { ForeignState } from '../../shared/foreign/state-types.ts';
import { call, failureOf } from '../api.ts';
import { useCall } from '../state/query.ts';
import '../styles/foreign.css';
import { cellName } from '../../shared/foreign/sheet.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty, Shown } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { FindingList } from './finding-list.tsx';
import { closeForeign, foreign, openForeign } from './foreign.ts';
import { cellKeyOf, MARKS, type Mark, markOf, marksOfSheet, nextOfCell } from './marks.ts';
import { PieceHead } from './piece-head.tsx';
import { PieceList, type Stop, stopsOf } from './piece-list.tsx';
import { type Cursor, SheetPicture } from './sheet-picture.tsx';
import { Unmade } from './unmade.tsx';

const TakePrior = lazy(() => import('./take-prior.tsx').then((module) => ({ default: module.TakePrior })));

/** All but 尾差: those are many, and nothing to mend. */
type Filter = Mark | 'all';

export function ForeignDesk({ state }: { readonly state: ForeignState }) {
  const stops = useMemo(() => stopsOf(state), [state]);
  // The first table; a list of contents or a cover before it is nothing to begin with.
  const [key, setKey] = useState((stops.find(({ piece }) => piece !== null) ?? stops[0])?.key ?? '');
  const stop = stops.find((each) => each.key === key) ?? stops[0];
  const [cursor, setCursor] = useState<Cursor>({ row: stop?.row ?? 0, column: stop?.column ?? 0 });
  const [chosen, setChosen] = useState<number | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [onlyHere, setOnlyHere] = useState(false);
  const [text, setText] = useState('');
  const [over, setOver] = useState<'prior' | 'unmade' | null>(null);
  const update = (next: ForeignState) => {
    setChosen(null);
    foreign.set({ kind: 'open', state: next });
  };
  const goTo = (next: Stop, at: Cursor = next) => {
    setKey(next.key);
    setCursor({ row: at.row, column: at.column });
  };
  const choose = (place: number | null) => {
    setChosen(place);
    const finding = place === null ? undefined : state.findings[place];
    if (finding === undefined) return;
    const mark = markOf(finding);
    if (filter === 'all' ? mark === 'rounding' : filter !== mark) setFilter(mark === 'rounding' ? 'rounding' : 'all');
    if (onlyHere && finding.table !== stop?.piece?.no) setOnlyHere(false);
    const [first] = finding.cells;
    const target = first === undefined ? undefined : stopFor(stops, finding);
    if (first !== undefined && target !== undefined) goTo(target, first);
  };
  const marks = useMemo(() => marksOfSheet(state.findings, stop?.sheet ?? -1), [state, stop?.sheet]);
  const partners = useMemo(() => chosenCells(state.findings[chosen ?? -1], stop?.sheet), [state, chosen, stop?.sheet]);
  const shown = state.findings.flatMap((finding, place) => {
    const mark = markOf(finding);
    const fits = filter === 'all' ? mark !== 'rounding' : mark === filter;
    return fits && (!onlyHere || finding.table === stop?.piece?.no) ? [place] : [];
  });
  const layout = useCall('foreign.sheet', stop === undefined ? null : { fileId: state.fileId, sheet: stop.sheet });
  const head = state.sheets[stop?.sheet ?? -1];
  const onText = useCallback((next: string) => setText(next), []);
  const marked = marks.get(cellKeyOf(cursor));
  return (
    <Dialog
      title={`外来公开表：${state.name}`}
      width={window.innerWidth - 32}
      onClose={closeForeign}
      footer={
        <>
          <Summary state={state} onUnmade={() => setOver('unmade')} />
          <button type="button" className="button" onClick={() => void openForeign()}>
            换一个文件
          </button>
          <button type="button" className="button" onClick={() => void exportFindings(state.fileId)}>
            导出审核结果
          </button>
          <button type="button" className="button" onClick={() => setOver('prior')}>
            取作上年数…
          </button>
          <button type="button" className="button is-primary" onClick={closeForeign}>
            关闭
          </button>
        </>
      }
    >
      <div className="foreign">
        <PieceList state={state} stops={stops} current={stop?.key ?? ''} onChoose={goTo} />
        <div className="foreign-sheet" id="foreign-sheet" role="tabpanel" aria-labelledby={`foreign-${stop?.key}`}>
          {stop === undefined || head === undefined ? (
            <Empty title="这个工作簿是空的。" />
          ) : (
            <>
              <PieceHead state={state} stop={stop} onState={update} />
              <Shown asked={layout} what="工作表">
                {(sheet) => (
                  <SheetPicture
                    key={stop.sheet}
                    fileId={state.fileId}
                    sheet={stop.sheet}
                    head={head}
                    layout={sheet}
                    marks={marks}
                    chosen={partners}
                    cursor={cursor}
                    onCursor={(next, enter) => {
                      setCursor(next);
                      const found = enter ? marks.get(cellKeyOf(next)) : undefined;
                      if (found !== undefined) choose(nextOfCell(found, chosen));
                    }}
                    onText={onText}
                  />
                )}
              </Shown>
              <CellLine cursor={cursor} text={text} count={marked?.findings.length ?? 0} />
            </>
          )}
        </div>
        <div className="foreign-side">
          <Filters state={state} filter={filter} onFilter={setFilter} onlyHere={onlyHere} onOnlyHere={setOnlyHere} />
          {shown.length === 0 ? (
            <Empty title={state.findings.length === 0 ? '没有发现问题。' : '没有这一类问题。'} />
          ) : (
            <FindingList state={state} shown={shown} chosen={chosen} onChoose={choose} />
          )}
        </div>
      </div>
      <Suspense fallback={null}>
        {over === 'prior' ? <TakePrior state={state} onClose={() => setOver(null)} /> : null}
        {over === 'unmade' ? <Unmade state={state} onClose={() => setOver(null)} /> : null}
      </Suspense>
    </Dialog>
  );
}

/** The piece a finding is in: the one above its first cell. */
function stopFor(stops: readonly Stop[], { cells: [first], table }: AuditFinding): Stop | undefined {
  const onSheet = stops.filter(({ sheet }) => sheet === first?.sheet);
  const own = onSheet.find(({ piece }) => piece !== null && piece.no === table && !piece.isDouble);
  return own ?? onSheet.findLast(({ row }) => row <= (first?.row ?? 0)) ?? onSheet[0];
}

function chosenCells(finding: AuditFinding | undefined, sheet: number | undefined): ReadonlyMap<string, boolean> {
  const cells = finding?.cells ?? [];
  return new Map(cells.flatMap((cell, at) => (cell.sheet === sheet ? [[cellKeyOf(cell), at === 0] as const] : [])));
}

async function exportFindings(fileId: string): Promise<void> {
  try {
    const written = await call('foreign.export', { fileId, jobId: crypto.randomUUID() });
    notify(`已写入“${written.name}”。`);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}

/** The unit, or how many there are. */
function whose({ unitName, pieces }: ForeignState): string {
  const units = new Set(pieces.flatMap((piece) => piece.unitName ?? []));
  return units.size > 1 ? `${units.size}个单位` : unitName || '没有写单位名称';
}

function Summary({ state, onUnmade }: { readonly state: ForeignState; readonly onUnmade: () => void }) {
  const found = state.pieces.filter(({ no, isDouble }) => no !== null && !isDouble).length;
  return (
    <span className="foreign-summary" role="status">
      {state.year}年 · {whose(state)} · 认出 {found} 张表，做了 {state.made} 项勾稽核对
      {state.unmade.length === 0 ? null : (
        <button type="button" className="link" onClick={onUnmade}>
          {state.unmade.length} 项没有做
        </button>
      )}
    </span>
  );
}

function CellLine({ cursor, text, count }: { readonly cursor: Cursor; readonly text: string; readonly count: number }) {
  return (
    <div className="foreign-cell" role="status">
      <b>{cellName(cursor)}</b>
      <span className="foreign-cell-text">{text === '' ? '（空）' : text}</span>
      {count === 0 ? null : <em>{count} 处问题，按回车查看</em>}
    </div>
  );
}

interface FiltersProps {
  readonly state: ForeignState;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onlyHere: boolean;
  readonly onOnlyHere: (on: boolean) => void;
}

function Filters({ state: { counts }, filter, onFilter, onlyHere, onOnlyHere }: FiltersProps) {
  const all = counts.error + counts.warning + counts.advice;
  return (
    <div className="foreign-filters">
      <div className="segmented" role="radiogroup" aria-label="问题种类">
        {[
          { id: 'all' as const, label: '全部', count: all },
          ...MARKS.map((mark) => ({ ...mark, count: counts[mark.id] })),
        ].map(({ id, label, count }) => (
          <label
            key={id}
            className={filter === id ? 'is-on' : undefined}
            title={id === 'rounding' ? '差额不超过四舍五入能造成的，一般不用改' : undefined}
          >
            <input type="radio" name="foreign-filter" checked={filter === id} onChange={() => onFilter(id)} />
            {label} {count}
          </label>
        ))}
      </div>
      <label className="foreign-only">
        <input type="checkbox" checked={onlyHere} onChange={(event) => onOnlyHere(event.currentTarget.checked)} />
        只看这张表
      </label>
    </div>
  );
}
