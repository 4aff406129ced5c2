/** Figures as a published table prints them: what its reader sees, in exact 分. */
import { type Fen, fen, ZERO_FEN } from '../money/fen.ts';
import { type AmountUnit, parseAmount } from '../money/parse.ts';
import { roundDecimal, shiftDecimal, shownNumber } from './number-format.ts';
import { type GridCell, UNCALCULATED } from './sheet.ts';

export interface ReadFigure {
  /** Null when the cell holds something that is no figure. A blank is nil. */
  readonly fen: Fen | null;
  /** Decimals on paper; null for a blank, and where the number format leaves them open. */
  readonly decimals: number | null;
  /** A figure that the sheet keeps as text, which a spreadsheet leaves out of its sums. */
  readonly asText: boolean;
  /** Why the cell is no figure: the rest of a sentence that begins with its name. */
  readonly problem: string | null;
}

const NIL: ReadFigure = { fen: ZERO_FEN, decimals: null, asText: false, problem: null };
/** What people write for nothing. */
const NOTHING = /^(?:[-－—–―/／]+|无|空|零)$/;
const DECIMALS_OF_FEN: Readonly<Record<AmountUnit, number>> = { yuan: 2, wan: 6 };

/** Reads one cell. @param format number format of the cell; @param unit what a figure without unit is in */
export function readFigure(cell: GridCell | undefined, format: string, unit: AmountUnit): ReadFigure {
  if (cell === undefined || cell.text.trim() === '') return NIL;
  switch (cell.kind) {
    case 'number':
      return readNumber(cell.text, format, unit);
    case 'text':
      return readText(cell.text.trim(), unit);
    case 'error':
      return unreadable(
        cell.text === UNCALCULATED
          ? '是公式，文件里没有它的结果；请在 Excel 或 WPS 中打开、保存后再查'
          : `是公式错误 ${cell.text}`,
      );
    case 'day':
      return unreadable(`是日期 ${cell.text}，不是金额`);
    case 'boolean':
      return unreadable(`是 ${cell.text}，不是金额`);
    default:
      return cell.kind satisfies never;
  }
}

/** The number as its format shows it: a cell that prints 12.35 is 12.35, whatever lies behind it. */
function readNumber(value: string, format: string, unit: AmountUnit): ReadFigure {
  const { decimals, scale } = shownNumber(value, format);
  if (scale < 0) return unreadable('是百分数，不是金额');
  const negative = value.startsWith('-');
  const size = shiftDecimal(negative ? value.slice(1) : value, -scale);
  const printed = decimals === null ? size : roundDecimal(size, decimals);
  const amount = fenOf(printed, unit);
  if (amount === null) return unreadable('太大，不像金额');
  return { fen: negative ? fen(-amount) : amount, decimals, asText: false, problem: null };
}

function readText(text: string, unit: AmountUnit): ReadFigure {
  if (NOTHING.test(text.replace(/\s/g, ''))) return NIL;
  // In accounts a figure in brackets is less than nothing.
  const inside = /^[(（]([\d０-９,，.．。 ]+)[)）]$/.exec(text)?.[1];
  const parsed = text.startsWith('=') ? null : parseAmount(inside ?? text.replace(/^['‘’]/, ''), unit);
  const decimals = /[.．。]([\d０-９]*)/.exec(text)?.[1]?.length ?? 0;
  if (parsed?.ok === true) {
    return { fen: inside === undefined ? parsed.fen : fen(-parsed.fen), decimals, asText: true, problem: null };
  }
  const finer = /^-?\d+\.\d+$/.test(text) ? fenOf(text.replace('-', ''), unit) : null;
  if (finer !== null) return { fen: text.startsWith('-') ? fen(-finer) : finer, decimals, asText: true, problem: null };
  return unreadable(`写的是“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”，读不出金额`);
}

/** Unsigned decimal text of a unit as 分, rounded half-up where it is finer; null beyond what can be kept exactly. */
function fenOf(decimal: string, unit: AmountUnit): Fen | null {
  const whole = roundDecimal(shiftDecimal(decimal, DECIMALS_OF_FEN[unit]), 0);
  return whole.length > 15 ? null : fen(Number.parseInt(whole, 10));
}

const unreadable = (problem: string): ReadFigure => ({ fen: null, decimals: null, asText: false, problem });

/** Step in 分 of figures with so many decimals: 万元 with two is 10,000. */
export function stepOf(decimals: number, unit: AmountUnit): number {
  return 10 ** Math.max(0, DECIMALS_OF_FEN[unit] - decimals);
}
