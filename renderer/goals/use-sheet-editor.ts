/** One goal sheet while it is edited: what its boxes show, and saving field by field. Nothing typed is dropped. */
import { useSyncExternalStore } from 'react';
import { goalSheet } from '../../shared/entities/goal-sheet.ts';
import type { MoneyField, SheetField } from '../../shared/goals/form-spec.ts';
import { type FundingBlock, type SheetMoney, withBothPeriods, withSource } from '../../shared/goals/funding.ts';
import { parseCell } from '../../shared/intake/parse-cell.ts';
import { showCell } from '../../shared/intake/show-cell.ts';
import type { CellValue, Values } from '../../shared/intake/values.ts';
import { fen } from '../../shared/money/fen.ts';
import { parseAmount } from '../../shared/money/parse.ts';
import type { RowMarks } from '../grid/grid-row.tsx';
import type { GridSession } from '../grid/session.ts';
import { keyOf } from '../grid/view.ts';
import { INDICATOR_LOOKUP } from './cell-text.ts';

export interface SheetEditor {
  readonly id: number;
  /** Field values as they will be once everything is saved. */
  readonly values: Values;
  readonly money: SheetMoney;
  /** What a box shows: what was typed and could not be accepted, else the value. */
  readonly text: (field: SheetField) => string;
  /** Why a box could not be saved, or what the checks say of it. */
  readonly mark: (field: SheetField) => RowMarks[string] | null;
  /** Why the last save was refused; what was typed stays in the boxes. */
  readonly failure: string | null;
  readonly readOnly: boolean;
  readonly edit: (field: SheetField, text: string) => void;
  /** Sets several amounts as one step. */
  readonly setMoney: (change: SheetMoney, label: string) => void;
}

interface EditorParts {
  readonly session: GridSession;
  readonly sheetId: number;
  readonly funding: FundingBlock | null;
  readonly marks: RowMarks | undefined;
  readonly readOnly: boolean;
}

export function useSheetEditor({ session, sheetId, funding, marks, readOnly }: EditorParts): SheetEditor {
  useSyncExternalStore(session.subscribe, session.version);
  const key = keyOf(sheetId);
  const row = session.rowAt(session.indexOf(key));
  const money = moneyIn(row.values);
  const lay = (values: Values, typed: Record<string, string>, problems: Record<string, string>, label: string) =>
    session.lay([{ key, values, typed, problems, waits: false }], label);
  const followed = (change: SheetMoney): SheetMoney =>
    funding !== null && isOneYear(row.values) ? withBothPeriods(funding, change, money) : change;
  const edit = (field: SheetField, text: string) => {
    const spec = goalSheet.fields[field];
    const label = `修改“${spec.label}”`;
    const parsed = parseCell(spec, text, INDICATOR_LOOKUP);
    if (!parsed.ok) return lay({}, { [field]: text }, { [field]: parsed.reason }, label);
    const alone = { [field]: parsed.value };
    if (spec.kind !== 'fen' || funding === null) return lay(alone, {}, {}, label);
    const amount = text.trim() === '' ? null : parseAmount(text, 'yuan');
    // Read as an amount a moment ago.
    const typed = amount?.ok ? amount.fen : null;
    return lay({ ...alone, ...followed(withSource(funding, field as MoneyField, typed, money)) }, {}, {}, label);
  };
  return {
    id: sheetId,
    values: row.values,
    money,
    text: (field) => row.typed[field] ?? showCell(goalSheet.fields[field], row.values[field] ?? null, INDICATOR_LOOKUP),
    mark: (field) => {
      const problem = row.problems[field];
      return problem === undefined ? (marks?.[field] ?? null) : { severity: 'error', message: problem };
    },
    failure: row.state === 'failed' ? row.reason : null,
    readOnly,
    edit,
    setMoney: (change, label) => void lay(followed(change), {}, {}, label),
  };
}

/** Whether the sheet says that it is of one year, where both periods have the same money. */
export function isOneYear({ term }: Values): boolean {
  return /^[1一]年$/.test(String(term ?? '').trim());
}

/** The amounts of a row; every `fen` field of a goal sheet holds 分 or nothing. */
function moneyIn(values: Values): SheetMoney {
  return Object.fromEntries(
    Object.entries(goalSheet.fields).flatMap(([name, field]) =>
      field.kind === 'fen' ? [[name, amountOf(values[name] ?? null)] as const] : [],
    ),
  );
}

const amountOf = (value: CellValue) => (typeof value === 'number' ? fen(value) : null);
