/** What the right mouse button offers on cells: the same actions that keys have, each with its key. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { pasteClipboard } from '../api.ts';
import { shownShortcut } from '../commands/shortcut.ts';
import { find, replace } from '../find/find-target.ts';
import type { GridControls } from './grid-controls.ts';
import { GRID_SHORTCUTS, type GridActionKind } from './keys.ts';
import { closingProps } from './menu-closing.ts';
import { allows, runAction } from './run-action.ts';

interface CellMenuProps {
  readonly controls: GridControls;
  /** Where the pointer is, in window coordinates. */
  readonly at: { readonly x: number; readonly y: number };
  /** Gives the focus back to the grid. */
  readonly focus: () => void;
  readonly onClose: () => void;
}

interface Item {
  readonly label: string;
  readonly key: string;
  readonly run: (controls: GridControls) => void;
  readonly changes: boolean;
}

const action = (label: string, kind: GridActionKind): Item => ({
  label,
  key: GRID_SHORTCUTS.find((each) => each.action === kind)?.shortcuts[0] ?? '',
  run: (controls) => runAction(kind, controls),
  changes: !allows(kind, true),
});

const GROUPS: readonly (readonly Item[])[] = [
  [
    { label: '剪切', key: 'Ctrl+X', run: () => document.execCommand('cut'), changes: true },
    { label: '复制', key: 'Ctrl+C', run: () => document.execCommand('copy'), changes: false },
    { label: '粘贴', key: 'Ctrl+V', run: pasteClipboard, changes: true },
  ],
  [action('插入行', 'insertRow'), action('删除行', 'removeRows'), action('上移', 'moveUp'), action('下移', 'moveDown')],
  [action('清除内容', 'clear'), action('向下填充', 'fillDown'), action('递增填充', 'fillSeries')],
  [
    { label: '查找…', key: 'Ctrl+F', run: () => find(), changes: false },
    { label: '替换…', key: 'Ctrl+H', run: () => replace(), changes: true },
    action('排序、筛选、分组、填写说明…', 'columnMenu'),
  ],
];

const WIDTH = 320;
const HEIGHT = 470;

export function CellMenu({ controls, at, focus, onClose }: CellMenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = () => {
    dialog.current?.close();
    focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(dialog.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const next = items.findIndex((item) => item.matches(':focus')) + step;
    items[(next + items.length) % items.length]?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="column-menu cell-menu"
      aria-label="单元格操作"
      style={{
        width: WIDTH,
        left: Math.max(4, Math.min(at.x, window.innerWidth - WIDTH - 4)),
        top: Math.max(4, Math.min(at.y, window.innerHeight - HEIGHT)),
      }}
      onKeyDown={onKeyDown}
      {...closingProps(close)}
      onContextMenu={(event) => event.preventDefault()}
    >
      {GROUPS.map((items) => (
        <ul key={items[0]?.label}>
          {items.map(({ label, key, run, changes }) => (
            <li key={label}>
              <button
                type="button"
                disabled={changes && controls.readOnly}
                onClick={() => {
                  close();
                  run(controls);
                }}
              >
                <span>{label}</span>
                <kbd>{shownShortcut(key)}</kbd>
              </button>
            </li>
          ))}
        </ul>
      ))}
    </dialog>
  );
}
