/** What the program takes a piece for, and where the user says otherwise: which table, what money, what columns hold. */
import { useState } from 'react';
import { columnLetters, wholeSheet } from '../../shared/foreign/sheet.ts';
import type { ForeignColumn, ForeignPiece, ForeignState } from '../../shared/foreign/state-types.ts';
import { tablesFor } from '../../shared/tables/index.ts';
import { call, failureOf } from '../api.ts';
import { notifyFailure } from '../ui/toasts.tsx';
import type { Stop } from './piece-list.tsx';

interface PieceHeadProps {
  readonly state: ForeignState;
  readonly stop: Stop;
  readonly onState: (state: ForeignState) => void;
}

const AUTO = 'auto';
const NONE = 'none';
const MONEY = { sheet: '', assumed: '（表上没有写）', user: '（您指定）' } as const;
const HOW = { exact: '', alike: '相近', place: '按位置', user: '您指定' } as const;

export function PieceHead({ state, stop, onState }: PieceHeadProps) {
  const { piece, sheet } = stop;
  const [open, setOpen] = useState(false);
  const { fileId } = state;
  const id = piece?.id ?? wholeSheet(sheet);
  const send = (answer: Promise<ForeignState>) =>
    answer.then(onState, (error: unknown) => notifyFailure(failureOf(error)));
  const setTable = (value: string) =>
    send(
      call('foreign.table', {
        fileId,
        piece: id,
        no: value === AUTO || value === NONE ? null : Number.parseInt(value, 10),
        auto: value === AUTO,
      }),
    );
  const value = piece?.confidence === 'user' && piece.no !== null ? String(piece.no) : piece?.no == null ? NONE : AUTO;
  return (
    <div className="foreign-head">
      <label>
        这是
        <select className="select" value={value} onChange={(event) => void setTable(event.currentTarget.value)}>
          <option value={AUTO}>
            {piece?.no == null || piece.confidence === 'user' ? '自动识别' : `表${piece.no}（自动识别）`}
          </option>
          {tablesFor(state.year).map(({ no, shortTitle }) => (
            <option key={no} value={no}>
              表{no} {shortTitle}
            </option>
          ))}
          <option value={NONE}>不是公开表</option>
        </select>
      </label>
      {piece?.no == null ? null : (
        <>
          <label>
            金额单位
            <select
              className="select"
              value={piece.money}
              onChange={({ currentTarget }) =>
                void send(
                  call('foreign.money', { fileId, piece: id, money: currentTarget.value === 'yuan' ? 'yuan' : 'wan' }),
                )
              }
            >
              <option value="wan">万元</option>
              <option value="yuan">元</option>
            </select>
            <span className="muted">{MONEY[piece.moneyFrom]}</span>
          </label>
          <span className="muted">
            认出 {piece.rows} 行{piece.lostRows > 0 ? `，没有认出 ${piece.lostRows} 行` : ''}
          </span>
          <span className="spring" />
          <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            各列用途{oddColumns(piece) > 0 ? `（${oddColumns(piece)} 列待确认）` : ''}
          </button>
        </>
      )}
      {open && piece !== null ? (
        <ColumnUses
          piece={piece}
          onColumn={(column, slot) => void send(call('foreign.column', { fileId, piece: id, column, slot }))}
        />
      ) : null}
    </div>
  );
}

/** Columns whose use is not certain. */
const oddColumns = ({ columns }: ForeignPiece): number =>
  columns.filter(({ how }) => how === 'alike' || how === 'place').length;

interface ColumnUsesProps {
  readonly piece: ForeignPiece;
  readonly onColumn: (column: number, slot: string | null) => void;
}

function ColumnUses({ piece, onColumn }: ColumnUsesProps) {
  return (
    <fieldset className="foreign-columns">
      <legend>各列用途</legend>
      {piece.columns.map((column) => (
        <ColumnUse key={column.column} column={column} piece={piece} onColumn={onColumn} />
      ))}
    </fieldset>
  );
}

function ColumnUse({
  column: { column, head, slot, how },
  piece,
  onColumn,
}: ColumnUsesProps & { readonly column: ForeignColumn }) {
  const letters = columnLetters(column);
  return (
    <label>
      <span title={head}>
        <b>{letters}</b> {head === '' ? '（没有表头）' : head}
      </span>
      <select
        className="select"
        aria-label={`${letters} 列“${head}”的用途`}
        value={slot ?? ''}
        onChange={(event) => onColumn(column, event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">不用</option>
        {piece.slots.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {how === null || how === 'exact' ? null : <span className="tag">{HOW[how]}</span>}
    </label>
  );
}
