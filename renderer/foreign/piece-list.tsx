/** The sheets of the workbook with the tables found on them, and the tables that are missing. */
import type { KeyboardEvent } from 'react';
import type { ForeignPiece, ForeignState } from '../../shared/foreign/state-types.ts';
import { tablesFor } from '../../shared/tables/index.ts';
import { markOf } from './marks.ts';

/** Something to look at: a piece, or a sheet without one. */
export interface Stop {
  readonly key: string;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly piece: ForeignPiece | null;
}

/** Every piece in the order of the workbook; sheets that hold something but no piece come where they stand. */
export function stopsOf({ sheets, pieces }: ForeignState): readonly Stop[] {
  return sheets.flatMap((head, sheet): readonly Stop[] => {
    const own = pieces.filter((piece) => piece.sheet === sheet);
    if (own.length === 0)
      return head.rows === 0 ? [] : [{ key: `sheet-${sheet}`, sheet, row: 0, column: 0, piece: null }];
    return own.map((piece) => ({ key: piece.id, sheet, row: piece.row, column: piece.column, piece }));
  });
}

const CONFIDENCE = { sure: null, likely: '较确定', guess: '推测', user: '您指定' } as const;

interface PieceListProps {
  readonly state: ForeignState;
  readonly stops: readonly Stop[];
  readonly current: string;
  readonly onChoose: (stop: Stop) => void;
}

export function PieceList({ state, stops, current, onChoose }: PieceListProps) {
  const names = new Map(tablesFor(state.year).map(({ no, shortTitle }) => [no, shortTitle]));
  const onKeyDown = (event: KeyboardEvent) => {
    const at = stops.findIndex(({ key }) => key === current);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by === undefined ? undefined : stops[at + by];
    if (by === undefined) return;
    event.preventDefault();
    if (next === undefined) return;
    onChoose(next);
    document.getElementById(`foreign-${next.key}`)?.focus();
  };
  return (
    <div className="foreign-pieces">
      <div
        className="tabs is-vertical"
        role="tablist"
        aria-label="识别出的表"
        aria-orientation="vertical"
        onKeyDown={onKeyDown}
      >
        {stops.map((stop) => (
          <button
            key={stop.key}
            id={`foreign-${stop.key}`}
            type="button"
            role="tab"
            aria-selected={stop.key === current}
            aria-controls="foreign-sheet"
            tabIndex={stop.key === current ? 0 : -1}
            className={stop.key === current ? 'tab is-current' : 'tab'}
            onClick={() => onChoose(stop)}
          >
            <StopLabel stop={stop} state={state} names={names} />
          </button>
        ))}
      </div>
      {state.missing.length === 0 ? null : (
        <section className="foreign-missing">
          <h3>没有找到</h3>
          <ul>
            {state.missing.map(({ no, shortTitle }) => (
              <li key={no}>
                表{no} {shortTitle}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function StopLabel({
  stop,
  state,
  names,
}: {
  readonly stop: Stop;
  readonly state: ForeignState;
  readonly names: ReadonlyMap<number, string>;
}) {
  const { piece, sheet } = stop;
  const head = state.sheets[sheet];
  const counts = { error: 0, warning: 0 };
  if (piece?.no != null && !piece.isDouble) {
    for (const finding of state.findings) {
      const mark = markOf(finding);
      const isOwn = finding.table === piece.no && finding.set === piece.set;
      if (isOwn && (mark === 'error' || mark === 'warning')) counts[mark] += 1;
    }
  }
  const tag = piece === null ? null : piece.isDouble ? '重复' : piece.no === null ? null : CONFIDENCE[piece.confidence];
  return (
    <>
      <b>{piece?.no == null ? '—' : `表${piece.no}`}</b>
      <span className="foreign-piece">
        <span>{piece?.no == null ? '没有认出' : names.get(piece.no)}</span>
        <small>
          {piece?.unitName == null ? '' : `${piece.unitName} · `}
          {head?.name || '文件'}
          {head?.hidden === true ? '（隐藏）' : ''}
        </small>
      </span>
      {tag === null ? null : <span className="tag">{tag}</span>}
      {counts.error > 0 ? (
        <span className="badge is-error" title={`${counts.error} 个错误`}>
          {counts.error}
        </span>
      ) : null}
      {counts.warning > 0 ? (
        <span className="badge is-warning" title={`${counts.warning} 个警告`}>
          {counts.warning}
        </span>
      ) : null}
    </>
  );
}
