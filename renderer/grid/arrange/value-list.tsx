/** The values of a column to tick: those whose rows are to be shown. Arrow keys walk, the space bar ticks. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { CellValue } from '../../../shared/intake/values.ts';

export interface ListedValue {
  readonly value: CellValue;
  readonly label: string;
  /** Rows that hold it. */
  readonly rows: number;
}

interface ValueListProps {
  readonly values: readonly ListedValue[];
  readonly isOn: (value: CellValue) => boolean;
  readonly onTick: (values: readonly CellValue[], on: boolean) => void;
}

/** More are narrowed by typing. */
const MOST_SHOWN = 300;

export function ValueList({ values, isOn, onTick }: ValueListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const all = values.every(({ value }) => isOn(value));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const boxes = [...(list.current?.querySelectorAll('input') ?? [])];
    const next = Math.max(0, Math.min(boxes.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)));
    setAt(next);
    boxes[next]?.focus();
  };
  const box = (place: number, label: string, rows: number | null, on: boolean, tick: (on: boolean) => void) => (
    <label key={place} className="value-choice">
      <input
        type="checkbox"
        tabIndex={place === at ? 0 : -1}
        checked={on}
        onFocus={() => setAt(place)}
        onChange={(event) => tick(event.target.checked)}
      />
      <span>{label}</span>
      {rows === null ? null : <small>{rows}</small>}
    </label>
  );
  return (
    <div ref={list} className="value-list" role="group" aria-label="要显示的内容" onKeyDown={onKeyDown}>
      {box(0, '全选', null, all, (on) =>
        onTick(
          values.map(({ value }) => value),
          on,
        ),
      )}
      {values
        .slice(0, MOST_SHOWN)
        .map(({ value, label, rows }, index) => box(index + 1, label, rows, isOn(value), (on) => onTick([value], on)))}
      {values.length > MOST_SHOWN ? (
        <p className="muted">还有 {values.length - MOST_SHOWN} 项，输入文字可缩小范围</p>
      ) : null}
    </div>
  );
}
