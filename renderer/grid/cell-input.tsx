/**
 * The one input of a grid. It always has the focus and lies over the active cell, unseen until something is typed: an
 * input method finds it there before the first key. React never sets its text.
 */
import type { RefObject } from 'react';
import { showCell } from '../../shared/intake/show-cell.ts';
import { onGridCopy, onGridPaste } from './clipboard.ts';
import { type Geometry, HEAD_HEIGHT, ROW_HEIGHT } from './geometry.ts';
import type { GridControls } from './grid-controls.ts';
import type { CellMark } from './grid-row.tsx';
import { onGridKey } from './keyboard.ts';
import { boxProps } from './typing-box.ts';

interface CellInputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly controls: GridControls;
  readonly geometry: Geometry;
  readonly gridId: string;
  readonly gridLabel: string;
  /** What is wrong with the text as it stands while it is typed. */
  readonly mark: CellMark | undefined;
}

export function CellInput({ input, controls, geometry, gridId, gridLabel, mark }: CellInputProps) {
  const { editor } = controls;
  const { editing } = editor;
  const { active } = controls.selected.current;
  const target = controls.target();
  const names = ['grid-input'];
  if (editing !== null) names.push('is-editing');
  if (target?.column.field.kind === 'fen') names.push('is-number');
  if (mark !== undefined) names.push(`has-${mark.severity}`);
  return (
    <input
      ref={input}
      className={names.join(' ')}
      style={{
        left: geometry.lefts[active.column] ?? 0,
        width: geometry.widths[active.column] ?? 0,
        top: HEAD_HEIGHT + active.row * ROW_HEIGHT,
        height: ROW_HEIGHT,
      }}
      aria-label={labelOf(gridLabel, active.row, controls)}
      aria-invalid={target !== null && target.row.problems[target.column.key] !== undefined}
      {...boxProps(editor, `${gridId}-list`)}
      readOnly={controls.readOnly}
      onKeyDown={(event) => onGridKey(event, controls)}
      onCopy={(event) => onGridCopy(event, controls, false)}
      onCut={(event) => onGridCopy(event, controls, true)}
      onPaste={(event) => onGridPaste(event, controls)}
    />
  );
}

/** `支出 第3行 金额 500,000.00`: what is read out when the selection moves. */
function labelOf(gridLabel: string, row: number, controls: GridControls): string {
  const target = controls.target();
  if (target === null) return gridLabel;
  const { key, field, title } = target.column;
  const text = target.row.typed[key] ?? showCell(field, target.row.values[key] ?? null, controls.lookup);
  return `${gridLabel} 第${row + 1}行 ${title ?? field.label} ${text}`.trim();
}
