/** What a key means in a grid whose cell is not being edited. Help and the test for double use read the same list. */
import { type KeyPress, shortcutOf } from '../commands/shortcut.ts';
import type { Motion } from './selection.ts';

export type GridActionKind =
  | 'edit'
  | 'open'
  | 'clear'
  | 'restore'
  | 'fillDown'
  | 'fillSeries'
  | 'selectAll'
  | 'selectRows'
  | 'selectColumns'
  | 'insertRow'
  | 'removeRows'
  | 'moveUp'
  | 'moveDown'
  | 'columnMenu'
  | 'renew'
  | 'toggle';

export interface GridShortcut {
  readonly shortcuts: readonly string[];
  readonly label: string;
  readonly action: GridActionKind | null;
}

/** Keys of the grid besides plain navigation; `action: null` is done by the browser's clipboard events. */
export const GRID_SHORTCUTS: readonly GridShortcut[] = [
  { shortcuts: ['F2'], label: '编辑单元格（直接打字则替换原内容）', action: 'edit' },
  { shortcuts: ['Alt+ArrowDown'], label: '打开可选内容的列表', action: 'open' },
  { shortcuts: ['Escape'], label: '放弃修改，恢复已保存的内容', action: 'restore' },
  { shortcuts: ['Delete', 'Backspace'], label: '清除所选单元格；选中整行时删除行', action: 'clear' },
  { shortcuts: ['Ctrl+D'], label: '向下填充（也可拖动选区右下角）', action: 'fillDown' },
  { shortcuts: ['Ctrl+Shift+D'], label: '向下递增填充：1月、2月、3月…（拖动时按住 Ctrl）', action: 'fillSeries' },
  {
    shortcuts: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'],
    label: '复制、剪切（粘贴时移走）、粘贴（可与 Excel、WPS 互贴）',
    action: null,
  },
  { shortcuts: ['Ctrl+A'], label: '全选', action: 'selectAll' },
  { shortcuts: ['Shift+空格'], label: '选中整行', action: 'selectRows' },
  { shortcuts: ['Ctrl+空格'], label: '选中整列', action: 'selectColumns' },
  { shortcuts: ['Ctrl+I', 'Ctrl+Shift++'], label: '插入行（选中几行就插入几行）', action: 'insertRow' },
  { shortcuts: ['Ctrl+-'], label: '删除所选行', action: 'removeRows' },
  { shortcuts: ['Alt+Shift+ArrowUp'], label: '所选行上移（也可拖动选中行的行号）', action: 'moveUp' },
  { shortcuts: ['Alt+Shift+ArrowDown'], label: '所选行下移', action: 'moveDown' },
  { shortcuts: ['Ctrl+Shift+L'], label: '排序、筛选、分组（本列），看本列的填写说明', action: 'columnMenu' },
  { shortcuts: ['Ctrl+Alt+L'], label: '按修改后的内容重新排序、筛选、分组', action: 'renew' },
  { shortcuts: ['空格'], label: '勾选或取消“是/否”；收起或展开一组', action: 'toggle' },
];

/** Navigation keys, for help only; `motionOf` is what they do. */
export const GRID_NAVIGATION: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: '↑ ↓ ← →', label: '移动；按住 Shift 扩大选区' },
  { keys: 'Ctrl+方向键', label: '跳到内容的边缘' },
  { keys: 'Enter / Shift+Enter', label: '确认并到下一行 / 上一行' },
  { keys: 'Ctrl+Enter', label: '把正在输入的内容填入所选的每一格' },
  { keys: 'Tab / Shift+Tab', label: '确认并到右一格 / 左一格；一行录完按 Enter 回到起始列' },
  { keys: 'Home / End', label: '行首 / 行尾；加 Ctrl 到表首 / 表尾' },
  { keys: 'PgUp / PgDn', label: '上一屏 / 下一屏' },
  { keys: 'Shift+F10', label: '打开右键菜单（或按菜单键）' },
];

const ACTIONS = new Map(
  GRID_SHORTCUTS.flatMap(({ shortcuts, action }) => shortcuts.map((shortcut) => [shortcut, action] as const)),
);

/** True while an input method is composing: its keys belong to it, the Enter that confirms a candidate too. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

const ARROWS: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The motion of a navigation key, or null when the key is not one. */
export function motionOf(press: KeyPress): Motion | null {
  if (press.altKey) return null;
  const control = press.ctrlKey || press.metaKey;
  const extend = press.shiftKey;
  const arrow = ARROWS[press.key];
  if (arrow !== undefined) return { kind: control ? 'edge' : 'step', rows: arrow[0], columns: arrow[1], extend };
  switch (press.key) {
    case 'Tab':
      return control ? null : { kind: 'tab', back: extend };
    case 'Enter':
      return control ? null : { kind: 'enter', back: extend };
    case 'Home':
      return { kind: control ? 'gridStart' : 'rowStart', extend };
    case 'End':
      return { kind: control ? 'gridEnd' : 'rowEnd', extend };
    case 'PageUp':
      return { kind: 'page', rows: -1, extend };
    case 'PageDown':
      return { kind: 'page', rows: 1, extend };
    default:
      return null;
  }
}

/** The action of a key, or null when the key is text or belongs to the window. */
export function actionOf(press: KeyPress): GridActionKind | null {
  return ACTIONS.get(shortcutOf(press)) ?? null;
}
