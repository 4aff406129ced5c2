/** Copy, cut and paste of indicators, as Excel and WPS exchange them. A cell being edited leaves them to its text. */
import type { ClipboardEvent } from 'react';
import { readIndicators } from '../../shared/goals/paste.ts';
import { formatTsv, parseTsv } from '../../shared/intake/tsv.ts';
import { at, extendTo, rangeOf } from '../grid/selection.ts';
import { notify } from '../ui/toasts.tsx';
import { cellText } from './cell-text.ts';
import { type CellText, commitTexts, layPasted } from './grid-edit.ts';
import { halvesOf, type TreeLine } from './grid-rows.ts';
import { runIndicatorAction } from './indicator-actions.ts';
import type { IndicatorControls } from './indicator-controls.ts';

export function onIndicatorCopy(event: ClipboardEvent, controls: IndicatorControls, cut: boolean): void {
  if (controls.editor.current() !== null) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', copied(controls));
  if (cut) runIndicatorAction('clear', controls);
}

/** Whole lines take their levels and the heads along, so that they can be pasted anywhere. */
function copied({ lines, columns, selected }: IndicatorControls): string {
  const { top, bottom, left, right } = rangeOf(selected.current);
  const chosen = columns.slice(left, right + 1);
  const whole = chosen.length === columns.length && columns.length > 1;
  const rows = lines()
    .slice(top, bottom + 1)
    .map(({ group, halves }) => [
      ...(whole ? [group.level1, group.level2] : []),
      ...chosen.map((column) => cellText(halves[column.period]?.row, column.field)),
    ]);
  const heads = whole ? [['一级指标', '二级指标', ...chosen.map(({ label }) => label)]] : [];
  return formatTsv([...heads, ...rows]);
}

export function onIndicatorPaste(event: ClipboardEvent, controls: IndicatorControls): void {
  if (controls.editor.current() !== null) return;
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain');
  const { form, session, columns, selected } = controls;
  if (controls.readOnly || text.trim() === '') return;
  const block = parseTsv(text);
  const period = columns[selected.current.active.column]?.period ?? 'annual';
  const indicators = readIndicators(block, form, period);
  if (indicators === null) {
    pasteCells(block, controls);
    return;
  }
  const shown = new Set(columns.map((column) => column.period));
  const own = indicators.filter((one) => shown.has(one.period));
  layPasted(session, halvesOf(session), own);
  notify(`已粘贴 ${own.length} 条指标，可撤销。`);
}

/** Lays plain cells over the lines from the active cell on; below the last line of a group new ones are added to it. */
function pasteCells(block: readonly (readonly string[])[], controls: IndicatorControls): void {
  const { lines, columns, selected, shape, select, session, shows } = controls;
  const all = lines();
  const { top, left, bottom, right } = rangeOf(selected.current);
  const start = all[top];
  if (start === undefined) return;
  const single = block.length === 1 && block[0]?.length === 1;
  const height = single ? bottom - top + 1 : block.length;
  const width = single ? right - left + 1 : Math.max(...block.map((row) => row.length));
  const texts: CellText[] = [];
  for (let down = 0; down < height; down += 1) {
    const line = all[top + down]?.group === start.group ? all[top + down] : emptyLine(start, down);
    columns.slice(left, left + width).forEach((column, across) => {
      const text = single ? block[0]?.[0] : block[down]?.[across];
      if (line !== undefined && text !== undefined) texts.push({ line, column, text });
    });
  }
  commitTexts(session, all, texts, shows, `粘贴 ${height} 行绩效指标`);
  const end = { row: Math.min(top + height, shape.rows) - 1, column: Math.min(left + width, columns.length) - 1 };
  select(extendTo(at(top, left), end, shape));
}

const emptyLine = ({ group }: TreeLine, down: number): TreeLine => ({
  key: `paste ${down}`,
  group,
  at: down,
  halves: { implementation: null, annual: null },
});
