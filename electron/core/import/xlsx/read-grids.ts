/** Reads the sheets of a workbook with everything that their picture needs: merges, widths, hidden parts, styles. */
import type { Area, GridBook, GridCell, GridColumn, GridRow, GridSheet } from '../../../../shared/foreign/sheet.ts';
import { UNCALCULATED } from '../../../../shared/foreign/sheet.ts';
import type { GridLimits } from '../limits.ts';
import { readByteXml, type Tag } from './byte-xml.ts';
import { openPackage, type PackageSheet } from './package.ts';
import { refuseFile } from './read-workbook.ts';
import { RowCollector, type SheetCell, type SheetContext } from './sheet-rows.ts';
import { PLAIN_STYLE } from './styles.ts';
import { BeyondLimit, UnreadableFile } from './zip.ts';

/** How far the reading is: sheets done and in all. Throws to stop. */
export type OnSheet = (done: number, total: number) => void;

/** @throws FailureError WRONG_FILE when it is no .xlsx workbook, is damaged, or holds more than the limits allow. */
export async function readGrids(
  bytes: Uint8Array,
  name: string,
  limits: GridLimits,
  onSheet: OnSheet,
): Promise<GridBook> {
  try {
    const opened = await openPackage(bytes, limits);
    const context = {
      strings: opened.strings,
      dateStyles: opened.styles.map(({ date }) => date),
      date1904: opened.date1904,
    };
    const used: Used = { cells: 0, tags: 0, characters: 0 };
    const sheets: GridSheet[] = [];
    for (const sheet of opened.sheets) {
      onSheet(sheets.length, opened.sheets.length);
      sheets.push(await readGrid(sheet, context, limits, used, () => onSheet(sheets.length, opened.sheets.length)));
    }
    return { name, sheets, styles: opened.styles.length === 0 ? [PLAIN_STYLE] : opened.styles };
  } catch (error) {
    return refuseFile(error, name);
  }
}

/** What has been taken of the limits by all sheets so far. */
interface Used {
  cells: number;
  tags: number;
  characters: number;
}

async function readGrid(
  sheet: PackageSheet,
  context: SheetContext,
  limits: GridLimits,
  used: Used,
  onChunk: () => void,
): Promise<GridSheet> {
  const collector = new GridCollector(context, limits, used);
  for await (const _ of readByteXml(sheet.open(), collector)) onChunk();
  return { name: sheet.name, hidden: sheet.hidden, ...collector.grid() };
}

class GridCollector extends RowCollector {
  private readonly limits: GridLimits;
  private readonly used: Used;
  private readonly rows: (GridRow | undefined)[] = [];
  private readonly merges: Area[] = [];
  private readonly columns: GridColumn[] = [];
  private width = 0;
  private gridCells: (GridCell | undefined)[] = [];
  private formula = false;
  private height: number | null = null;
  private hidden = false;

  constructor(context: SheetContext, limits: GridLimits, used: Used) {
    super(context);
    this.limits = limits;
    this.used = used;
  }

  grid(): Pick<GridSheet, 'rows' | 'width' | 'merges' | 'columns'> {
    const { rows, width, merges, columns } = this;
    return { rows, width, merges, columns };
  }

  protected override rowBegins(tag: Tag): void {
    this.gridCells = [];
    this.height = tag.is('customHeight', '1') ? decimal(tag.get('ht')) : null;
    this.hidden = isOn(tag, 'hidden');
  }

  protected override cellBegins(): void {
    this.used.tags += 1;
    if (this.used.tags > this.limits.cellTags) throw new BeyondLimit('单元格过多');
    this.formula = false;
  }

  protected override cellEnds(cell: SheetCell | null): void {
    const { used, limits } = this;
    if (cell === null && !this.formula) return;
    const { kind, text } = cell ?? { kind: 'error', text: UNCALCULATED };
    used.cells += 1;
    used.characters += text.length;
    if (used.cells > limits.cells) throw new BeyondLimit('有内容的单元格过多');
    if (text.length > limits.cellCharacters || used.characters > limits.characters) {
      throw new BeyondLimit('单元格文字过长');
    }
    this.gridCells[this.column] = { kind, text, style: this.style };
    this.width = Math.max(this.width, this.column + 1);
  }

  protected override rowEnds(): void {
    if (this.gridCells.length === 0 && !this.hidden) return;
    this.rows[this.rowNumber - 1] = { cells: this.gridCells, height: this.height, hidden: this.hidden };
  }

  protected override otherBegins(name: string, tag: Tag): void {
    if (name === 'f') this.formula = true;
    else if (name === 'mergeCell') {
      const area = areaOf(tag.get('ref') ?? '');
      if (area === null) throw new UnreadableFile('合并单元格的地址有误');
      if (this.merges.length === this.limits.merges) throw new BeyondLimit('合并单元格过多');
      this.merges.push(area);
    } else if (name === 'col') {
      const from = (tag.integerOf('min') ?? 0) - 1;
      const to = (tag.integerOf('max') ?? 0) - 1;
      if (from < 0 || to < from) throw new UnreadableFile('列的定义有误');
      if (this.columns.length === this.limits.columnRanges) throw new BeyondLimit('列的定义过多');
      this.columns.push({ from, to, width: decimal(tag.get('width')), hidden: isOn(tag, 'hidden') });
    }
  }
}

const isOn = (tag: Tag, name: string): boolean => tag.is(name, '1') || tag.is(name, 'true');

/** A size in points or characters; null when there is none or it makes no sense. */
function decimal(text: string | null): number | null {
  if (text === null || !/^\d{1,4}(\.\d{1,20})?$/.test(text)) return null;
  return Number(text); // not an amount: the size of a row or column
}

function areaOf(ref: string): Area | null {
  const [, left, top, right = left, bottom = top] =
    /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(ref) ?? [];
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null;
  const area = { top: row(top), left: column(left), bottom: row(bottom), right: column(right) };
  return area.top < 0 || area.bottom < area.top || area.right < area.left ? null : area;
}

const row = (digits: string): number => Number.parseInt(digits, 10) - 1;

function column(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
